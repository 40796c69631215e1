import { expose } from 'comlink'
import type { FanWork } from '../../app/_state/fan.worker'

/**
 * A Worker inside this thread that runs the real work but holds its answers back until they are released:
 * so that a test decides what comes when. Given no work, it can only fail.
 */
export class HeldWorker extends EventTarget {
  static work: FanWork | null = null
  static started: HeldWorker[] = []
  static requests = 0
  ended = false
  private held: unknown[] = []
  private readonly inside = new EventTarget()

  constructor() {
    super()
    HeldWorker.started.push(this)
    if (!HeldWorker.work) return
    expose(HeldWorker.work, {
      postMessage: (message: unknown) => void this.held.push(message),
      addEventListener: (type, listener) => this.inside.addEventListener(type, listener),
      removeEventListener: (type, listener) => this.inside.removeEventListener(type, listener),
    })
  }

  postMessage(data: unknown) {
    HeldWorker.requests++
    if (!this.ended) this.inside.dispatchEvent(new MessageEvent('message', { data }))
  }

  terminate() {
    this.ended = true
  }

  /** Hand out the answers that are ready. */
  release() {
    for (const data of this.held.splice(0)) if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }))
  }

  fail() {
    this.dispatchEvent(new Event('error'))
  }

  static reset(work: FanWork | null) {
    Object.assign(HeldWorker, { work, started: [], requests: 0 })
  }
}
