'use client'
import { useSetAtom, useStore } from 'jotai'
import { asWrittenAtom, deckAtom, goToAtom, pressAtom, slideIndexAtom } from '../_state/workshop'
import { blankAtom, holdAtom, replayAtom, revealAtom, sessionAtom } from '../_state/session'

/** What the keys of a presentation do, in the audience's window and in the speaker's; a clicker sends the page keys. */
export function usePresentingKeys(): Readonly<Record<string, () => void>> {
  const store = useStore()
  const goTo = useSetAtom(goToAtom)
  const press = useSetAtom(pressAtom)
  const asWritten = useSetAtom(asWrittenAtom)
  const blank = useSetAtom(blankAtom)
  const hold = useSetAtom(holdAtom)
  const replay = useSetAtom(replayAtom)
  const reveal = useSetAtom(revealAtom)
  /** A blank screen comes back first; a step at either end stays. */
  const lit = (act: () => void) => () => (store.get(sessionAtom).blank ? blank() : act())
  const step = (by: number) => lit(() => goTo(store.get(slideIndexAtom) + by))
  const last = () => goTo(store.get(deckAtom).slides.length - 1)
  const toggles = [0, 1, 2, 3].map((key) => [String(key + 1), lit(() => press(key))])
  return {
    ArrowRight: step(1),
    ArrowDown: step(1),
    PageDown: step(1),
    ' ': step(1),
    Enter: step(1),
    ArrowLeft: step(-1),
    ArrowUp: step(-1),
    PageUp: step(-1),
    Backspace: step(-1),
    Home: lit(() => goTo(0)),
    End: lit(last),
    ...Object.fromEntries(toggles),
    r: lit(() => asWritten()),
    z: lit(() => replay()),
    v: lit(() => reveal()),
    b: () => blank(),
    '.': () => blank(),
    h: () => hold(),
  }
}
