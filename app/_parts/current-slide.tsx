'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react'
import { type Standing, stand } from '../../lib/deck/slide'
import { fansUnderAtom } from '../_state/atoms'
import { guessAtom, hiddenAtom, sessionAtom } from '../_state/session'
import { modelAtom, shownAtom } from '../_state/url'
import { deckAtom, slideAtom, slideIndexAtom, standingAtom, toggleAtom, toggledAtom } from '../_state/workshop'
import { SlideScaled } from './slide-scaled'
import { SlideSheet } from './slide-sheet'

declare module 'react' {
  interface CSSProperties {
    '--motion'?: string
  }
}

/** The slide on screen, alive: its toggles act, and the last change is replayed when asked for. */
export function CurrentSlide({ footer }: { footer?: ReactNode }) {
  const now = useAtomValue(standingAtom)
  const { slides } = useAtomValue(deckAtom)
  const index = useAtomValue(slideIndexAtom)
  const toggled = useAtomValue(toggledAtom)
  const fans = useAtomValue(fansUnderAtom)
  const hidden = useAtomValue(hiddenAtom)
  const guess = useAtomValue(guessAtom)
  const toggle = useSetAtom(toggleAtom)
  const { standing, stage } = useReplay(now)
  const slow: CSSProperties = stage === 'moving' ? { '--motion': '2400ms' } : {}
  return (
    <div style={slow} data-replay={stage ?? undefined}>
      <SlideScaled>
        <SlideSheet
          standing={standing}
          written={Object.keys(toggled).length === 0}
          number={index + 1}
          count={slides.length}
          fans={fans(standing.assignment)}
          hidden={hidden}
          guess={guess}
          toggles={(key, state) => toggle(now.slide.toggles[key] ?? '', state)}
          keys
          footer={footer}
        />
      </SlideScaled>
    </div>
  )
}

/** How long the state before a change stands, and how long the marks then move, in milliseconds. */
const [before, moving] = [1100, 2500]

/** While a replay runs: first the slide as it stood before the last change, then its marks on the way, then as it stands. */
function useReplay(now: Standing): { standing: Standing; stage: 'before' | 'moving' | null } {
  const { last, replays } = useAtomValue(sessionAtom)
  const slide = useAtomValue(slideAtom)
  const model = useAtomValue(modelAtom)
  const { variants } = useAtomValue(shownAtom)
  const [first] = useState(replays)
  const [ended, setEnded] = useState({ replay: first, stage: 'done' })
  const running = replays > ended.replay || ended.stage === 'moving'
  useEffect(() => {
    if (replays === first) return
    const begin = setTimeout(() => setEnded({ replay: replays, stage: 'moving' }), before)
    const end = setTimeout(() => setEnded({ replay: replays, stage: 'done' }), before + moving)
    return () => {
      clearTimeout(begin)
      clearTimeout(end)
    }
  }, [replays, first])
  if (!running || !last || last.slide !== slide.id) return { standing: now, stage: null }
  if (ended.stage === 'moving' && ended.replay === replays) return { standing: now, stage: 'moving' }
  return { standing: stand(model, slide, last.from, variants), stage: 'before' }
}
