import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { checkWords, packWords } from '../app/_command/schema-words'
import { parseJson } from './house-reader'
import { put } from './fixtures/put'

/** What an editor does with the `$schema` line of a content file: complete, check, and say what a field means. */

interface Validator {
  validate: (schema: unknown, data: unknown) => boolean
  errors: { dataPath: string; params: unknown }[] | null
}
// Nothing of ours needs a validator of JSON Schema but this test: it takes the one that ESLint brings.
const Ajv: new (options: object) => Validator = createRequire(import.meta.resolve('eslint'))('ajv')

/** Where the schema that a file names finds fault with it, and what with; none if it fits. */
function faults(name: string, content: unknown): string[] {
  const ajv = new Ajv({ allErrors: true })
  if (ajv.validate(parseJson(`data/${name}`), content)) return []
  return (ajv.errors ?? []).map(({ dataPath, params }) => `${dataPath} ${JSON.stringify(params)}`)
}

const files = ['peru-prc', 'teaching'].flatMap((folder) =>
  readdirSync(`data/${folder}`).map((name) => `data/${folder}/${name}`),
)

describe('the schemas that editors read', () => {
  test.each(files)('%s names its schema and fits it', (path) => {
    const content = parseJson(path)
    const schema = String(Reflect.get(Object(content), '$schema'))
    const [, own = 'pack'] = /(checks|workshop)\.json$/.exec(path) ?? []
    expect(schema).toBe(`../${own}.schema.json`)
    expect(faults(schema.slice(3), content)).toEqual([])
  })

  const slips: [place: string, value: unknown, fault: RegExp][] = [
    ['meta.yaer', 2025, /^\.meta .*"yaer"/],
    ['evidence[0].figur', '3', /^\.evidence\[0\] .*"figur"/],
    ['assumptions[0].states[1].basline', true, /^\.assumptions\[0\]\.states\[1\] .*"basline"/],
    ['rules[0].effects[0].centrl', 0.3, /^\.rules\[0\]\.effects\[0\] .*"centrl"/],
    ['variables[0].tset', { en: 'a', es: 'b' }, /^\.variables\[0\] .*"tset"/],
    ['rules[0].effects[0].basis', 'guess', /effects\[0\]\.basis .*"stated","implied","judgement"/],
    ['links[0].reason.es', undefined, /^\.links\[0\]\.reason .*"es"/],
    ['evidence[1].notes', null, /^\.evidence\[1\]\.notes .*"array"/],
  ]
  test.each(slips)('a slip at %s is underlined', (place, value, fault) => {
    const told = faults('pack.schema.json', put(parseJson('data/teaching/pack.json'), place, value))
    expect(
      told.some((line) => fault.test(line)),
      told.join('\n'),
    ).toBe(true)
  })

  test('a misspelt expectation of a check is underlined', () => {
    const wrong = put(parseJson('data/teaching/checks.json'), 'checks[0].expect', 'falles')
    expect(faults('checks.schema.json', wrong).join()).toContain('.checks[0].expect')
  })

  test.each([
    ['pack.schema.json', packWords],
    ['checks.schema.json', checkWords],
  ])('%s says of every field what it means, and no words are left without a field', (name, words) => {
    const told = fieldsOf(parseJson(`data/${name}`)).filter(({ path }) => !/\.(en|es)$/.test(path))
    const silent = told.filter(({ says }) => !says).map(({ path }) => path)
    expect(silent, 'fields without words in app/_command/schema-words.ts').toEqual([])
    const paths = new Set(told.flatMap(({ path }) => [path, `*.${path.split('.').at(-1)}`]))
    expect(Object.keys(words).filter((key) => !paths.has(key))).toEqual([])
  })
})

/** Every field of a JSON Schema by its path, and what it says of itself. */
function fieldsOf(schema: unknown, path = ''): { path: string; says: unknown }[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, part]) => {
    if (key !== 'properties') return fieldsOf(part, path)
    return Object.entries(Object(part)).flatMap(([name, field]) => {
      const place = path ? `${path}.${name}` : name
      return [{ path: place, says: Reflect.get(Object(field), 'description') }, ...fieldsOf(field, place)]
    })
  })
}
