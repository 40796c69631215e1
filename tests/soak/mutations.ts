import fc from 'fast-check'

/** What strangers do to text and values: arbitraries that take something sound and change it. */

/** Texts of every kind: none at all, every character there is, lone surrogates too. */
export const anyText = (maxLength = 300) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: 'grapheme', maxLength }),
    fc.uint8Array({ maxLength }).map((bytes) => String.fromCharCode(...bytes)),
    fc.array(fc.nat(0xffff), { maxLength }).map((codes) => String.fromCharCode(...codes)),
  )

/** A text with one to three pieces cut out and others put in their place. */
export function changedText(text: string): fc.Arbitrary<string> {
  const cut = fc.tuple(fc.nat(text.length), fc.nat(12), fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), signs))
  return fc
    .array(cut, { minLength: 1, maxLength: 3 })
    .map((cuts) => cuts.reduce((now, [at, length, by]) => now.slice(0, at) + by + now.slice(at + length), text))
}

/** What means something to a reader of JSON, addresses or CSV. */
const signs = fc.constantFrom(...'{}[]":,;\n\t\\&=%_.*+-\'0', '\\u0000', '\uFEFF', '__proto__', '1e999', 'null', '%00')

/** Values that fit nowhere, or only seem to. */
const odd: readonly unknown[] = [
  ...[undefined, null, true, false, '', ' ', 'x', 'constructor', '__proto__', 'hasOwnProperty', '\u202E', '2022'],
  ...[[], {}, [[]], [null], { en: 'a' }, { en: 'a', es: 'b' }],
  ...[NaN, Infinity, -Infinity, -1, -0, 0, 0.5, 1, 2, 2022, 1e308, -1e308, 5e-324, 2 ** 53],
]

/** A value of JSON with one to three of its places taken out, or given what stands elsewhere in it or stands nowhere. */
export function changedValue(value: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(value).slice(1)
  const text = JSON.stringify(value)
  // Each a value of its own: a later change may reach into it, and would else change what other cases are made of.
  const other = fc.oneof(
    fc.constantFrom(...odd).map((stranger) => () => structuredClone(stranger)),
    fc.nat(places.length - 1).map((at) => (tree: unknown) => structuredClone(readAt(tree, places[at] ?? []))),
    fc.jsonValue({ maxDepth: 2 }).map((stranger) => () => structuredClone(stranger)),
    fc.double().map((number) => () => number),
  )
  const change = fc.tuple(fc.nat(places.length - 1), other, fc.constantFrom('put', 'put', 'put', 'add', 'twice'))
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const tree: unknown = JSON.parse(text)
    for (const [at, make, how] of changes) changeAt(tree, places[at] ?? [], make(tree), how)
    return tree
  })
}

/** Change what stands at a place: put another value there, add a key beside it, or let a list say it twice. */
function changeAt(tree: unknown, place: readonly string[], value: unknown, how: 'put' | 'add' | 'twice') {
  const parent = readAt(tree, place.slice(0, -1))
  const key = place.at(-1) ?? ''
  if (typeof parent !== 'object' || parent === null) return
  // As JSON has it: a list has nothing but its places, and "__proto__" is a key like any other.
  if (how === 'add' && !Array.isArray(parent)) {
    const added = typeof value === 'string' ? value.slice(0, 20) : 'more'
    Object.defineProperty(parent, added, { value, writable: true, enumerable: true, configurable: true })
  } else if (how === 'twice' && Array.isArray(parent)) parent.push(structuredClone(Reflect.get(parent, key)))
  else if (value === undefined) Reflect.deleteProperty(parent, key)
  else Reflect.set(parent, key, value)
}

/** The places of a tree, the root first, each as the keys that lead there. */
export function placesOf(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, part]) => placesOf(part, [...at, key]))]
}

/** What stands at a place of a tree; undefined where nothing does. */
export function readAt(tree: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    tree,
  )
}
