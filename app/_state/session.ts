import { atom } from 'jotai/vanilla'
import type { createStore } from 'jotai/vanilla'
import type { Guess } from '../../lib/deck/guess'
import {
  changed,
  elapsed,
  freshSession,
  isNewer,
  newGroup,
  onNextSlide,
  readSession,
  type Session,
  setClock,
  shownOf,
} from '../../lib/deck/session'
import { sameRecord } from '../../lib/scenario/assignment'
import { followAddressAtom, packNameAtom, pageAtom, presentingAtom, queryAtom } from './url'
import { deckAtom, slideAtom, slideIndexAtom, toggledAtom } from './workshop'

type Store = ReturnType<typeof createStore>

/** How this window signs its changes: drawn when the first one is made, never on the server. */
const windowAtom = atom(() => [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(36)).join(''))

const sessionSlot = atom<Session>(freshSession(''))
/** The presentation as all windows share it. */
export const sessionAtom = atom((get) => get(sessionSlot))
/** Change it in this window; the others follow. */
export const changeSessionAtom = atom(null, (get, set, change: Partial<Session>) =>
  set(sessionSlot, changed(get(sessionSlot), get(windowAtom), change)),
)

/** What this window shows of it: the audience's screen may be held while the speaker goes on. */
const seenAtom = atom((get) => (get(pageAtom) === 'show' ? shownOf(get(sessionSlot)) : get(sessionSlot)))
/** Whether the outcome of the slide in use is still to be guessed. */
export const hiddenAtom = atom((get) => {
  const { id, predict } = get(slideAtom)
  return predict !== null && !get(seenAtom).revealed.includes(id)
})
/** What the room guessed on the slide in use. */
export const guessAtom = atom((get): Guess | null => get(seenAtom).guesses[get(slideAtom).id] ?? null)

/** Show the outcome that the room was to guess, or hide it again. */
export const revealAtom = atom(null, (get, set) => {
  const { id, predict } = get(slideAtom)
  const { revealed } = get(sessionSlot)
  if (predict === null) return
  set(changeSessionAtom, { revealed: get(hiddenAtom) ? [...revealed, id] : revealed.filter((own) => own !== id) })
})
/** Take down what the room guessed on the slide in use; null forgets it. */
export const takeGuessAtom = atom(null, (get, set, guess: Guess | null) => {
  const { [get(slideAtom).id]: _, ...others } = get(sessionSlot).guesses
  set(changeSessionAtom, { guesses: guess ? { ...others, [get(slideAtom).id]: guess } : others })
})
export const blankAtom = atom(null, (get, set) => set(changeSessionAtom, { blank: !get(sessionSlot).blank }))
/** Hold the audience's screen as it is, or let it follow again. */
export const holdAtom = atom(null, (get, set) => {
  const { held, query, revealed, guesses } = get(sessionSlot)
  set(changeSessionAtom, { held: held ? null : { query, revealed, guesses } })
})
/** Show the last toggle once more; nothing where there was none on this slide. */
export const replayAtom = atom(null, (get, set) => {
  const { last, replays } = get(sessionSlot)
  if (last && last.slide === get(slideAtom).id) set(changeSessionAtom, { replays: replays + 1 })
})
/** Let the clocks run, stand, or begin anew. */
export const clockAtom = atom(null, (get, set, to: 'run' | 'stand' | 'restart') =>
  set(changeSessionAtom, { clock: setClock(get(sessionSlot).clock, Date.now(), to) }),
)
/** Milliseconds of session and slide at this moment. */
export const elapsedNow = (session: Session) => elapsed(session.clock, Date.now())

/** Whether there is anything of a group to clear: toggles, guesses, outcomes shown. */
export const groupDidAtom = atom((get) => {
  const { revealed, guesses } = get(sessionSlot)
  return revealed.length + Object.keys(guesses).length + Object.keys(get(toggledAtom)).length > 0
})
/** Begin with a new group: what the last one toggled, guessed and saw is cleared; deck, slide and clocks stay. */
export const newGroupAtom = atom(null, (get, set) => {
  const before = get(sessionSlot)
  set(presentingAtom, { toggled: {} })
  set(changeSessionAtom, newGroup({ ...before, revision: get(sessionSlot).revision }, get(queryAtom)))
})
/** Put back what the last group had. */
export const undoNewGroupAtom = atom(null, (get, set) => {
  const { cleared } = get(sessionSlot)
  if (!cleared) return
  set(changeSessionAtom, { ...cleared, cleared: null })
  set(followAddressAtom, cleared.query)
})

/** A window of the presentation that is open: what it shows, and how large it is. */
export interface Wall {
  width: number
  height: number
  /** When it was last heard of, as the machine's time in milliseconds. */
  heard: number
}
/** The audience's screen, as far as this window has heard of it. */
export const wallAtom = atom<Wall | null>(null)

const nameOf = (pack: string | null) => `encrucijada-session${pack === null ? '' : `-${pack}`}`
/** A session left longer than this is over: the next one begins fresh. */
const longest = 12 * 3_600_000

/**
 * Keep this window in step with the others of the presentation: what changes here is sent and kept, what is newer
 * elsewhere is taken over, also after a reload or when the computer wakes. Returns the stop.
 */
export function followSession(store: Store): () => void {
  const name = nameOf(store.get(packNameAtom))
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  const isWall = store.get(pageAtom) === 'show'
  const own = () => store.get(sessionSlot)

  // Until something is changed or taken over here, this window knows no better than any other that is open.
  let fresh = true
  const send = (ask: boolean) => {
    channel?.postMessage({ session: own(), ask, fresh })
    if (isWall && ask) tellWall()
  }
  const tellWall = () => channel?.postMessage({ wall: { width: innerWidth, height: innerHeight } })
  const take = (session: Session) => {
    fresh = false
    store.set(sessionSlot, session)
    const { query } = store.get(seenAtom)
    if (query !== store.get(queryAtom)) store.set(followAddressAtom, query)
    place = placeNow(store)
  }
  const hear = (message: unknown) => {
    if (Reflect.has(Object(message), 'wall')) {
      const wall = wallIn(message)
      store.set(wallAtom, wall && { ...wall, heard: Date.now() })
    }
    const heard = readSession(Reflect.get(Object(message), 'session'))
    if (!heard) return
    const says = (what: string) => Reflect.get(Object(message), what) === true
    if (isWall && says('ask')) tellWall()
    if (isNewer(heard, own()) || (fresh && !says('fresh') && heard.revision === own().revision)) take(heard)
    else if (says('ask') && !fresh && (says('fresh') || isNewer(own(), heard))) send(false)
  }

  // This window's own address says which slide; the rest is as the session was left, unless another window knows better.
  const kept = stored(name)
  const query = store.get(queryAtom)
  store.set(sessionSlot, kept ? { ...kept, query, held: null } : freshSession(query))
  let place = placeNow(store)

  const moved = () => {
    const query = store.get(queryAtom)
    if (query === store.get(seenAtom).query) return void (place = placeNow(store))
    const [before, now] = [place, placeNow(store)]
    place = now
    const same = before.slide === now.slide && before.deck === now.deck
    const toggled = same && !sameRecord(before.toggled, now.toggled)
    store.set(changeSessionAtom, {
      query,
      blank: false,
      ...(isWall && { held: null }),
      ...(!same && { clock: onNextSlide(own().clock, Date.now()), last: null }),
      ...(toggled && { last: { slide: now.slide, from: before.toggled, to: now.toggled } }),
    })
  }
  const changedHere = () => {
    if (own().by !== store.get(windowAtom)) return
    fresh = false
    keep(name, own())
    send(false)
  }
  const ask = () => document.visibilityState === 'visible' && send(true)
  const onMessage = ({ data }: MessageEvent<unknown>) => hear(data)
  // Where there is no channel, a change of what is kept tells the same.
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === name && newValue !== null && !channel) hear({ session: parsed(newValue), fresh: true })
  }
  channel?.addEventListener('message', onMessage)
  addEventListener('storage', onStorage)
  addEventListener('pageshow', ask)
  addEventListener('focus', ask)
  addEventListener('resize', ask)
  document.addEventListener('visibilitychange', ask)
  // A deck of one's own comes out of storage a moment later, and with it the slide that the address means.
  const settled = () => void (place = placeNow(store))
  const leave = [store.sub(queryAtom, moved), store.sub(deckAtom, settled), store.sub(sessionSlot, changedHere)]
  // The wall answers whoever asks: so the speaker knows that it is still there.
  const asking = store.get(pageAtom) === 'speaker' ? setInterval(ask, 5000) : undefined
  ask()
  return () => {
    clearInterval(asking)
    for (const stop of leave) stop()
    if (isWall) channel?.postMessage({ wall: null })
    channel?.close()
    removeEventListener('storage', onStorage)
    removeEventListener('pageshow', ask)
    removeEventListener('focus', ask)
    removeEventListener('resize', ask)
    document.removeEventListener('visibilitychange', ask)
  }
}

/** Which slide of which deck a window shows, and what is toggled on it. */
function placeNow(store: Store) {
  const { deck } = store.get(presentingAtom)
  return { deck, slide: store.get(slideAtom).id, toggled: store.get(toggledAtom) }
}

function wallIn(message: unknown): { width: number; height: number } | null {
  const wall: object = Object(Reflect.get(Object(message), 'wall'))
  const [width, height] = [Reflect.get(wall, 'width'), Reflect.get(wall, 'height')]
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : null
}

function stored(name: string): Session | null {
  try {
    const kept: unknown = parsed(localStorage.getItem(name) ?? 'null')
    const at: unknown = Reflect.get(Object(kept), 'at')
    return typeof at === 'number' && Date.now() - at < longest ? readSession(kept) : null
  } catch {
    return null
  }
}

function keep(name: string, session: Session) {
  try {
    localStorage.setItem(name, JSON.stringify({ ...session, at: Date.now() }))
  } catch {
    // Storage is blocked or full: the windows stay in step while they are open.
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Minutes planned before the slide in use, for it, and for the whole deck. */
export const planAtom = atom((get) => {
  const { slides } = get(deckAtom)
  const index = get(slideIndexAtom)
  const sum = (some: typeof slides) => some.reduce((all, { minutes }) => all + minutes, 0)
  return { before: sum(slides.slice(0, index)), own: slides[index]?.minutes ?? 0, all: sum(slides) }
})
