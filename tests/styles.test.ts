import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { files, nodesOf, read, type Source, within } from './house-reader'

/** Styles that nothing wears, and names that no style knows: neither a compiler nor a linter sees across the two. */

const sheets = files.filter((path) => path.startsWith('app/') && path.endsWith('.css')).map(sheetOf)
const modules = sheets.filter(({ path }) => path.endsWith('.module.css'))
const code = within('app')
const used = code.flatMap(classesUsed)

/** Classes that a component chooses by a value it is given: the module, and what such a value can be. */
const chosen: Record<string, readonly string[]> = {
  'app/_panels/fact-list-panel.module.css': ['note', 'none', 'interviews'],
}

/** Custom properties whose names code puts together, and those that libraries set. */
const tones = ['up', 'down', 'hold'].flatMap((tone) => [`--${tone}`, `--${tone}-wash`])
const letters = ['a', 'b', 'c', 'd'].flatMap((letter) => [`--s-${letter}`, `--s-${letter}-ink`])
const foreign = ['--font-serif', '--font-sans', '--radix-popover-content-available-height']

test('every class of a stylesheet is worn', () => {
  const idle = modules.flatMap(({ path, classes }) => {
    const worn = new Set([...used.flatMap((use) => (use.sheet === path ? [use.name] : [])), ...(chosen[path] ?? [])])
    return [...classes].filter((name) => !worn.has(name)).map((name) => `${path} .${name}`)
  })
  expect(idle).toEqual([])
})

test('every class of the common stylesheet is worn', () => {
  const texts = code.flatMap(({ tree }) => nodesOf(tree).filter(isText)).flatMap(({ text }) => text.split(/\s+/))
  const common = sheets.find(({ path }) => path === 'app/globals.css')
  expect([...(common?.classes ?? [])].filter((name) => !texts.includes(name) && !tones.includes(`--${name}`))).toEqual(
    [],
  )
})

test('every class that a component wears is in its stylesheet', () => {
  const unknown = used.filter(({ sheet, name }) => !modules.find(({ path }) => path === sheet)?.classes.has(name))
  expect(unknown.map(({ path, sheet, name }) => `${path} wears .${name} of ${sheet}`)).toEqual([])
})

test('every stylesheet is imported', () => {
  const imported = new Set(code.flatMap((source) => [...sheetsOf(source).values()]))
  expect(modules.map(({ path }) => path).filter((path) => !imported.has(path))).toEqual([])
})

test('every custom property is set somewhere and read somewhere', () => {
  const text = [...sheets, ...within('app').filter(({ path }) => path.endsWith('.tsx'))]
    .map(({ text }) => text)
    .join('\n')
  const set = new Set([...text.matchAll(/(--[\w-]*\w)['"]?\]?\s*:/g)].map(([, name = '']) => name))
  const whole = [...text.matchAll(/var\(\s*(--[\w-]*\w)\s*[,)]/g)].map(([, name = '']) => name)
  const asked = new Set([...whole, ...tones, ...letters])
  expect([...asked].filter((name) => !set.has(name) && !foreign.includes(name))).toEqual([])
  expect([...set].filter((name) => !asked.has(name))).toEqual([])
})

function sheetOf(path: string) {
  const text = read(path).replace(/\/\*[\s\S]*?\*\//g, '')
  const selectors = [...text.replace(/:global\([^)]*\)/g, '').matchAll(/([^{};]+)\{/g)].map(
    ([, selector = '']) => selector,
  )
  return {
    path,
    text,
    classes: new Set(selectors.flatMap((s) => [...s.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = '']) => name))),
  }
}

/** The stylesheets a file imports, by the name it gives them. */
function sheetsOf({ path, tree }: Source): Map<string, string> {
  return new Map(
    tree.statements.flatMap((node) => {
      if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return []
      const { text } = node.moduleSpecifier
      const name = node.importClause?.name?.text
      return name && text.endsWith('.css') ? [[name, join(dirname(path), text)] as const] : []
    }),
  )
}

function classesUsed(source: Source): { path: string; sheet: string; name: string }[] {
  const named = sheetsOf(source)
  if (named.size === 0) return []
  return nodesOf(source.tree).flatMap((node) => {
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return []
    const sheet = named.get(node.expression.getText(source.tree))
    if (!sheet) return []
    const names = ts.isPropertyAccessExpression(node) ? [node.name.text] : literalsOf(node.argumentExpression)
    return names.map((name) => ({ path: source.path, sheet, name }))
  })
}

function literalsOf(node: ts.Node): string[] {
  return nodesOf(node).flatMap((part) => (ts.isStringLiteralLike(part) ? [part.text] : []))
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
}
