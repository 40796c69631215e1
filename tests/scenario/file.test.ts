import fc from 'fast-check'
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
  test('so do 2 000 files of any names, notes and states', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,12}(-[a-z0-9]{1,8}){0,2}$/)
    const anyScenario = fc.record({
      name: fc.string({ minLength: 1, maxLength: 60 }).map((text) => `G ${text.replace(/[^\x20-\x7e]/g, '')}`),
      note: fc.string({ maxLength: 200 }).map((text) => text.replace(/[^\x20-\x7e]/g, '\n')),
      assignment: fc.dictionary(word, word, { maxKeys: 20 }),
      savedAt: fc.constant('2022-07-01T10:00:00.000Z'),
    })
    fc.assert(
      fc.property(fc.array(anyScenario, { maxLength: 8 }), fc.boolean(), (scenarios, compared) => {
        const { comparison, ...rest } = content
        const file = { ...rest, scenarios, ...(compared && comparison && { comparison }) }
        expect(readScenarioFile(writeScenarioFile(file), pack)).toEqual({ ok: true, value: file })
      }),
      { seed: 61, numRuns: 2000 },
    )
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
    ['nothing at all', '', /not JSON/],
    ['half a file', writeScenarioFile(content).slice(0, 90), /not JSON/],
    ['a comment in it', writeScenarioFile(content).replace('{', '{ // ours'), /not JSON/],
    ['a million brackets', '['.repeat(900_000), /deep/i],
    ['more than a megabyte', ' '.repeat(fileLimits.bytes + 1), /characters long/],
    ['other JSON', '{"a":1}', /not a scenario file/],
    ['a list', '[]', /not a scenario file/],
    ['a model pack', '{"meta":{"id":"x"}}', /model pack/],
    ['another format', changed('format', 'covid'), /"covid" is not a scenario file/],
    ['a newer version', changed('version', 3), /newer version/],
    ['a change of no kind', changed('changes', [{ kind: 'text', rule: 'a' }]), /known kind|does not fit/],
    [
      'a change with more in it',
      changed('changes', [{ kind: 'off', rule: 'a', when: [] }]),
      /Unrecognized|not fit|keys/i,
    ],
    [
      'a change that is no number',
      changed('changes', [{ kind: 'timing', rule: 'a', onset: '2024', rampYears: 1 }]),
      /2024/,
    ],
    [
      'a reason that turns the line',
      changed('changes', [{ kind: 'off', rule: 'a', reason: 'a\u202Eb' }]),
      /does not fit/,
    ],
    ['another pack', changed('pack.id', 'other-pack'), /made for the pack "other-pack"/],
    [
      'a doubled key',
      writeScenarioFile(content).replace('"version": 1', '"version": 1, "version": 1'),
      /twice|double/i,
    ],
    ['a forbidden key', writeScenarioFile(content).replace('"note"', '"__proto__"'), /__proto__/],
    ['a number as a name', changed('scenarios[0].name', 7), /7 does not fit/],
    ['an empty name', changed('scenarios[0].name', ''), /does not fit/],
    ['a name that hides something', changed('scenarios[0].name', 'a\u202Eb'), /does not fit/],
    ['a name of 81 characters', changed('scenarios[0].name', 'x'.repeat(81)), /does not fit/],
    ['a state that is no id', changed('scenarios[0].assignment.leader', '<b>'), /does not fit/],
    ['a date that is none', changed('scenarios[0].savedAt', 'yesterday'), /does not fit/],
    ['an unknown field', changed('scenarios[0].colour', 'red'), /does not fit/],
    ['an address with markup', changed('comparison.query', '<script>'), /does not fit/],
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

  test('500 random changes of a sound file give a file or a clean refusal, never a throw', () => {
    const sound = writeScenarioFile(content)
    fc.assert(
      fc.property(fc.nat(sound.length), fc.nat(12), fc.string({ unit: 'binary', maxLength: 6 }), (at, cut, by) => {
        const read = readScenarioFile(sound.slice(0, at) + by + sound.slice(at + cut), pack)
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0)
      }),
      { seed: 62, numRuns: 500 },
    )
  })
})

describe('the bytes of a file', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text)
  test('are read as UTF-8, a byte-order mark taken off', () => {
    expect(decodeBytes(utf8('{"ñ":"é"}'))).toEqual({ ok: true, value: '{"ñ":"é"}' })
    expect(decodeBytes(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual({ ok: true, value: '{}' })
    expect(decodeBytes(utf8('a real \uFFFD stays'))).toEqual({ ok: true, value: 'a real \uFFFD stays' })
  })
  test.each<[string, Uint8Array, RegExp]>([
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13), /PNG picture/],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /JPEG picture/],
    ['a PDF', utf8('%PDF-1.7'), /PDF document/],
    ['a workbook', utf8('PK\u0003\u0004'), /zip archive/],
    ['UTF-16 with its mark', Uint8Array.of(0xff, 0xfe, 0x7b, 0), /UTF-16/],
    ['UTF-16 without', Uint8Array.of(0x7b, 0, 0x7d, 0), /UTF-16/],
    ['a megabyte and one', new Uint8Array(fileLimits.bytes + 1), /bytes long/],
  ])('%s is refused by what it is, whatever its name', (_, bytes, reason) => {
    const decoded = decodeBytes(bytes)
    expect(decoded.ok ? '' : decoded.issues[0]?.message).toMatch(reason)
  })
  test('a byte that is no UTF-8 is named by its place', () => {
    const decoded = decodeBytes(Uint8Array.of(...utf8('{"é":"'), 0xff, 0x22, 0x7d))
    expect(decoded.ok ? '' : decoded.issues[0]?.path).toBe('offset 7')
  })
})
