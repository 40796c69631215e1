import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../lib/engine/compile'
import { drawsOf } from '../../lib/engine/draws'
import { evaluate } from '../../lib/engine/evaluate'
import { fan } from '../../lib/engine/fan'
import { load } from '../../lib/pack/load'
import { put } from '../fixtures/put'
import { tinyPack } from '../fixtures/tiny-pack'

const sound = tinyPack()

describe('faults are told together', () => {
  test('all faults of shape at once', () => {
    const pack = tinyPack()
    put(pack, 'rules[0].effects[0].basis', 'guess')
    put(pack, 'variables[1].baseline.value', '10')
    put(pack, 'assumptions[0].label.es', undefined)
    put(pack, 'links[0].extra', 1)
    const result = load(pack)
    expect(result.ok ? [] : result.issues.map((issue) => issue.path).sort()).toEqual([
      'assumptions[0].label.es',
      'links[0]',
      'rules[0].effects[0].basis',
      'variables[1].baseline.value',
    ])
  })
  test('all breaches of laws at once, in every part of the pack', () => {
    const pack = tinyPack()
    put(pack, 'meta.year', 2040)
    put(pack, 'evidence[0].section', 'nowhere')
    put(pack, 'assumptions[1].states[0].baseline', undefined)
    put(pack, 'variables[0].baseline.high', 1)
    put(pack, 'rules[0].effects[0].low', 9)
    put(pack, 'links[0].to', 'nothing')
    put(pack, 'scenarios[0].headline[0].state', 'king')
    const result = load(pack)
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toEqual([
      'meta.year',
      'evidence[0].section',
      'assumptions[1].states',
      'variables[0].baseline.high',
      'rules[0].effects[0]',
      'links[0].to',
      'scenarios[0].headline[0].state',
    ])
  })
})

/** Places of a tree and all that stands in it, as `put` writes them; the root is ''. */
function everyPlace(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inside = (key: string) => (Array.isArray(value) ? `${at}[${key}]` : at ? `${at}.${key}` : key)
  return [at, ...Object.entries(value).flatMap(([key, part]) => everyPlace(part, inside(key)))]
}

function read(tree: unknown, place: string): unknown {
  const keys = place.split(/[.[\]]+/).filter(Boolean)
  return keys.reduce<unknown>((at, key) => Reflect.get(Object(at), key), tree)
}

test('a loaded pack is frozen to its leaves, and the value it came from is left as it was', () => {
  const value = tinyPack()
  const result = load(value)
  const pack = result.ok ? result.value : null
  const places = everyPlace(pack)
  expect(places.length).toBeGreaterThan(300)
  expect(places.filter((place) => !Object.isFrozen(read(pack, place)))).toEqual([])
  const objects = everyPlace(value).filter((place) => read(value, place) instanceof Object)
  expect(objects.filter((place) => Object.isFrozen(read(value, place)))).toEqual([])
  expect(value).toEqual(tinyPack())
})

const odd: unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'x',
  'exports',
  'constructor',
  '\u202E',
  true,
  [],
  {},
  [[]],
  { en: 'a' },
]
const oddNumbers = [NaN, -Infinity, -1, 0, 0.5, 1, 2022, 1e308, 5e-324, 2 ** 53]
test('500 random changes of the sound pack end in a pack that evaluates or in a clean refusal, never in a throw', () => {
  const places = everyPlace(sound).slice(1)
  const numbers = places.filter((place) => typeof read(sound, place) === 'number')
  const change = fc.oneof(
    fc.record({ place: fc.constantFrom(...places), value: fc.constantFrom(...odd, ...oddNumbers) }),
    fc.record({
      place: fc.constantFrom(...places),
      value: fc.constantFrom(...places).map((from) => read(sound, from)),
    }),
    fc.record({
      place: fc.constantFrom(...numbers),
      value: fc.constantFrom(...numbers.map((from) => read(sound, from))),
    }),
    fc.record({ place: fc.constantFrom(...numbers), value: fc.constantFrom(...oddNumbers) }),
  )
  const seen = { sound: 0, refused: 0 }
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const pack = tinyPack()
      for (const { place, value } of changes)
        if (read(pack, place) !== undefined) put(pack, place, structuredClone(value))
      const result = load(pack)
      seen[result.ok ? 'sound' : 'refused']++
      if (result.ok) {
        const model = compile(result.value)
        const last = Object.fromEntries([...model.states].map(([id, states]) => [id, states.at(-1) ?? '']))
        for (const assignment of [model.baseline, last])
          for (const numbers of [
            ...evaluate(model, assignment).paths,
            ...fan(model, assignment, drawsOf(model)).quantiles,
          ])
            expect(numbers.every(Number.isFinite)).toBe(true)
      } else {
        expect(result.issues.length).toBeGreaterThan(0)
        for (const issue of result.issues)
          for (const part of [issue.message, issue.expected, issue.hint]) expect(part).toMatch(/\w/)
      }
    }),
    { seed: 20220715, numRuns: 500 },
  )
  expect(seen.sound).toBeGreaterThan(25)
  expect(seen.refused).toBeGreaterThan(250)
})
