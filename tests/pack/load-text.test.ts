import { describe, expect, test } from 'vitest'
import { load, loadText } from '../../lib/pack/load'
import { limits } from '../../lib/pack/limits'
import { expectIssues } from '../fixtures/expect-issues'
import { tinyPack } from '../fixtures/tiny-pack'

describe('keys that reach into prototypes are refused, and reach nothing', () => {
  const body = JSON.stringify(tinyPack()).slice(1)
  test.each([
    ['at the root', `{"__proto__":{"polluted":true},${body}`, 'offset 1', '__proto__'],
    ['nested', `{"$schema":{"a":{"constructor":{"prototype":{}}}},${body}`, 'offset 17', 'constructor'],
    ['with an escape in its name', `{"\\u005f_proto__":{},${body}`, 'offset 1', '__proto__'],
    ['far from its colon', `{"__proto__"${' \n\t\r'.repeat(30)}:{},${body}`, 'offset 1', '__proto__'],
  ])('%s, in JSON text', (_, text, path, key) => {
    const result = loadText(text)
    expect(result.ok ? [] : result.issues[0]).toMatchObject({ path, message: `the key "${key}" is not allowed` })
    expect('polluted' in {}).toBe(false)
  })

  test.each([
    ['at the root', `{"__proto__":{"polluted":true},${body}`, '__proto__'],
    ['nested in a list', `{"links":[{"prototype":1}]}`, 'links[0].prototype'],
  ])('%s, in a parsed value', (_, text, path) => {
    const result = load(JSON.parse(text))
    expect(result.ok ? [] : result.issues.map((issue) => issue.path)).toEqual([path])
    expect('polluted' in {}).toBe(false)
  })
})

describe('what is too much is refused before it is read', () => {
  const nested = (levels: number) => {
    let value: unknown[] = []
    for (let i = 1; i < levels; i++) value = [value]
    return value
  }
  const rules = (count: number) => ({ ...tinyPack(), rules: new Array(count).fill({}) })
  const tooDeep = `nested deeper than ${limits.depth} levels`

  test('a file of 50 MB, by its size', () => {
    expectIssues(loadText('x'.repeat(50_000_000)), [['', '50000000 characters long', 'Split off']])
  })
  test('10 000 levels of nesting, in text and in a value', () => {
    expectIssues(loadText(`${'['.repeat(10_000)}${']'.repeat(10_000)}`), [[`offset ${limits.depth}`, tooDeep]])
    expectIssues(load(nested(10_000)), [['[0]'.repeat(limits.depth), tooDeep]])
  })
  test('a million opening brackets', () => {
    expectIssues(loadText('['.repeat(1_000_000)), [[`offset ${limits.depth}`, tooDeep]])
    expectIssues(loadText('{"a":'.repeat(1_000_000)), [[`offset ${5 * limits.depth}`, tooDeep]])
  })
  test('the deepest level allowed is the same for text and for a value', () => {
    const told = (levels: number) =>
      [load(nested(levels)), loadText(JSON.stringify(nested(levels)))].map((result) =>
        result.ok ? '' : result.issues[0]?.message,
      )
    expect(told(limits.depth + 1)).toEqual([tooDeep, tooDeep])
    expect(told(limits.depth)).not.toContain(tooDeep)
  })
  test('a hundred forbidden keys, after the first fifty', () => {
    const result = load({ rules: Array(100).fill({ constructor: 1 }) })
    expect(result.ok ? 0 : result.issues.length).toBe(50)
  })
  test('a thousand doubled keys, after the first fifty', () => {
    const result = loadText(`{${'"a":1,'.repeat(1000)}"b":2}`)
    expect(result.ok ? 0 : result.issues.length).toBe(50)
  })
  test('thousands of unknown ids: what may have been meant is looked for among the first fifty alone', () => {
    const pack = tinyPack()
    const [rule] = pack.rules
    const evidence = Array.from({ length: 40 }, (_, i) => `ports-berth-${i}`)
    const effects = (rule?.effects ?? []).map((effect) => ({
      ...effect,
      evidence: ['ports-berth', ...evidence.slice(1)],
    }))
    const result = load({ ...pack, rules: Array.from({ length: 30 }, (_, i) => ({ ...rule, id: `r-${i}`, effects })) })
    const issues = result.ok ? [] : result.issues
    expect(issues).toHaveLength(30 * 2 * 40)
    const meant = issues.map(({ hint }) => hint.startsWith('Did you mean'))
    expect(meant.slice(0, 50)).toContain(true)
    expect(meant.slice(50)).not.toContain(true)
  })
  test('a million rules, by their count alone: not one of them is judged', () => {
    expectIssues(load(rules(1_000_000)), [['rules', /^a list of 1000000 does not fit/]])
    expectIssues(load(rules(limits.rules + 1)), [['rules', new RegExp(`^a list of ${limits.rules + 1} does not fit`)]])
  })
})

describe('text that is not plain JSON in UTF-8 is refused with a reason', () => {
  const json = JSON.stringify(tinyPack())
  const utf16 = (text: string) =>
    new TextDecoder().decode(new Uint8Array(Uint16Array.from([...text], (c) => c.charCodeAt(0)).buffer))
  const encoding = 'the file begins with a byte-order mark or is not UTF-8'
  test.each([
    ['cut off', json.slice(0, -1), `line 1, column ${json.length}`, 'it ends too early'],
    ['a comment in its third line', '{\n  "meta":\n  // ours\n{}}', 'line 3, column 3', '"// ours\\n{}}" stands here'],
    ['a word too long to be told whole', `[${'w'.repeat(50)}]`, 'line 1, column 2', `"${'w'.repeat(20)}" stands here`],
  ])('not JSON: %s', (_, text, place, found) =>
    expectIssues(loadText(text), [[place, `not JSON: ${found}`, 'an editor that checks JSON']]),
  )

  test.each([
    ['a byte-order mark', `\uFEFF${json}`],
    ['UTF-16', utf16(json)],
    ['UTF-16 with its mark', utf16(`\uFEFF${json}`)],
  ])('not plain UTF-8: %s', (_, text) => expectIssues(loadText(text), [['offset 0', encoding, 'UTF-8']]))

  test.each([
    ['null', 'null', 'null'],
    ['a number', '7', '7'],
    ['a list', '[]', 'a list of 0'],
  ])('JSON, but no pack: %s', (_, text, shown) =>
    expectIssues(loadText(text), [['', new RegExp(`^${shown} does not fit`)]]),
  )

  test('a key twice in one object is told with its place, even far from its colon or with an escape', () => {
    expectIssues(loadText('{"a":1,"b":{"a":2},"a":3}'), [
      ['offset 19', 'the key "a" stands twice in one object', 'Keep one'],
    ])
    expectIssues(loadText(`{"a":1,"a"${' '.repeat(80)}:3}`), [['offset 7', 'the key "a" stands twice in one object']])
    expectIssues(loadText('{"a":1,"\\u0061":3}'), [['offset 7', 'the key "a" stands twice in one object']])
  })
  test.each([
    ['an empty text', '{"a":"","a":1}', 8],
    ['an escaped quote', '{"a":"\\"","a":1}', 10],
    ['an escaped backslash at the end of a text', '{"a":"\\\\","a":1}', 10],
    ['a list of texts', '{"a":["a","a"],"a":1}', 15],
  ])('a doubled key is found behind %s', (_, text, offset) => {
    expectIssues(loadText(text), [[`offset ${offset}`, 'the key "a" stands twice in one object']])
  })
  test('a text told twice, or told like a key, is no double', () => {
    const pack = tinyPack()
    pack.meta.title = { en: 'same', es: 'same' }
    pack.meta.baselineLabel = { en: 'es', es: 'en' }
    expect(loadText(JSON.stringify(pack)).ok).toBe(true)
  })
  test('a value that looks like a key, and one key in two objects, are no doubles', () => {
    const text = JSON.stringify({ ...tinyPack(), rules: [] }).replace('"A paper"', '"\\"id\\":{[\\"id\\":"')
    expect(loadText(text).ok).toBe(true)
  })
})
