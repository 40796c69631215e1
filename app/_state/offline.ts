import { atom, type createStore } from 'jotai/vanilla'
import type { Answers, Failed, Kept } from './offline.worker'
import { isVersionHeld } from './held-version'

type Store = ReturnType<typeof createStore>

/** How far this tool works without a network in this browser, and whether there is another version of it. */
export interface Offline {
  /** `incomplete`: some of it could not be kept, or the browser has removed it. */
  status: 'unsupported' | 'preparing' | 'ready' | 'incomplete'
  /** The browser has no room for it. */
  full: boolean
  /** Whether the server answers. */
  reached: boolean
  /** A new one is `ready`, or `held` back while a session runs; or this page is `older` than the one in use. */
  version: 'current' | 'ready' | 'held' | 'older'
}

/** What can be asked for once the page is alive. */
interface Ways {
  take: () => Promise<void>
  repair: () => Promise<void>
}

type Put = (part: Partial<Offline>) => void

const waysAtom = atom<Ways | null>(null)
/** What is kept, and whether all of this tool, in both languages, opens from cold without a network. */
export const offlineAtom = atom<Offline>({ status: 'preparing', full: false, reached: true, version: 'current' })
/** Load this page again in the version that is ready; not while a session runs. */
export const takeVersionAtom = atom(null, (get) => get(waysAtom)?.take())
/** Fetch again what is not kept. */
export const repairAtom = atom(null, (get) => get(waysAtom)?.repair())

/** How often each is asked again, in seconds. */
const pace = { session: 2, reach: 20, update: 3600 }

/** Keep this tool in the browser for work without a network, and hear of new versions. Returns the stop. */
export function followOffline(store: Store): () => void {
  const workers = container()
  const leave = new AbortController()
  const { signal } = leave
  const put: Put = (part) => {
    const now = store.get(offlineAtom)
    const next = { ...now, ...part }
    // Asked every few seconds: what is as it was notifies nobody.
    if (!signal.aborted && JSON.stringify(next) !== JSON.stringify(now)) store.set(offlineAtom, next)
  }
  if (!workers) put({ status: 'unsupported' })
  else {
    const begin = () => store.set(waysAtom, follow(workers, put, signal))
    // Everything is fetched, much of it once more: not before the page itself is there.
    if (document.readyState === 'complete') begin()
    else addEventListener('load', begin, { signal })
  }
  return () => leave.abort()
}

/** Never in development, where edits are to be seen at once. */
function container(): ServiceWorkerContainer | null {
  return process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator ? navigator.serviceWorker : null
}

function follow(workers: ServiceWorkerContainer, put: Put, signal: AbortSignal): Ways {
  let registration: ServiceWorkerRegistration | null = null
  let controlled = workers.controller !== null
  let older = false
  let taking = false

  const reach = async () => {
    const worker = registration?.active
    put({ reached: navigator.onLine && (!worker || (await ask(worker, 'reach')).reached) })
  }
  const lookAtVersion = async () => {
    const waits = Boolean(registration?.active && registration.waiting)
    put({ version: waits ? ((await isVersionHeld()) ? 'held' : 'ready') : older ? 'older' : 'current' })
  }
  const lookAtStatus = async () => {
    const { active, installing, waiting } = registration ?? {}
    if (active?.state === 'activated') put(statusOf(await ask(active, 'status')))
    else if (!active && !installing && !waiting) put({ status: 'incomplete' })
  }
  const look = () => Promise.all([lookAtStatus(), lookAtVersion()])
  const listen = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look, { signal })

  const register = async () => {
    try {
      registration = await workers.register('/sw.js', { updateViaCache: 'none' })
    } catch {
      return put({ status: 'incomplete' })
    }
    // Where a browser test blocks workers there is none, whatever the types say.
    if (!registration) return put({ status: 'unsupported' })
    const { installing, waiting, active } = registration
    for (const worker of [installing, waiting, active]) listen(worker)
    registration.addEventListener('updatefound', () => listen(registration?.installing ?? null), { signal })
    await Promise.all([look(), reach()])
  }

  const failed = ({ data }: MessageEvent<Failed>) => data.kind === 'failed' && put({ full: data.full })
  workers.addEventListener('message', failed, { signal })
  workers.addEventListener(
    'controllerchange',
    () => {
      if (taking) return location.reload()
      // The first one takes a page over that had none; another one has been taken in another tab.
      older = controlled
      controlled = true
      void look()
    },
    { signal },
  )
  for (const change of ['online', 'offline']) addEventListener(change, reach, { signal })
  every(pace.session, lookAtVersion, signal)
  every(pace.reach, reach, signal)
  every(pace.update, async () => void (await registration?.update().catch(() => undefined)), signal)
  void register()

  return {
    async take() {
      const waiting = registration?.waiting
      if (!waiting) return location.reload()
      taking = true
      const { held } = await ask(waiting, 'take')
      if (held) taking = false
      await lookAtVersion()
    },
    async repair() {
      put({ status: 'preparing' })
      if (registration?.active) put(statusOf(await ask(registration.active, 'repair')))
      else await register()
    },
  }
}

function statusOf({ missing, full }: Kept): Partial<Offline> {
  return { status: missing === 0 ? 'ready' : 'incomplete', full }
}

/** Ask a worker, which is woken for it if it sleeps. */
function ask<K extends keyof Answers>(worker: ServiceWorker, kind: K): Promise<Answers[K]> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Answers[K]>) => {
      port1.close()
      resolve(data)
    }
    worker.postMessage({ kind }, [port2])
  })
}

/** Do something every so many seconds while somebody can see the page. */
function every(seconds: number, act: () => Promise<void>, signal: AbortSignal) {
  const timer = setInterval(() => void (document.visibilityState === 'visible' && act()), seconds * 1000)
  signal.addEventListener('abort', () => clearInterval(timer))
}
