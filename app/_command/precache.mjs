// Completes a finished build with its service worker. Not serwist's own plugin: that lists what there is while Next is
// still building, and pages come last. Here all is there, so each page, chunk and font is named with its hash, and
// a worker can never keep the pages of one build beside the chunks of another.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundle a worker with the list of all that a build serves, into the place that app/sw.js/route.ts keeps for it. */
export async function precache(next, open, worker) {
  const place = join(next, 'server', 'app', 'sw.js.body')
  if (!existsSync(place)) throw new Error(`${place} is not there to be replaced: see app/sw.js/route.ts.`)
  const bundled = await build({
    entryPoints: [worker],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', ENTRIES: JSON.stringify(entries(next, open)) },
  })
  writeFileSync(place, bundled.outputFiles[0].contents)
}

/** All that a build serves, each file once: its address, the hash of its bytes, and whether its name holds one already. */
export function entries(next, open) {
  const app = join(next, 'server', 'app')
  const hashed = filesIn(join(next, 'static')).filter((file) => !file.endsWith('.map'))
  const written = filesIn(app).filter(
    // Of the pages that say what went wrong, only the one for unknown addresses has an address.
    (file) => /\.(html|body)$/.test(file) && (!file.startsWith('_') || file === '_not-found.html'),
  )
  return [
    ...hashed.map((file) => entry(`/_next/static/${file}`, join(next, 'static', file), true)),
    ...written
      .filter((file) => file !== 'sw.js.body')
      .map((file) => entry(`/${file.replace(/\.\w+$/, '')}`, join(app, file), false)),
    ...filesIn(open).map((file) => entry(`/${file}`, join(open, file), false)),
  ]
}

/** With the hash of its bytes, which the browser holds against what the server sends: a mixture of builds is refused. */
function entry(url, path, named) {
  const hash = createHash('sha256').update(readFileSync(path)).digest('base64')
  return { url, revision: named ? null : hash.slice(0, 12), integrity: `sha256-${hash}` }
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}
