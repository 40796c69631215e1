// Tightens the Content-Security-Policy of a finished build. A static page carries its data in inline scripts that
// differ from page to page; next.config.js cannot know them, so it allows 'unsafe-inline'. Here they are known:
// each page gets a policy with the hashes of its own scripts, and any other path the hashes of the error pages.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const name = 'Content-Security-Policy'
const open = "'unsafe-inline'"

/**
 * Write the hashes into the list of headers that `next start` reads. Throws if that list is not as we know it: a
 * new version of Next must not quietly bring the loose policy back.
 */
export function seal(folder) {
  const path = join(folder, 'routes-manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const everywhere = manifest.headers?.[0]
  const policy = everywhere?.headers?.find(({ key }) => key === name)
  if (!policy?.value.includes(`script-src 'self' ${open}`))
    throw new Error(`${path} holds no ${name} to tighten: see app/_command/seal.mjs and next.config.js.`)

  const sealed = (hashes) => ({
    key: name,
    value: policy.value.replace(`script-src 'self' ${open}`, ["script-src 'self'", ...hashes].join(' ')),
  })
  const pages = htmlFiles(join(folder, 'server', 'app'))
  const isError = (file) => /(^|\/)_/.test(file)
  const errors = [
    ...pages.filter(isError).map((file) => join(folder, 'server', 'app', file)),
    ...htmlFiles(join(folder, 'server', 'pages')).map((file) => join(folder, 'server', 'pages', file)),
  ]
  const own = pages
    .filter((file) => !isError(file))
    .map((file) => {
      const source = `/${file.replace(/\.html$/, '')}`
      return { source, regex: `^${source}(?:/)?$`, headers: [sealed(hashesOf([join(folder, 'server', 'app', file)]))] }
    })
  // Of several headers with one name the last counts, so a page's own policy comes after the general one.
  manifest.headers = [
    {
      ...everywhere,
      headers: everywhere.headers.map((header) => (header === policy ? sealed(hashesOf(errors)) : header)),
    },
    ...manifest.headers.slice(1),
    ...own,
  ]
  writeFileSync(path, JSON.stringify(manifest))
}

function htmlFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort()
}

/** Hashes of all inline scripts of some pages, each once. */
function hashesOf(files) {
  const scripts = files.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
  ])
  return [...new Set(scripts.map(([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))]
}
