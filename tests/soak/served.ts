import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The built app as `npm start` serves it, on a port of its own; null where there is no build to serve. */
export interface Served {
  address: string
  stop: () => void
}

/** Serve the app that was built last. Throws where nothing answers within a minute: build it first. */
export async function serve(): Promise<Served> {
  const port = await freePort()
  const next = ['--max-http-header-size=65536', 'node_modules/next/dist/bin/next', 'start', '--port', String(port)]
  const server: ChildProcess = spawn(process.execPath, next, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: 'ignore',
  })
  const address = `http://localhost:${port}`
  for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
    const answer = await fetch(`${address}/en`).catch(() => null)
    if (answer?.ok) return { address, stop: () => void server.kill() }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  server.kill()
  throw new Error('The app does not answer: build it with `npm run build`, and start the soak again.')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const found = probe.address()
      probe.close(() =>
        typeof found === 'object' && found ? resolve(found.port) : reject(new Error('No port is free.')),
      )
    })
  })
}
