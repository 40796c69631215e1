import { wrap } from 'comlink'
import type { createStore } from 'jotai/vanilla'
import type { Model } from '../../lib/engine/compile'
import type { Variants } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { type Order, orders } from '../../lib/engine/paired'
import { fanKeysAtom, fansAtom, type Line, linesAtom, variantsAtom } from './atoms'
import { drawsAtom } from './draws'
import { ordersAtom, ordersKeyAtom } from './compare'
import type { FanWork } from './fan.worker'
import { packModelAtom } from './url'

type Store = ReturnType<typeof createStore>
/** The work of the fan worker, wherever it is done. */
interface Compute {
  fan: (line: Line, variants: Variants, wanted: readonly number[]) => Promise<readonly Float64Array[]>
  orders: (sides: readonly Line[], year: number, variants: Variants) => Promise<readonly Order[]>
}

/**
 * Keep the fans of a store, and the orders of its columns, in step with the lines on screen: whenever they
 * change, ask the worker for what is missing, one request at a time, the newest next. A worker that fails is
 * started once more; after that, and where there are none, the main thread computes. Returns the stop.
 */
export function followFans(store: Store): () => void {
  const worker = startWorker(store)
  let compute: Compute = worker.compute
  let busy = false
  let stopped = false
  let failures = 0

  const pump = async () => {
    const work = missing(store)
    if (busy || stopped || !work) return
    busy = true
    let again = true
    try {
      const take = await work(compute)
      if (!stopped) take()
    } catch {
      if (stopped) return
      // Where the main thread fails as well, the next change is the next attempt: asking on would never end.
      again = ++failures < 3
      worker.stop()
      compute = failures === 1 ? worker.restart() : onMainThread(store)
    }
    busy = false
    if (again) void pump()
  }

  const unsubscribe = [fanKeysAtom, ordersKeyAtom].map((changing) => store.sub(changing, () => void pump()))
  void pump()
  return () => {
    stopped = true
    for (const leave of unsubscribe) leave()
    worker.stop()
  }
}

/** The next piece of work, which ends in taking its result: fans line by line, then the orders; null when all is there. */
function missing(store: Store): ((compute: Compute) => Promise<() => void>) | null {
  const lines = store.get(linesAtom)
  const variants = store.get(variantsAtom)
  for (const [l, keys] of store.get(fanKeysAtom).entries()) {
    const wanted = keys.flatMap((key, i) => (store.get(fansAtom).has(key) ? [] : [i]))
    if (wanted.length > 0)
      return async (compute) => {
        const quantiles = await compute.fan(lines[l]!, variants, wanted)
        return () => takeFans(store, new Map(wanted.map((i, k) => [keys[i] ?? '', quantiles[k]!])))
      }
  }
  const asked = store.get(ordersKeyAtom)
  if (asked === null || store.get(ordersAtom)?.key === asked.key) return null
  return async (compute) => {
    const found = await compute.orders(asked.sides, asked.year, variants)
    return () => store.set(ordersAtom, { key: asked.key, orders: found })
  }
}

/** Add fans, and let go of those that no line on screen needs. */
function takeFans(store: Store, found: ReadonlyMap<string, Float64Array>) {
  const needed = new Set(store.get(fanKeysAtom).flat())
  const fans = [...store.get(fansAtom), ...found].filter(([key]) => needed.has(key) || found.has(key))
  store.set(fansAtom, new Map(fans))
}

function startWorker(store: Store) {
  let running: Worker | null = null
  const start = (): Compute => {
    if (typeof Worker === 'undefined') return onMainThread(store)
    let worker: Worker
    try {
      worker = new Worker(new URL('./fan.worker.ts', import.meta.url), { type: 'module' })
    } catch (refusal) {
      return { fan: () => Promise.reject(refusal), orders: () => Promise.reject(refusal) }
    }
    running = worker
    const unlessItFails = guardOf(worker)
    const remote = wrap<FanWork>(worker)
    const sent = new Map<Model, number>()
    /** The number a model goes by in the worker, sent there when it is first asked for. */
    const numberOf = async (model: Model) => {
      const known = sent.get(model)
      if (known !== undefined) return known
      const number = sent.size
      sent.set(model, number)
      await remote.prepare(number, model.pack)
      return number
    }
    // The pack itself goes first: what every address without changes asks for.
    const prepared = numberOf(store.get(packModelAtom))
    return {
      fan: ({ model, assignment }, variants, wanted) => {
        const asked = prepared.then(() => numberOf(model))
        return unlessItFails(asked.then((number) => remote.fan(number, assignment, variants, wanted)))
      },
      orders: (sides, year, variants) => {
        const asked = sides.map(async ({ model, assignment }) => {
          await prepared
          return { number: await numberOf(model), assignment }
        })
        return unlessItFails(Promise.all(asked).then((own) => remote.orders(own, year, variants)))
      },
    }
  }
  return { compute: start(), restart: start, stop: () => running?.terminate() }
}

/**
 * Lets a piece of work, one at a time, fail with its worker, which would else leave it unanswered. No race against one
 * promise that lives as long as the worker: that would hold on to every piece of work ever done.
 */
function guardOf(worker: Worker): <T>(work: Promise<T>) => Promise<T> {
  let failure: ErrorEvent | null = null
  let fail: (reason: ErrorEvent) => void = () => undefined
  worker.addEventListener('error', (event) => fail((failure = event)), { once: true })
  return (work) =>
    new Promise((resolve, reject: (reason: unknown) => void) => {
      fail = reject
      if (failure) reject(failure)
      else work.then(resolve, reject)
    })
}

function onMainThread(store: Store): Compute {
  const draws = store.get(drawsAtom)
  // The lines are painted first: this work takes the thread longer than a toggle may.
  const later = () => new Promise((resolve) => setTimeout(resolve))
  return {
    fan: async ({ model, assignment }, variants, wanted) => {
      await later()
      return fan(model, assignment, draws, variants, wanted).quantiles
    },
    orders: async (sides, year, variants) => {
      await later()
      return orders(sides, draws, year, variants)
    },
  }
}
