import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/** Reading the sources for the house rules: what each file imports, says and asks its translator for. */

export const root = join(import.meta.dirname, '..')
export const read = (path: string) => readFileSync(join(root, path), 'utf8')
export const parseJson = (path: string): unknown => JSON.parse(read(path))

/** Every file of ours, by path from the root; what tools build or keep in folders with a dot is none. */
export const files = ['app', 'lib', 'data', 'e2e', 'tests']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\/\.|\/node_modules\//.test(path))

/** All our code, each file with its text and its syntax tree. */
export const sources = files
  // A folder may be called like a file, after the address that it answers.
  .filter((path) => /\.(ts|tsx|js|mjs)$/.test(path) && statSync(join(root, path)).isFile())
  .map((path) => sourceOf(path))

/** A file of code; its syntax tree is made when it is first asked for, since most rules look at few files. */
export interface Source {
  path: string
  text: string
  readonly tree: ts.SourceFile
}

export function sourceOf(path: string, text = read(path)): Source {
  let tree: ts.SourceFile | null = null
  return {
    path,
    text,
    get tree() {
      return (tree ??= ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
    },
  }
}

/** Sources in some folders. */
export const within = (...folders: string[]) =>
  sources.filter(({ path }) => folders.some((folder) => isIn(path, folder)))

/** Whether a path or package is a place or lies in it; "node:" stands for all of Node. */
export function isIn(path: string, place: string): boolean {
  return path === place || path.startsWith(place.endsWith(':') ? place : `${place}/`) || path.startsWith(`${place}.`)
}

/** Every module a file names, by path from the root or by package, and whether only for types. */
export function importsOf({ path, tree }: Source): { to: string; typeOnly: boolean }[] {
  return nodesOf(tree).flatMap((node) => {
    const named = moduleNamed(node)
    if (!named || !ts.isStringLiteralLike(named.name)) return []
    const { text } = named.name
    return [
      { to: text.startsWith('.') ? join(dirname(path), text).replaceAll('\\', '/') : text, typeOnly: named.typeOnly },
    ]
  })
}

function moduleNamed(node: ts.Node): { name: ts.Node; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause
    const names =
      clause?.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : null
    const inline = !clause?.name && names !== null && names.length > 0 && names.every((name) => name.isTypeOnly)
    return { name: node.moduleSpecifier, typeOnly: inline || clause?.phaseModifier === ts.SyntaxKind.TypeKeyword }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { name: node.moduleSpecifier, typeOnly: node.isTypeOnly }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { name: node.argument.literal, typeOnly: true }
  const [first, second] = ts.isCallExpression(node) || ts.isNewExpression(node) ? (node.arguments ?? []) : []
  if (!first) return null
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return { name: first, typeOnly: false }
  // A worker is named by its address.
  const isWorker =
    ts.isNewExpression(node) && node.expression.getText() === 'URL' && second?.getText() === 'import.meta.url'
  return isWorker && first.getText().includes('.worker') ? { name: first, typeOnly: false } : null
}

/** A node and all beneath it. */
export function nodesOf(node: ts.Node): ts.Node[] {
  return [node, ...node.getChildren().flatMap(nodesOf)]
}

/** Circles in a graph, each once, written as a way through it. */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.add([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return [...found]
}

/** All texts of a tree of messages, by dotted key. */
export function leaves(tree: unknown, start = ''): Map<string, unknown> {
  if (typeof tree !== 'object' || tree === null) return new Map([[start, tree]])
  return new Map(Object.entries(tree).flatMap(([key, value]) => [...leaves(value, start ? `${start}.${key}` : key)]))
}

/** Names of the arguments and tags of an ICU message, sorted. */
export function argumentsOf(message: string): string[] {
  const names = new Set([...message.matchAll(/<\w+>/g)].map(([tag]) => tag))
  const text = (from: number): number => {
    let i = from
    while (i < message.length && message[i] !== '}') i = message[i] === '{' ? argument(i + 1) : i + 1
    return i + 1
  }
  const argument = (from: number): number => {
    const [, name = '', type] =
      /^\s*([\w-]+)\s*(?:,\s*(plural|select|selectordinal)\s*,)?/.exec(message.slice(from)) ?? []
    names.add(name)
    if (!type) return message.indexOf('}', from) + 1 || message.length
    let i = from
    while (i < message.length && message[i] !== '}') i = message[i] === '{' ? text(i + 1) : i + 1
    return i + 1
  }
  text(0)
  return [...names].sort()
}

/**
 * Keys that a file asks a translator for, as `const t = useTranslations('space')` and t('a'), t(b ? 'c' : 'd') or
 * t(`e.${f}`), of which only the beginning is known. A translator is the last one of its name made before the call.
 */
export function keysUsed({ path, text, tree }: Source): { path: string; key: string; complete: boolean }[] {
  const made = [...text.matchAll(/const (\w+) = useTranslations\((?:'([\w.-]*)')?\)/g)]
  return nodesOf(tree).flatMap((node) => {
    if (!ts.isCallExpression(node) || !node.arguments[0]) return []
    const [name] = node.expression.getText(tree).split('.')
    const translator = made.findLast(({ 1: known, index }) => known === name && index < node.pos)
    if (!translator) return []
    const start = translator[2] ? `${translator[2]}.` : ''
    return keysIn(node.arguments[0]).map(({ key, complete }) => ({ path, key: start + key, complete }))
  })
}

function keysIn(node: ts.Expression): { key: string; complete: boolean }[] {
  if (ts.isStringLiteralLike(node)) return [{ key: node.text, complete: true }]
  if (ts.isConditionalExpression(node)) return [...keysIn(node.whenTrue), ...keysIn(node.whenFalse)]
  if (ts.isParenthesizedExpression(node)) return keysIn(node.expression)
  return [{ key: ts.isTemplateExpression(node) ? node.head.text : '', complete: false }]
}
