import { createStore } from 'jotai/vanilla'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { holdVersion, isVersionHeld } from '../../app/_state/held-version'
import { followOffline, offlineAtom, repairAtom, takeVersionAtom } from '../../app/_state/offline'

/** What a page says of work without a network and of other versions, whatever the browser's workers do. */

/** A worker of the browser, which answers as it is told. */
class Installed extends EventTarget {
  readonly asked: string[] = []
  answers: Record<string, unknown> = { status: { missing: 0, full: false }, reach: { reached: true } }
  constructor(public state: string) {
    super()
  }
  postMessage({ kind }: { kind: string }, [port]: [MessagePort]) {
    this.asked.push(kind)
    port.postMessage(this.answers[kind])
  }
  become(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class Registration extends EventTarget {
  installing: Installed | null = null
  waiting: Installed | null = null
  active: Installed | null = null
}

class Container extends EventTarget {
  controller: Installed | null = null
  registration = new Registration()
  register = vi.fn(async (): Promise<Registration | undefined> => this.registration)
}

const { locks } = navigator
const reload = vi.fn()
let workers = new Container()
let leaving: (() => void)[] = []

beforeEach(() => {
  workers = new Container()
  reload.mockClear()
  vi.stubEnv('NODE_ENV', 'production')
  vi.stubGlobal('document', { readyState: 'complete', visibilityState: 'visible' })
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('location', { reload })
  vi.stubGlobal('navigator', { onLine: true, serviceWorker: workers, locks })
})
afterEach(() => {
  for (const leave of leaving) leave()
  leaving = []
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

function follow() {
  const store = createStore()
  leaving.push(followOffline(store))
  return { store, told: (part: object) => vi.waitFor(() => expect(store.get(offlineAtom)).toMatchObject(part), 5000) }
}

/** A tab in whose browser all is kept, and a new version may wait. */
function settled(waiting: Installed | null = null) {
  workers.registration.active = workers.controller = new Installed('activated')
  workers.registration.waiting = waiting
  return workers.registration.active
}

describe('what is kept', () => {
  test('in development nothing is registered', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    expect(follow().store.get(offlineAtom).status).toBe('unsupported')
    expect(workers.register).not.toHaveBeenCalled()
  })

  test('a first visit prepares until all is there', async () => {
    const first = (workers.registration.installing = new Installed('installing'))
    const { store, told } = follow()
    await vi.waitFor(() => expect(workers.register).toHaveBeenCalledOnce())
    expect(store.get(offlineAtom).status).toBe('preparing')
    Object.assign(workers.registration, { installing: null, active: first })
    first.become('activated')
    await told({ status: 'ready', version: 'current', reached: true })
  })

  test('one that could not be kept for want of room is told, and tried again on demand', async () => {
    const first = (workers.registration.installing = new Installed('installing'))
    const { store, told } = follow()
    await vi.waitFor(() => expect(workers.register).toHaveBeenCalledOnce())
    workers.registration.installing = null
    workers.dispatchEvent(new MessageEvent('message', { data: { kind: 'failed', full: true } }))
    first.become('redundant')
    await told({ status: 'incomplete', full: true })
    workers.register.mockImplementationOnce(async () => {
      settled()
      return workers.registration
    })
    await store.set(repairAtom)
    await told({ status: 'ready', full: false })
  })

  test('what the browser removed is told, and fetched again on demand', async () => {
    settled().answers = {
      status: { missing: 3, full: false },
      repair: { missing: 0, full: false },
      reach: { reached: true },
    }
    const { store, told } = follow()
    await told({ status: 'incomplete', full: false })
    await store.set(repairAtom)
    await told({ status: 'ready' })
  })

  test('a browser that refuses is told of, and throws nothing', async () => {
    workers.register.mockRejectedValue(new TypeError('refused'))
    await follow().told({ status: 'incomplete' })
    workers.register.mockResolvedValue(undefined)
    await follow().told({ status: 'unsupported' })
  })

  test('a server that does not answer is told of; what stays as it was notifies nobody', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const active = settled()
    active.answers.reach = { reached: false }
    const { store, told } = follow()
    await told({ status: 'ready', reached: false })
    let notified = 0
    store.sub(offlineAtom, () => void notified++)
    const asked = active.asked.length
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() => expect(active.asked.length).toBe(asked + 3))
    expect(notified).toBe(0)
  })
})

describe('another version', () => {
  test('is announced; the page opens again once it is in use, and not before', async () => {
    const fresh = new Installed('installed')
    fresh.answers.take = { held: false }
    settled(fresh)
    const { store, told } = follow()
    await told({ version: 'ready' })
    expect(fresh.asked).toEqual([])
    await store.set(takeVersionAtom)
    expect(fresh.asked).toEqual(['take'])
    expect(reload).not.toHaveBeenCalled()
    workers.dispatchEvent(new Event('controllerchange'))
    expect(reload).toHaveBeenCalledOnce()
  })

  test('waits while a session runs in any window', async () => {
    const [one, two] = [holdVersion(), holdVersion()]
    settled(new Installed('installed'))
    const { told } = follow()
    await told({ version: 'held' })
    one()
    await vi.waitFor(async () => expect((await locks.query()).held).toHaveLength(1))
    expect(await isVersionHeld()).toBe(true)
    two()
    await told({ version: 'ready' })
    expect(await isVersionHeld()).toBe(false)
  })

  test('that the worker refuses, since a session began meanwhile, swaps nothing', async () => {
    const fresh = new Installed('installed')
    fresh.answers.take = { held: true }
    settled(fresh)
    const { store, told } = follow()
    await told({ version: 'ready' })
    await store.set(takeVersionAtom)
    // Later another tab takes it: this page must not follow.
    workers.registration.waiting = null
    workers.dispatchEvent(new Event('controllerchange'))
    await told({ version: 'older' })
    expect(reload).not.toHaveBeenCalled()
  })

  test('that another tab took leaves this page as it is; the first version of all is no other', async () => {
    settled()
    const { store, told } = follow()
    await told({ status: 'ready' })
    workers.dispatchEvent(new Event('controllerchange'))
    await told({ version: 'older' })
    expect(reload).not.toHaveBeenCalled()
    await store.set(takeVersionAtom)
    expect(reload).toHaveBeenCalledOnce()

    workers.controller = null
    const first = follow()
    await first.told({ status: 'ready' })
    workers.dispatchEvent(new Event('controllerchange'))
    await new Promise((later) => setTimeout(later))
    expect(first.store.get(offlineAtom).version).toBe('current')
  })
})
