import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { jsonSchemas } from '../app/_command/json-schema'
import { exportWords } from '../app/_files/words'
import { compile } from '../lib/engine/compile'
import { evaluate } from '../lib/engine/evaluate'
import { probabilityBands } from '../lib/format'
import { views } from '../lib/scenario/codec'
import { paperParts } from '../lib/scenario/presenting'
import { tinyPack } from './fixtures/tiny-pack'
import { apart } from './vitest.config'
import {
  argumentsOf,
  cycles,
  importsOf,
  isIn,
  keysUsed,
  leaves,
  nodesOf,
  parseJson,
  read,
  root,
  type Source,
  sourceOf,
  sources,
  within,
} from './house-reader'

/** The house rules that no compiler and no linter keeps: see lib/README.md. */

const code = sources.filter(({ path }) => !path.startsWith('tests/'))

/**
 * What each place may import; the first place that fits a file counts. "type" allows types alone, and a
 * stylesheet beside the file is always allowed. Everything not named is refused.
 */
const mayImport: readonly (readonly [place: string, allowed: readonly string[]])[] = [
  ['app/_state/atoms.ts', ['jotai/vanilla', 'app/_state', 'lib']],
  ['app/_state/url.ts', ['jotai/vanilla', 'app/_state', 'lib']],
  ['app/_state/cited.ts', ['jotai/vanilla', 'app/_state', 'data/released', 'lib']],
  ['app/_state/database.ts', ['dexie']],
  ['app/_state/shelf-store.ts', ['dexie', 'app/_state', 'lib']],
  ['app/_state/own-deck.ts', ['data/workshops', 'lib']],
  ['app/_state/packs.ts', ['type dexie', 'app/_state', 'data/shipped', 'lib']],
  // The service worker: what it keeps is named in it by the build.
  ['app/_state/offline.worker.ts', ['serwist', 'app/_state/held-version']],
  // What pages stand on: made on the server, fetched in the browser.
  ['app/_content/use-ready.ts', ['react']],
  ['app/_content/fetched.ts', ['app/_content/content']],
  [
    'app/_content',
    ['node:', 'icu-minify', 'type use-intl', 'app/_content', 'app/_words', 'data/index', 'data/workshops', 'lib'],
  ],
  [
    'app/_state',
    [
      'jotai',
      'react',
      'use-intl',
      'comlink',
      '#content',
      'app/_content/use-ready',
      'type app/_content',
      'app/_ui/later',
      'app/_ui/letter-keys',
      'app/_state',
      'lib',
    ],
  ],
  // Never another panel: they meet on a page, and what two of them need is a part.
  [
    'app/_panels',
    ['react', 'jotai', 'use-intl', 'app/_state', 'app/_parts', 'app/_charts', 'app/_files', 'app/_ui', 'lib'],
  ],
  [
    'app/_parts',
    ['react', 'jotai', 'use-intl', 'app/_state', 'app/_parts', 'app/_charts', 'app/_files', 'app/_ui', 'lib'],
  ],
  // Never a store: a chart draws what it is given.
  [
    'app/_charts',
    [
      'react',
      'react-dom',
      '@visx',
      'd3-array',
      'd3-shape',
      // Lays out the diagram of links; fetched with the first of them.
      '@dagrejs/dagre',
      // Makes the modules of a QR code.
      'uqr',
      'papaparse',
      // The outlines of countries; fetched with the first map.
      'topojson-client',
      'world-atlas',
      'app/_charts',
      'app/_ui',
      'app/_files/download',
      'lib/chart',
      'lib/format',
      'lib/export/harmless',
    ],
  ],
  // Take-home files: tables in, downloads out.
  ['app/_files', ['react', 'papaparse', 'write-excel-file', 'pptxgenjs', 'fflate', 'use-intl', 'app/_files', 'lib']],
  ['app/_ui', ['react', 'radix-ui', 'app/_ui']],
  // zod writes the JSON Schemas; esbuild bundles the service worker.
  ['app/_command', ['node:', 'esbuild', 'papaparse', 'zod', 'app/_command', 'app/_words', 'lib', 'data/index']],
  [
    'app',
    [
      'react',
      'react-dom',
      'next',
      'app/globals',
      'app/[locale]',
      'app/_content',
      'app/_state',
      'app/_panels',
      'app/_parts',
      'app/_charts',
      'app/_ui',
      'app/_words',
      'lib',
    ],
  ],
  ['lib/fail', []],
  ['lib/format', []],
  ['lib/median', []],
  ['lib/pack/content-hash.ts', ['@noble/hashes', 'lib/pack']],
  // Packs go into tables, too, and no cell of those may run in a spreadsheet.
  ['lib/pack', ['zod', 'lib/fail', 'lib/export/harmless', 'lib/pack']],
  ['lib/engine', ['type lib/pack', 'lib/pack/condition', 'lib/fail', 'lib/engine']],
  ['lib/explain', ['type lib/pack', 'lib/pack/condition', 'lib/engine', 'lib/explain']],
  // Scenario files come from strangers: their shape is judged like a pack's.
  ['lib/scenario/file', ['zod', 'lib/pack', 'lib/fail', 'lib/scenario']],
  [
    'lib/scenario',
    ['type lib/pack', 'lib/pack/challenge', 'lib/pack/condition', 'type lib/engine', 'lib/fail', 'lib/scenario'],
  ],
  // Decks come from strangers, too.
  ['lib/deck', ['zod', 'lib/pack', 'lib/engine', 'lib/explain', 'lib/scenario', 'lib/format', 'lib/fail', 'lib/deck']],
  ['lib/workshop', ['type lib/pack', 'type lib/engine', 'lib/scenario', 'lib/format', 'lib/median', 'lib/workshop']],
  ['lib/export', ['type lib/pack', 'lib/engine', 'lib/scenario', 'lib/format', 'lib/export']],
  ['lib/chart', ['type lib/pack', 'lib/engine', 'lib/explain', 'lib/format', 'lib/chart']],
  ['data', ['data']],
  // Browser tests know the page by its accessible names alone.
  ['e2e', ['@playwright/test', '@axe-core/playwright', 'node:', 'tests/chromium.mjs', 'e2e']],
]

describe('imports', () => {
  test('each place imports only what it may', () => {
    expect(code.flatMap(forbiddenImports)).toEqual([])
  })

  test('a forbidden import is found, types too', () => {
    const wrong = (path: string, text: string) => forbiddenImports(sourceOf(path, text))
    expect(wrong('lib/engine/x.ts', `import type { FC } from 'react'`)).toEqual([
      'lib/engine/x.ts imports react; lib/engine may import only type lib/pack, lib/pack/condition, lib/fail, lib/engine',
    ])
    expect(wrong('lib/engine/x.ts', `import { limits } from '../pack/schema'`)).toHaveLength(1)
    expect(wrong('lib/engine/x.ts', `type A = import('zod').ZodType`)).toHaveLength(1)
    expect(wrong('app/_panels/x.tsx', `export { Y } from './y'`)).toHaveLength(1)
    expect(wrong('app/_state/atoms.ts', `import { Provider } from 'jotai'`)).toHaveLength(1)
    expect(wrong('data/index.ts', `const zod = import('zod')`)).toHaveLength(1)
    expect(wrong('lib/engine/x.ts', `import { type Pack } from '../pack/schema'`)).toEqual([])
  })

  test('nothing goes in a circle', () => {
    const graph = new Map(code.map((source) => [source.path, importsOf(source).flatMap(({ to }) => fileOf(to) ?? [])]))
    expect(cycles(graph)).toEqual([])
    expect(cycles(new Map([['a', ['b']], ['b', ['a']]]))).toEqual(['a → b → a']) // prettier-ignore
  })

  test('no file only hands on what others export', () => {
    const barrels = code.filter(
      ({ tree }) =>
        tree.statements.length > 0 && tree.statements.every((s) => ts.isExportDeclaration(s) && s.moduleSpecifier),
    )
    expect(barrels.map(({ path }) => path)).toEqual([])
  })

  test('default exports stand only where a tool asks for one', () => {
    const asked =
      /(^|\/)app\/(.*\/)?(page|layout|error|not-found|global-not-found|global-error)\.(tsx|js)$|\.config\.m?[jt]s$/
    const isDefault = (statement: ts.Statement) =>
      ts.isExportAssignment(statement) ||
      (ts.canHaveModifiers(statement) &&
        ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword))
    const found = sources.filter(({ path, tree }) => !asked.test(path) && tree.statements.some(isDefault))
    expect(found.map(({ path }) => path)).toEqual([])
  })

  test('no code and no word of the interface knows what a pack is about', () => {
    const subject = /peru(?!-)|\bprc\b|china|chancay|castillo|mid-2022/i
    const words = ['app/_words/en.json', 'app/_words/es.json'].map((path) => ({ path, text: read(path) }))
    const found = [...within('app', 'lib'), ...words].flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, i) => (subject.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
    )
    expect(found).toEqual([])
  })

  test('lib knows no browser, no clock, no chance and no process', () => {
    const banned = new Set(['window', 'document', 'globalThis', 'process', 'Date', 'performance', 'Math.random'])
    const mentions = within('lib').flatMap(({ path, tree }) =>
      nodesOf(tree).flatMap((node) => {
        const name = ts.isPropertyAccessExpression(node) ? node.getText(tree) : ts.isIdentifier(node) ? node.text : ''
        return banned.has(name) ? [`${path} mentions ${name}`] : []
      }),
    )
    expect(mentions).toEqual([])
  })

  test(`'use client' stands only where events are handled, and where code is fetched later`, () => {
    const found = sources.filter(({ path, tree }) => {
      const first = tree.statements[0]
      const marked =
        first &&
        ts.isExpressionStatement(first) &&
        ts.isStringLiteral(first.expression) &&
        first.expression.text === 'use client'
      return marked && !/^app\/(_state|_panels|_parts|_charts|_ui)\/|\/((global-)?error|later)\.tsx$/.test(path)
    })
    expect(found.map(({ path }) => path)).toEqual([])
  })
})

describe('words', () => {
  const en = leaves(parseJson('app/_words/en.json'))
  const es = leaves(parseJson('app/_words/es.json'))
  const bases = ['stated', 'implied', 'judgement']
  /** Beginnings of keys, and what code completes them with at run time. `page` and `error` are read without a translator. */
  const completed: Record<string, readonly string[]> = {
    'page.': ['', 'compare', 'evidence', 'rules', 'method', 'present', 'show', 'speaker', 'groups', 'print'].flatMap(
      (page) => (page === '' ? ['title', 'description'] : [`${page}Title`, `${page}Description`]),
    ),
    'error.': ['title', 'stale', 'again', 'reset', 'part'],
    'rail.': ['ofChanged', 'ofUsed'],
    'view.': views,
    'word.': [...probabilityBands.map(({ word }) => word), 'none'],
    'ladder.': ['up', 'down', 'same'],
    'guess.': ['up', 'same', 'down'],
    'notice.': ['unknown', 'repeated', 'year', 'version', 'size', 'mine', 'model'],
    'basis.': bases.flatMap((basis) => [basis, `${basis}-means`]),
    'paper.parts.': paperParts,
    'paper.means.': paperParts,
    // One function asks for them all, by the translator it is given.
    'take.': Object.keys(exportWords((key) => key)),
    'why.': ['foot', 'footAmount', 'footLevel', 'footDerived'],
    'evidence.voucher.': ['author', 'officials', 'reported', 'alleged', 'consulted', 'critics', 'company'],
  }
  const uses = within('app').flatMap(keysUsed)
  const named = [
    ...uses.filter(({ complete }) => complete),
    // Pages outside the provider read the words themselves: words.error.home.
    ...[...en.keys()].flatMap((key) =>
      within('app').flatMap(({ path, text }) => (text.includes(`.${key}`) ? [{ path, key }] : [])),
    ),
    ...Object.entries(completed).flatMap(([start, ends]) =>
      ends.map((end) => ({ path: 'completed', key: start + end })),
    ),
  ]

  test('both languages have the same keys, none empty', () => {
    expect([...es.keys()].sort()).toEqual([...en.keys()].sort())
    expect([...en, ...es].filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([])
  })

  test('both languages ask for the same arguments', () => {
    const differing = [...en].filter(
      ([key, text]) => `${argumentsOf(`${text}`)}` !== `${argumentsOf(`${es.get(key)}`)}`,
    )
    expect(differing.map(([key]) => key)).toEqual([])
    expect(argumentsOf('{n, plural, one {# risk of {total}} other {risks}} <b>{name}</b> {d, date, short}')).toEqual([
      '<b>',
      'd',
      'n',
      'name',
      'total',
    ])
  })

  test('every key that code names exists', () => {
    const missing = named.filter(({ key }) => !en.has(key))
    expect(missing.map(({ path, key }) => `${path}: ${key}`)).toEqual([])
  })

  test('every beginning of a key is listed above with its ends', () => {
    const unlisted = uses.filter(({ key, complete }) => !complete && !(key in completed))
    expect(unlisted.map(({ path, key }) => `${path}: ${key}…`)).toEqual([])
  })

  test('every key is used', () => {
    const used = new Set(named.map(({ key }) => key))
    expect([...en.keys()].filter((key) => !used.has(key))).toEqual([])
  })
})

describe('files', () => {
  test.each(Object.entries(jsonSchemas()))(
    'data/%s is what lib/pack/schema.ts says (npm run schema)',
    (name, schema) => {
      expect(parseJson(`data/${name}`)).toEqual(JSON.parse(JSON.stringify(schema)))
    },
  )

  test.each(['README.md', 'CHANGELOG.md', 'lib/README.md', 'data/README.md'])('links of %s lead somewhere', (path) => {
    const links = [
      ...read(path)
        .replace(/```[\s\S]*?```/g, '')
        .matchAll(/\]\(([^)\s#]+)[^)]*\)/g),
    ].map(([, link = '']) => link)
    const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(root, dirname(path), link)))
    expect(broken).toEqual([])
  })

  test('the engine of lib/README.md computes what the real one does', () => {
    const [, block = ''] = /```js\n([\s\S]*?)```/.exec(read('lib/README.md')) ?? []
    expect(block.split('\n').filter((line) => line.trim() && !line.startsWith('//')).length).toBeLessThan(45)
    const small: unknown = runInNewContext(`${block}; evaluate`)
    if (typeof small !== 'function') throw new Error('The block does not define evaluate.')
    const pack = tinyPack()
    const model = compile(pack)
    for (const leader of ['stays', 'dealer', 'reformer'])
      for (const zone of ['closed', 'open'])
        for (const audits of ['current', 'strict']) {
          const assignment = { leader, zone, audits }
          const paths: unknown = small(pack, assignment)
          evaluate(model, assignment).paths.forEach((path, i) => {
            const id = pack.variables[i]?.id ?? ''
            path.forEach((value, t) =>
              expect(Reflect.get(Object(paths), id)[t], `${id} in year ${t}`).toBeCloseTo(value, 10),
            )
          })
        }
  })

  test('a test file that puts other modules in the place of some has a worker to itself', () => {
    const replacing = within('tests').filter(({ text }) => /\bvi\.(mock|doMock|resetModules)\(/.test(text))
    expect(replacing.length).toBeGreaterThan(0)
    expect(replacing.map(({ path }) => path).filter((path) => !apart.includes(path))).toEqual([])
  })

  test.each([
    ['switched-off checks', /@ts-(ignore|nocheck)|eslint-disable/, sources],
    ['tests left out', /\.(only|skip|fixme)\(/, within('tests', 'e2e')],
  ])('there is no %s', (_, pattern, places) => {
    // This file names what it looks for; the source of the evidence is not in the repository, and its test says so.
    const found = places.filter(
      ({ path, text }) => !/^tests\/(house|sources)\.test\.ts$/.test(path) && pattern.test(text),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })
})

function forbiddenImports(source: Source): string[] {
  const [place, allowed] = mayImport.find(([place]) => isIn(source.path, place)) ?? ['this place', []]
  return importsOf(source).flatMap(({ to, typeOnly }) => {
    const own = to.endsWith('.css') && dirname(to) === dirname(source.path)
    const fits = (name: string) => (name.startsWith('type ') ? typeOnly && isIn(to, name.slice(5)) : isIn(to, name))
    if (own || allowed.some(fits)) return []
    return [`${source.path} imports ${to}; ${place} may import only ${allowed.join(', ') || 'nothing'}`]
  })
}

function fileOf(module: string): string | undefined {
  const paths = code.map(({ path }) => path)
  return [module, `${module}.ts`, `${module}.tsx`].find((path) => paths.includes(path))
}
