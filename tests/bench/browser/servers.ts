import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { bin, buildIfStale, childNode } from '../../../app/_command/setup.mjs'

/** Where the two sites answer, and how to end them. */
export interface Servers {
  /** The dashboard, built. */
  app: string
  /** An empty app on the same framework. */
  empty: string
  stop: () => void
}

const root = fileURLToPath(new URL('../../..', import.meta.url))
const emptyFolder = fileURLToPath(new URL('empty', import.meta.url))

/** Build what is not built of the dashboard and of the empty app, and serve both on free ports. */
export async function startServers(): Promise<Servers> {
  await buildIfStale()
  await buildEmptyIfStale()
  const [app, empty] = [await serve(root), await serve(emptyFolder)]
  return {
    app: app.origin,
    empty: empty.origin,
    stop() {
      app.stop()
      empty.stop()
    },
  }
}

/** The empty app is built anew when it or the lockfile, and so the framework, has changed. */
async function buildEmptyIfStale() {
  const stamp = `${emptyFolder}/.next/built-from`
  const sources = ['app/layout.js', 'app/page.js', 'next.config.js'].map((path) => `${emptyFolder}/${path}`)
  const hash = createHash('sha256')
  for (const path of [...sources, `${root}/package-lock.json`]) hash.update(readFileSync(path))
  const wanted = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { code } = await bin('next', ['build', emptyFolder])
  if (code !== 0) throw new Error(`\`next build ${emptyFolder}\` failed, see above: nothing to hold the pages against.`)
  writeFileSync(stamp, wanted)
}

async function serve(folder: string): Promise<{ origin: string; stop: () => void }> {
  const port = await freePort()
  const next = `${root}/node_modules/next/dist/bin/next`
  const server = spawn(
    childNode().path,
    ['--max-http-header-size=65536', next, 'start', folder, '--port', String(port)],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  const stop = () => void server.kill()
  process.once('exit', stop)
  const origin = `http://localhost:${port}`
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`The server of ${folder} ended with ${server.exitCode}, see above.`)
    try {
      await fetch(origin, { redirect: 'manual' })
      return { origin, stop }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  stop()
  throw new Error(`The server of ${folder} did not answer on port ${port} within a minute.`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port is free.')),
      )
    })
  })
}
