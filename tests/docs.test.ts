import { existsSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { nodesOf, read, root, type Source, sourceOf, within } from './house-reader'

/** What the core says of itself: every export of lib has a docstring, and it says what a caller cannot see. */

interface Exported {
  place: string
  name: string
  node: ts.Statement
  text: string
  doc: string
}

const all = within('lib').flatMap(exportsOf)
const functions = all.filter(({ node }) => ts.isFunctionDeclaration(node))

describe('docstrings', () => {
  test('every export of lib has one, in whole sentences', () => {
    const missing = all.filter(({ doc }) => !/^[A-Z].*[.:]$/s.test(doc))
    expect(missing.map(({ place, name, doc }) => `${place} ${name}: ${doc || 'nothing'}`)).toEqual([])
  })

  test('a function that throws says so', () => {
    expect(functions.filter(throws).flatMap(unless(/\bthrows?\b/i))).toEqual([])
  })

  test('lists of numbers have their unit, shape or meaning told', () => {
    const listed = functions.filter(({ node, text }) =>
      /\b(Float64Array|Int32Array|number\[\])/.test(headOf(node, text)),
    )
    expect(listed.length).toBeGreaterThan(20)
    const told =
      /\b(pixels?|points?|units?|years?|draws?|[Pp]ositions?|percent|shares?|strengths?|[Ii]ndex(es)?|values?|numbers?|a player|notes?|natural)\b/
    expect(listed.flatMap(unless(told))).toEqual([])
  })

  test('no two functions of lib have one name', () => {
    const names = functions.map(({ name }) => name)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})

/** Where a published method is at work, and what its code must name. */
const methods: readonly (readonly [path: string, source: RegExp])[] = [
  ['lib/fail.ts', /Levenshtein distance \(1966\)/],
  ['lib/format.ts', /ICD 203 \(Analytic Standards, 2015\)/],
  ['lib/chart/mercator.ts', /Mercator's ordinate/],
  ['lib/engine/draws.ts', /McKay, Beckman\s+\* and Conover/],
  ['lib/engine/draws.ts', /Fisher–Yates/],
  ['lib/engine/draws.ts', /sfc32 \(Doty-Humphrey\)/],
  ['lib/engine/draws.ts', /Acklam's rational approximation/],
  ['lib/engine/fan.ts', /Hyndman and Fan/],
  ['lib/engine/fan.ts', /Hoare's quickselect/],
  ['lib/explain/shapley.ts', /Shapley\s+\*? ?values \(1953\)|Shapley \(1953\)/],
  ['lib/explain/trace.ts', /Aumann–Shapley values \(Values of Non-Atomic Games, 1974\)/],
  ['lib/explain/versions.ts', /Owen value \(1977\)/],
  ['lib/explain/weights.ts', /Gauss–Legendre/],
  ['lib/explain/whole-parts.ts', /largest remainder/],
  ['lib/pack/links.ts', /Gelfand's formula/],
  ['lib/workshop/board.ts', /variation ratio of L\. C\. Freeman/],
  ['lib/workshop/board.ts', /diversity of E\. H\. Simpson/],
]

test.each(methods)('%s names its source: %s', (path, source) => {
  expect(within('lib').find((file) => file.path === path)?.text).toMatch(source)
})

test.each(['README.md', 'lib/README.md', 'data/README.md', 'CHANGELOG.md'])(
  'the files that %s names are there',
  (path) => {
    const places = [...read(path).matchAll(/`((?:app|lib|data|tests|e2e)\/[^`\s<>*]+)`/g)].map(
      ([, place = '']) => place,
    )
    expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([])
  },
)

test('what is missing is found', () => {
  const found = exportsOf(sourceOf('x.ts', `export function f(a: number[]) { if (a) throw new Error('no') }`))
  expect(found.map(({ name, doc }) => [name, doc])).toEqual([['f', '']])
  expect(found.filter(throws).flatMap(unless(/\bthrows?\b/i))).toEqual(['x.ts f: nothing'])
  const told = exportsOf(
    sourceOf('x.ts', `/**\n * Add.\n * Throws on none.\n */\nexport const f = () => { throw new Error('no') }`),
  )
  expect(told.map(({ name, doc }) => [name, doc])).toEqual([['f', 'Add. Throws on none.']])
  expect(told.filter(throws)).toHaveLength(1)
})

function exportsOf({ path, tree, text }: Source): Exported[] {
  return tree.statements.flatMap((node) => {
    const exported =
      ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) return []
    const doc = ts
      .getJSDocCommentsAndTags(node)
      .map((comment) => comment.getText(tree).replace(/^\/\*\*|\*\/$|^\s*\*(?!\/)/gm, ' '))
      .join(' ')
    return [{ place: path, name: nameOf(node), node, text, doc: doc.replace(/\s+/g, ' ').trim() }]
  })
}

function nameOf(node: ts.Statement): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText()).join()
  return ts.isFunctionDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
    ? (node.name?.text ?? '')
    : ''
}

/** A function as it is called: its parameters and its result. */
function headOf(node: ts.Statement, text: string): string {
  return ts.isFunctionDeclaration(node) ? text.slice(node.getStart(), node.body?.pos) : ''
}

function throws({ node }: Exported): boolean {
  return nodesOf(node).some(ts.isThrowStatement)
}

function unless(words: RegExp) {
  return ({ place, name, doc }: Exported) => (words.test(doc) ? [] : [`${place} ${name}: ${doc || 'nothing'}`])
}
