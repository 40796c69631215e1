// Tightens the Content-Security-Policy of a finished build. A static page carries its data in inline scripts that
// differ from page to page; next.config.js cannot know them, so it allows 'unsafe-inline'. Here they are known:
// each page gets a policy with the hashes of its own scripts, and any other path the hashes of the error pages.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'

const name = 'Content-Security-Policy'
const open = "script-src 'self' 'unsafe-inline'"

/**
 * Write the hashes into the list of headers that `next start` reads. Throws if that list is not as we know it: a
 * new version of Next must not quietly bring the loose policy back.
 */
export function seal(folder) {
  const path = join(folder, 'routes-manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const everywhere = manifest.headers?.[0]
  const policy = everywhere?.headers?.find(({ key }) => key === name)
  if (!policy?.value.includes(open))
    throw new Error(`${path} holds no ${name} to tighten: see app/_command/seal.mjs and next.config.js.`)

  const sealed = (files) => ({
    key: name,
    value: policy.value.replace(open, ["script-src 'self'", ...hashesOf(files)].join(' ')),
  })
  const app = join(folder, 'server', 'app')
  const files = [...htmlFiles(app), ...htmlFiles(join(folder, 'server', 'pages'))]
  const isPage = (file) => file.startsWith(app) && !basename(file).startsWith('_')
  const errors = files.filter((file) => !isPage(file))
  // Of several headers with one name the last counts, so a page's own policy comes after the general one.
  manifest.headers = [
    {
      ...everywhere,
      headers: everywhere.headers.map((header) => (header === policy ? sealed(errors) : header)),
    },
    ...manifest.headers.slice(1),
    ...files.filter(isPage).map((file) => {
      const source = `/${relative(app, file).slice(0, -'.html'.length).replaceAll('\\', '/')}`
      // An address in other letters, /EN, has the headers of /en and the body of an error page.
      return { source, regex: `^${source}(?:/)?$`, headers: [sealed([file, ...errors])] }
    }),
  ]
  writeFileSync(path, JSON.stringify(manifest))
}

function htmlFiles(folder) {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.html'))
  return files.sort().map((file) => join(folder, file))
}

/** Hashes of all inline scripts of some pages, each once. */
function hashesOf(files) {
  const scripts = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
  ])
  return [...new Set(scripts.map(([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))]
}
