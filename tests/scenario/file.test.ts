import { describe, expect, test } from 'vitest'
import type { Issue } from '../../lib/fail'
import {
  decodeBytes,
  fileLimits,
  readScenarioFile,
  type ScenarioFile,
  writeScenarioFile,
} from '../../lib/scenario/file'
import { put } from '../fixtures/put'

/** The scenario file: read whole or refused with every reason, whatever a stranger hands in. */

const pack = { id: 'tiny', version: '1.0.0' }
const scenario = {
  name: 'Group 1',
  note: 'Agreed at ten.\nWith two against.',
  assignment: { leader: 'dealer', zone: 'open' },
  savedAt: '2022-07-01T10:00:00.000Z',
}
const content: ScenarioFile = {
  format: 'encrucijada-scenarios',
  version: 1,
  pack: { ...pack, hash: '0123456789abcdef' },
  comparison: { query: 'v=1&pack=1.0.0&a=dealer-zone_audits.strict&kept.a=k1' },
  scenarios: [scenario, { ...scenario, name: '=2+2', note: '' }],
}
const issuesOf = (text: string): Issue[] => {
  const read = readScenarioFile(text, pack)
  return read.ok ? [] : read.issues
}
const changed = (path: string, value: unknown) =>
  JSON.stringify(put(JSON.parse(writeScenarioFile(content)), path, value))

describe('there and back', () => {
  test('a file comes back as it was written', () => {
    expect(readScenarioFile(writeScenarioFile(content), pack)).toEqual({ ok: true, value: content })
  })
  test('a file with changes of the model is of version 2, and brings them and their reasons back', () => {
    const changes = [
      {
        kind: 'effect' as const,
        rule: 'dealer-bribes',
        variable: 'bribery',
        low: 1,
        central: 1.5,
        high: 2,
        reason: 'We saw more.',
      },
      { kind: 'timing' as const, rule: 'dealer-bribes', onset: 2024, rampYears: 2 },
      { kind: 'off' as const, rule: 'zone-imports' },
      { kind: 'start' as const, variable: 'exports', variant: 'year-2019', value: 9, range: { low: 8, high: 11 } },
      { kind: 'start' as const, variable: 'berths', variant: null, value: 1, range: null },
    ]
    const text = writeScenarioFile({ ...content, changes })
    expect(readScenarioFile(text, pack)).toEqual({ ok: true, value: { ...content, version: 2, changes } })
  })
  /** A file of the second version. Never change it: it must open alike for ever. */
  test('a file of version 2 opens as it always has', () => {
    const second = `{
  "format": "encrucijada-scenarios",
  "version": 2,
  "pack": { "id": "tiny", "version": "1.0.0", "hash": "" },
  "changes": [{ "kind": "off", "rule": "zone-imports", "reason": "Sin base" }],
  "scenarios": []
}`
    expect(readScenarioFile(second, pack)).toEqual({
      ok: true,
      value: {
        format: 'encrucijada-scenarios',
        version: 2,
        pack: { id: 'tiny', version: '1.0.0', hash: '' },
        changes: [{ kind: 'off', rule: 'zone-imports', reason: 'Sin base' }],
        scenarios: [],
      },
    })
  })
  /** A file of the first release. Never change it: it must open alike for ever. */
  test('a file of version 1 opens as it always has', () => {
    const first = `{
  "$schema": "scenario-file.schema.json",
  "format": "encrucijada-scenarios",
  "version": 1,
  "pack": { "id": "tiny", "version": "0.9.0", "hash": "" },
  "scenarios": [
    { "name": "Grupo Ñ", "note": "", "assignment": { "leader": "dealer" }, "savedAt": "2022-07-01T10:00:00Z" }
  ]
}`
    expect(readScenarioFile(first, pack)).toEqual({
      ok: true,
      value: {
        format: 'encrucijada-scenarios',
        version: 1,
        pack: { id: 'tiny', version: '0.9.0', hash: '' },
        scenarios: [{ name: 'Grupo Ñ', note: '', assignment: { leader: 'dealer' }, savedAt: '2022-07-01T10:00:00Z' }],
      },
    })
  })
})

describe('what is refused, and why', () => {
  test.each<[string, string, RegExp]>([
    ['more than a megabyte', ' '.repeat(fileLimits.bytes + 1), /characters long/],
    ['a change of no kind', changed('changes', [{ kind: 'text', rule: 'a' }]), /known kind|does not fit/],
    [
      'a change with more in it',
      changed('changes', [{ kind: 'off', rule: 'a', when: [] }]),
      /Unrecognized|not fit|keys/i,
    ],
    ['a name of 81 characters', changed('scenarios[0].name', 'x'.repeat(81)), /does not fit/],
    ['a state that is no id', changed('scenarios[0].assignment.leader', '<b>'), /does not fit/],
    ['a date that is none', changed('scenarios[0].savedAt', 'yesterday'), /does not fit/],
    [
      'too many scenarios',
      changed(
        'scenarios',
        Array.from({ length: 201 }, () => scenario),
      ),
      /does not fit/,
    ],
  ])('%s', (_, text, reason) => {
    const issues = issuesOf(text)
    expect(issues.length).toBeGreaterThan(0)
    expect(issues.map(({ message }) => message).join('\n')).toMatch(reason)
    for (const { path, message, expected, hint } of issues)
      for (const part of [path, message, expected, hint]) expect(part).not.toBe('')
  })

  test('all faults of the shape at once, each with its place', () => {
    const text = JSON.stringify(put(JSON.parse(changed('scenarios[0].name', 7)), 'scenarios[1].savedAt', 'never'))
    expect(issuesOf(text).map(({ path }) => path)).toEqual(['scenarios[0].name', 'scenarios[1].savedAt'])
  })
})

describe('the bytes of a file', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text)
  test('are read as UTF-8, a byte-order mark taken off', () => {
    expect(decodeBytes(utf8('{"ñ":"é"}'))).toEqual({ ok: true, value: '{"ñ":"é"}' })
    expect(decodeBytes(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual({ ok: true, value: '{}' })
    expect(decodeBytes(utf8('a real \uFFFD stays'))).toEqual({ ok: true, value: 'a real \uFFFD stays' })
  })
  test.each<[string, Uint8Array, RegExp]>([['a megabyte and one', new Uint8Array(fileLimits.bytes + 1), /bytes long/]])(
    '%s is refused by what it is, whatever its name',
    (_, bytes, reason) => {
      const decoded = decodeBytes(bytes)
      expect(decoded.ok ? '' : decoded.issues[0]?.message).toMatch(reason)
    },
  )
  test('a byte that is no UTF-8 is named by its place', () => {
    const decoded = decodeBytes(Uint8Array.of(...utf8('{"é":"'), 0xff, 0x22, 0x7d))
    expect(decoded.ok ? '' : decoded.issues[0]?.path).toBe('offset 7')
  })
})
