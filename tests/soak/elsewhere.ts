import { fileURLToPath } from 'node:url'
import { Worker as Thread } from 'node:worker_threads'
import type { Page } from '@playwright/test'
import { build } from 'esbuild'

/** `bytes.ts` as one script, and what it computes in other programs than this one. */

interface Asked {
  pack: unknown
  seed: number
  many: number
}

/** The script that makes `digests` a global one: for workers and browsers, which read no TypeScript. */
export async function digestScript(): Promise<string> {
  const entryPoint = fileURLToPath(new URL('bytes.ts', import.meta.url))
  const { outputFiles } = await build({ entryPoints: [entryPoint], bundle: true, write: false, format: 'iife', globalName: 'bytes' }) // prettier-ignore
  return `${outputFiles[0]?.text ?? ''}\nglobalThis.bytes = bytes\n`
}

/** The digests that a worker thread of Node computes. */
export function inThread(script: string, asked: Asked): Promise<unknown> {
  const own = `${script}; const { parentPort, workerData: d } = require('node:worker_threads'); parentPort.postMessage(bytes.digests(d.pack, d.seed, d.many))` // prettier-ignore
  return new Promise((resolve, reject) => {
    const worker = new Thread(own, { eval: true, workerData: asked })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}

/** The digests that a page of a browser computes: on its main thread, and in a worker of its own. */
export async function inBrowser(
  page: Page,
  script: string,
  asked: Asked,
): Promise<{ main: string[]; worker: string[] }> {
  // A page of no app, whose policy lets no foreign script in.
  const blank = 'http://localhost/same-bytes'
  await page.route(blank, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Same bytes</title>' }),
  )
  await page.goto(blank)
  await page.addScriptTag({ content: script })
  // No function in it is named: what compiles TypeScript would name it by a helper that no page has.
  return page.evaluate(
    async ({ script, asked }) => {
      const digests: unknown = Reflect.get(Reflect.get(globalThis, 'bytes'), 'digests')
      if (typeof digests !== 'function') throw new Error('The script defines no digests.')
      const answer = `${script}; onmessage = ({ data: d }) => postMessage(bytes.digests(d.pack, d.seed, d.many))`
      const worker = new Worker(URL.createObjectURL(new Blob([answer], { type: 'text/javascript' })))
      const answered = new Promise<unknown>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = ({ message }) => reject(new Error(message))
      })
      worker.postMessage(asked)
      const found: unknown[] = [digests(asked.pack, asked.seed, asked.many), await answered]
      const [main = [], inWorker = []] = found.map((own) => (Array.isArray(own) ? own.map(String) : []))
      return { main, worker: inWorker }
    },
    { script, asked },
  )
}
