import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isValidElement } from 'react'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import config from '../next.config.js'
import floors from './floors.json'
import { files, importsOf, leaves, parseJson, read, root, type Source, sources, within } from './house-reader'

/**
 * What no page may do, counted over the sources: each count is 0, and what is let through says why. What a browser sees
 * of it (headers, requests, scripts that find their way in) is asked in e2e/security.spec.ts.
 */

const code = [...within('app', 'lib', 'data'), ...sources.filter(({ path }) => path === 'next.config.js')]
/** Code that runs in a browser or makes its pages: the command runs on the analyst's own machine. */
const shipped = code.filter(({ path }) => !path.startsWith('app/_command/'))
/** Where a node of a file stands, for a message that can be clicked. */
const at = ({ path, tree }: Source, node: ts.Node) =>
  `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} ${node.getText(tree).slice(0, 80)}`
/** Nodes of each file, without the tokens between them, which are most and mean nothing here. */
const nodes = new Map(sources.map((source) => [source, [...nodesOf(source.tree)]]))
function* nodesOf(tree: ts.Node): Generator<ts.Node> {
  const waiting: ts.Node[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node
    ts.forEachChild(node, (child) => void waiting.push(child))
  }
}
/** Every node of some files that is wanted, as a place. */
const found = (places: readonly Source[], wanted: (node: ts.Node) => boolean) =>
  places.flatMap((source) => (nodes.get(source) ?? []).filter(wanted).map((node) => at(source, node)))
/** Name of what a call calls or makes, with what it belongs to: "history.pushState", "RegExp". */
const called = (node: ts.Node): string =>
  ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression.getText() : ''

describe('the lockfile', () => {
  const lock = read('package-lock.json')
  type Names = Record<string, string>
  type Package = { version?: string; hasInstallScript?: boolean; dependencies?: Names; optionalDependencies?: Names }
  const { packages }: { packages: Record<string, Package> } = JSON.parse(lock)
  const copies = (name: string) =>
    Object.entries(packages).flatMap(([path, { version = '0' }]) =>
      path.endsWith(`node_modules/${name}`) ? [{ path, version }] : [],
    )

  test.each(floors)('no copy of $name is below its security floor', ({ name, floors }) => {
    const below = copies(name).filter(({ version }) => isBelow(version, floors))
    expect(copies(name), `${name} is in the lockfile, else its row in tests/floors.json can go`).not.toEqual([])
    expect(below).toEqual([])
  })

  test('a floor holds for its own major version, and for all between it and the next floor', () => {
    const floors = ['1.1.12', '3.0.1']
    const below = (version: string) => isBelow(version, floors)
    expect(['1.1.11', '0.9.0', '2.9.9', '3.0.0'].map(below)).toEqual([true, true, true, true])
    expect(['1.1.12', '1.2.0', '3.0.1', '3.0.10', '4.0.0', '10.0.0'].map(below)).toEqual(Array(6).fill(false))
  })

  test('holds every package that another asks for, those for other machines too, without which no clean install works', () => {
    const inside = (path: string, name: string): boolean =>
      `${path && `${path}/`}node_modules/${name}` in packages ||
      (path !== '' && inside(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name))
    const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((name) =>
        inside(path, name) ? [] : [`${name}, for ${path}`],
      ),
    )
    expect(missing).toEqual([])
  })

  test('names no registry, and lets no package run a script when it is installed but those named here', () => {
    expect(lock).not.toContain('"resolved"')
    const run = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript ? [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)] : [],
    )
    // esbuild puts its program in place, unrs-resolver (of the linter) looks for its own.
    expect([...new Set(run)].sort()).toEqual(['esbuild', 'unrs-resolver'])
  })

  test('holds nothing that counts, measures or reports on who uses it', () => {
    const reporters = /analytics|telemetry|sentry|datadog|segment|posthog|mixpanel|plausible|newrelic|web-vitals|gtag/
    const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(read('package.json'))
    expect(Object.keys(dependencies).filter((name) => reporters.test(name))).toEqual([])
    // Next would report on builds and starts: every way to start it says no.
    const starters = ['app/_command/setup.mjs', 'e2e/playwright.config.ts']
    for (const path of starters) expect(read(path), path).toContain(`NEXT_TELEMETRY_DISABLED: '1'`)
  })
})

/** Whether a version is below the floor of its major version, or else of the next major version that has one. */
function isBelow(version: string, floors: readonly string[]): boolean {
  const parts = (text: string) => text.split('.').map((part) => parseInt(part, 10))
  const [major = 0] = parts(version)
  const floor = floors.find((floor) => (parts(floor)[0] ?? 0) >= major)
  if (floor === undefined) return false
  const i = parts(version).findIndex((part, i) => part !== parts(floor)[i])
  return i >= 0 && (parts(version)[i] ?? 0) < (parts(floor)[i] ?? 0)
}

describe('the server', () => {
  test('runs nothing at the request of a page: no server action, no cached function', () => {
    const directive = (node: ts.Node) =>
      ts.isExpressionStatement(node) &&
      ts.isStringLiteral(node.expression) &&
      /^use (server|cache)/.test(node.expression.text)
    expect(found(sources, directive)).toEqual([])
    expect(found(shipped, (node) => /^(unstable_cache|cacheLife|cacheTag|cookies|draftMode)$/.test(called(node)))).toEqual([]) // prettier-ignore
  })

  test('decides nothing between request and page: no proxy, no middleware, no route but the one of the worker', () => {
    const between = /(^|\/)(proxy|middleware|instrumentation(-client)?)\.[cm]?[jt]sx?$/
    expect([...files, ...files.map((file) => file.replace(/^app\//, ''))].filter((path) => between.test(path))).toEqual(
      [],
    )
    for (const name of ['proxy', 'middleware', 'instrumentation'])
      for (const folder of ['', 'src/'])
        for (const end of ['ts', 'js', 'mjs', 'tsx'])
          expect(existsSync(join(root, `${folder}${name}.${end}`)), `${folder}${name}.${end}`).toBe(false)
    // The worker that takes itself away, and the content of the pages: both made with the build.
    const routes = files.filter((path) => /(^|\/)route\.[jt]sx?$/.test(path))
    expect(routes.sort()).toEqual(['app/content/[file]/route.ts', 'app/sw.js/route.ts'])
    for (const path of routes) expect(read(path), path).toContain(`export const dynamic = 'force-static'`)
    const asks = (node: ts.Node) => /^(cookies|headers|connection|after)$/.test(called(node))
    expect(found(within('app'), asks)).toEqual([])
    expect(files.some((path) => path.startsWith('app/') && /\/pages\/|\/api\//.test(path))).toBe(false)
  })

  test('fetches and recodes no picture', () => {
    expect(config.images).toEqual({ unoptimized: true })
    const imports = shipped.flatMap((source) => importsOf(source).map(({ to }) => `${source.path} imports ${to}`))
    expect(imports.filter((told) => /imports (next\/image|next\/legacy\/image|sharp|image-size)$/.test(told))).toEqual(
      [],
    )
  })

  test('names its policy once: own scripts and hashes, no plugin, no other base, no frame of another site', async () => {
    const [everywhere, ...others] = (await config.headers?.()) ?? []
    expect(others).toEqual([])
    expect(everywhere?.source).toBe('/:path*')
    const headers = Object.fromEntries(everywhere?.headers.map(({ key, value }) => [key, value]) ?? [])
    const policy = headers['Content-Security-Policy'] ?? ''
    // 'unsafe-inline' is for scripts only until the build is sealed: tests/setup.test.ts and e2e/security.spec.ts.
    expect(policy.match(/'unsafe-[a-z-]+'/g)).toEqual([`'unsafe-inline'`, `'unsafe-inline'`])
    expect(policy).not.toMatch(/https?:|\*|wasm/)
    for (const directive of [`object-src 'none'`, `base-uri 'none'`, `frame-ancestors 'self'`, `form-action 'self'`])
      expect(policy.split('; ')).toContain(directive)
  })

  const pages = files.filter((path) => /^app\/\[locale\]\/.*page\.tsx$/.test(path))

  test.each(pages)('%s hands components of the browser nothing but plain values', async (path) => {
    const [page] = (await exportsOf(path)).filter((made) => typeof made === 'function').slice(-1)
    // One after the other, once the page has them: asked for at once, a module may be made twice, and be no longer the page's.
    const ofBrowser = new Set<unknown>()
    for (const edge of edges(path)) for (const made of await exportsOf(edge)) ofBrowser.add(made)
    expect(ofBrowser.size).toBeGreaterThan(1)
    for (const locale of ['en', 'es']) {
      const tree: unknown = await call(page, { params: Promise.resolve({ locale }) })
      expect(await strange(tree, path, ofBrowser)).toEqual([])
    }
  })

  test('a typed array, a date, a map or a function among the props is found', async () => {
    const tree = { a: new Float64Array(2), b: [new Date(0)], c: { d: new Map(), e: () => 1 }, f: { g: [1, 'x', null] } }
    expect(await strange(tree, 'p', new Set())).toEqual(['p.a: Float64Array', 'p.b.0: Date', 'p.c.d: Map', 'p.c.e: function']) // prettier-ignore
  })
})

/** Files of the browser that a file of the server imports, by way of other files of the server too. */
function edges(path: string, seen = new Set<string>()): string[] {
  const source = sources.find((source) => source.path === path)
  if (!source || seen.has(path)) return []
  seen.add(path)
  if (/^['"]use client['"]/.test(source.text)) return [path]
  return importsOf(source).flatMap(({ to }) => [`${to}.ts`, `${to}.tsx`].flatMap((file) => edges(file, seen)))
}

/** What a file exports, its default last. */
async function exportsOf(path: string): Promise<unknown[]> {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(root, path))
  return Object.entries(exported)
    .sort(([a], [b]) => Number(a === 'default') - Number(b === 'default'))
    .map(([, made]) => made)
}

const call = (made: unknown, props: unknown): unknown => (typeof made === 'function' ? made(props) : undefined)

/**
 * Places in a tree of elements, as a page of the server makes it, where a prop is no text, number, boolean, nothing, list or
 * plain record. A component of the server is called, since its own elements cross the boundary; one of the browser is not.
 */
async function strange(value: unknown, place: string, ofBrowser: ReadonlySet<unknown>): Promise<string[]> {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return []
  if (typeof value !== 'object') return [`${place}: ${typeof value}`]
  if (isValidElement(value)) {
    const { type, props } = value
    if (typeof type === 'function' && !ofBrowser.has(type))
      return strange(await call(type, props), `${place} <${type.name}>`, ofBrowser)
    return strange(props, `${place} <${typeof type === 'function' ? type.name : String(type)}>`, ofBrowser)
  }
  const kind = Object.getPrototypeOf(value)?.constructor?.name ?? 'Object'
  if (kind !== 'Object' && kind !== 'Array') return [`${place}: ${kind}`]
  const parts = Object.entries(value).map(([key, part]) => strange(part, `${place}.${key}`, ofBrowser))
  return (await Promise.all(parts)).flat()
}

describe('the page', () => {
  test('writes text as text: no markup from a string anywhere', () => {
    const sinks =
      /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcDoc|srcdoc|DOMParser)$/
    const isSink = (node: ts.Node) =>
      (ts.isIdentifier(node) && sinks.test(node.text)) || /^document\.write(ln)?$/.test(called(node))
    expect(found(shipped, isSink)).toEqual([])
  })

  test('makes no code from a string', () => {
    const makes = (node: ts.Node) => {
      const name = called(node).replace(/^(window|globalThis|self)\./, '')
      const [first] = ts.isCallExpression(node) || ts.isNewExpression(node) ? (node.arguments ?? []) : []
      const late = /^set(Timeout|Interval)$/.test(name) && first !== undefined && ts.isStringLiteralLike(first)
      const imported = name === 'import' && first !== undefined && !ts.isStringLiteralLike(first)
      return ['eval', 'Function', 'AsyncFunction', 'importScripts'].includes(name) || late || imported
    }
    // The command reads a pack that the analyst names on their own machine; the build loads its own files.
    expect(found(shipped, makes)).toEqual([])
    expect(found(sources, (node) => /^(eval|Function)$/.test(called(node)))).toEqual([])
    expect(found(shipped, (node) => ts.isStringLiteralLike(node) && /^\s*javascript:/i.test(node.text))).toEqual([])
  })

  test('makes no regular expression from content', () => {
    // Copying one that stands in the sources, to give it another flag, makes none from content.
    const literals = new Set(
      code.flatMap(({ tree }) =>
        [...nodesOf(tree)].flatMap((node) =>
          ts.isVariableDeclaration(node) && node.initializer && ts.isRegularExpressionLiteral(node.initializer)
            ? [node.name.getText()]
            : [],
        ),
      ),
    )
    const fromContent = (node: ts.Node) => {
      if (!/^(window\.|globalThis\.)?RegExp$/.test(called(node))) return false
      const [first] = ts.isCallExpression(node) || ts.isNewExpression(node) ? (node.arguments ?? []) : []
      return !first || !(ts.isStringLiteralLike(first) || (ts.isIdentifier(first) && literals.has(first.text)))
    }
    expect(found(code, fromContent)).toEqual([])
    // These take a text for a pattern, too.
    const taken = (node: ts.Node) => {
      const [first] = ts.isCallExpression(node) ? node.arguments : []
      const isPattern =
        /\.(match|matchAll|search)$/.test(called(node)) && !/atom|caches|serwist|\.keys/i.test(called(node))
      return (
        isPattern &&
        first !== undefined &&
        !ts.isRegularExpressionLiteral(first) &&
        !/^[a-zA-Z]+$/.test(first.getText())
      )
    }
    expect(found(within('lib'), taken)).toEqual([])
  })

  test('names no other site, in code, styles, words or content', () => {
    /** Names, not addresses: nobody asks for them. */
    const names = ['http://www.w3.org/2000/svg', 'http://json-schema.org/draft-07/schema#']
    const addresses = (text: string) =>
      [...text.matchAll(/(?:https?:|wss?:|url\(\s*['"]?)\/\/[^\s"'`)<>]+/gi)]
        .map(([address]) => address)
        .filter((address) => !names.includes(address))
    const literal = (node: ts.Node) =>
      (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) &&
      addresses(node.text).length > 0
    expect(found(shipped, literal)).toEqual([])
    const others = [...files, 'public/manifest.webmanifest', 'public/first.js'].filter(
      (path) =>
        /^(app|data|public)\/.*\.(css|json|svg|webmanifest|js)$/.test(path) &&
        existsSync(join(root, path)) &&
        !path.endsWith('sw.js'),
    )
    expect(others.length).toBeGreaterThan(50)
    expect(others.flatMap((path) => addresses(read(path)).map((address) => `${path}: ${address}`))).toEqual([])
  })

  test('asks the network for nothing but what is named here', () => {
    const asks =
      /(^|\.)(fetch|sendBeacon|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|importScripts)$/
    const places = found(shipped, (node) => asks.test(called(node))).map((place) => place.replace(/:\d+ .*/s, ''))
    const allowed = {
      // The fonts of a picture, from the stylesheet that the page itself was given.
      'app/_charts/save.ts': 1,
      // Pack, workshop and words, from the server that the page came from.
      'app/_content/fetched.ts': 1,
      // The worker that keeps the pages hands on what it does not keep, and asks whether there is a network.
      'app/_state/offline.worker.ts': 4,
    }
    expect(Object.fromEntries([...new Set(places)].map((path) => [path, places.filter((own) => own === path).length]))).toEqual(allowed) // prettier-ignore
  })

  test('holds no picture, frame or plugin of any other site, and no form that is sent', () => {
    const tags = new Set(['img', 'iframe', 'frame', 'object', 'embed', 'video', 'audio', 'source', 'base', 'applet'])
    const isTag = (node: ts.Node) =>
      (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && tags.has(node.tagName.getText())
    expect(found(shipped, isTag)).toEqual([])
    const sent = (node: ts.Node) => ts.isJsxAttribute(node) && /^(action|formAction|ping)$/.test(node.name.getText())
    expect(found(shipped, sent)).toEqual([])
  })

  test('takes colours and addresses from no pack: the schema has no field for either', () => {
    const schemas = ['pack', 'workshop', 'scenario-file', 'deck-file'].map((name) => `data/${name}.schema.json`)
    const fields = schemas.flatMap((path) => [...leaves(parseJson(path)).keys()])
    expect(fields.length).toBeGreaterThan(100)
    expect(fields.filter((key) => /properties\.(colou?r|url|href|src|link|image|style|class(Name)?|html)\b/i.test(key))).toEqual([]) // prettier-ignore
  })
})
