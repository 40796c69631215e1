// `npm start`: installs and builds what is missing or out of date, serves the pages, and says where.
import { createServer } from 'node:net'
import process from 'node:process'
import { bin, buildIfStale, end, endOnSignal, Failure, install, say } from './setup.mjs'

endOnSignal(0)

try {
  const wanted = toPort(process.env.PORT ?? '3000')
  await install()
  await buildIfStale()
  const port = await firstFree(wanted)
  if (port !== wanted) say(`Port ${wanted} is taken, so this uses port ${port}. Choose another with PORT=… npm start.`)
  // Room for addresses far longer than any of ours: the page itself says what is wrong with them.
  const env = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-http-header-size=65536` }
  const server = bin('next', ['start', '--port', String(port)], { env })
  const answered = await Promise.race([answers(port), server.then(() => false)])
  if (answered) process.stdout.write(`\nEncrucijada is at http://localhost:${port}/  (Ctrl-C ends it)\n`)
  const { code } = await server
  throw new Failure(
    `\`next start\` ended with code ${code}, see above. If it says that the build is damaged, delete .next and try again.`,
  )
} catch (error) {
  end(error)
}

function toPort(text) {
  const port = Number(text)
  if (/^\d+$/.test(text) && port > 0 && port < 65536) return port
  throw new Failure(`PORT is "${text}": choose a number from 1 to 65535.`)
}

/** The first port from `from` on that nobody listens on. */
async function firstFree(from) {
  for (let port = from; port < Math.min(from + 50, 65536); port++) if (await isFree(port)) return port
  throw new Failure(`Ports ${from} to ${from + 49} are all taken: choose another with PORT=… npm start.`)
}

function isFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(new Failure(`Port ${port} cannot be used (${error.code}): choose another with PORT=… npm start.`))
    })
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}

/** Resolves to true once the server answers a request. */
async function answers(port) {
  for (;;) {
    try {
      await fetch(`http://localhost:${port}/`, { redirect: 'manual' })
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
