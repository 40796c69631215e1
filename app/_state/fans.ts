import { wrap } from 'comlink'
import type { createStore } from 'jotai/vanilla'
import { drawsOf } from '../../lib/engine/draws'
import { fan } from '../../lib/engine/fan'
import { assignmentAtom, fansAtom, fingerprintsAtom, variantsAtom } from './atoms'
import type { FanWork } from './fan.worker'
import { modelAtom } from './url'

type Store = ReturnType<typeof createStore>
type Compute = (...asked: Parameters<FanWork['fan']>) => Promise<readonly Float64Array[]>

/**
 * Keep the fans of a store in step with its assignment: whenever it changes, ask the worker for the
 * variables whose fingerprint changed, one request at a time, the newest next. A worker that fails is
 * started once more; after that, and where there are none, the main thread computes. Returns the stop.
 */
export function followFans(store: Store): () => void {
  const worker = startWorker(store)
  let compute: Compute = worker.compute
  let busy = false
  let stopped = false
  let failures = 0

  const pump = async () => {
    if (busy || stopped) return
    const now = store.get(fingerprintsAtom)
    const kept = store.get(fansAtom)
    const wanted = now.flatMap((fingerprint, i) => (kept[i]?.fingerprint === fingerprint ? [] : [i]))
    if (wanted.length === 0) return
    busy = true
    let again = true
    try {
      const quantiles = await compute(store.get(assignmentAtom), store.get(variantsAtom), wanted)
      const fans = now.map((_, i) => store.get(fansAtom)[i] ?? null)
      wanted.forEach((i, k) => (fans[i] = { fingerprint: now[i]!, quantiles: quantiles[k]! }))
      if (!stopped) store.set(fansAtom, fans)
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

  const unsubscribe = store.sub(fingerprintsAtom, () => void pump())
  void pump()
  return () => {
    stopped = true
    unsubscribe()
    worker.stop()
  }
}

function startWorker(store: Store) {
  let running: Worker | null = null
  const start = (): Compute => {
    if (typeof Worker === 'undefined') return onMainThread(store)
    let worker: Worker
    try {
      worker = new Worker(new URL('./fan.worker.ts', import.meta.url), { type: 'module' })
    } catch (refusal) {
      return () => Promise.reject(refusal)
    }
    running = worker
    const failed = new Promise<never>((_, reject) => worker.addEventListener('error', reject, { once: true }))
    failed.catch(() => undefined)
    const remote = wrap<FanWork>(worker)
    const prepared = remote.prepare(store.get(modelAtom).pack)
    return (...asked) => Promise.race([failed, prepared.then(() => remote.fan(...asked))])
  }
  return { compute: start(), restart: start, stop: () => running?.terminate() }
}

function onMainThread(store: Store): Compute {
  const model = store.get(modelAtom)
  const draws = drawsOf(model)
  return async (assignment, variants, wanted) => {
    // The lines are painted first: a fan takes this thread longer than a toggle may.
    await new Promise((resolve) => setTimeout(resolve))
    return fan(model, assignment, draws, variants, wanted).quantiles
  }
}
