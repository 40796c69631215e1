import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeDeckBytes, readDeckFile, writeDeckFile } from '../../lib/deck/file'
import { readKeptDeck } from '../../lib/deck/kept-deck'
import { deckLimits } from '../../lib/deck/limits'
import type { Deck } from '../../lib/deck/schema'
import { starterDeck } from '../../lib/deck/starter'
import type { Issue } from '../../lib/fail'
import { writeScenarioFile } from '../../lib/scenario/file'
import { put } from '../fixtures/put'
import { tinyModel } from '../fixtures/tiny-model'

/** The deck file: read whole or refused with every reason, whatever a stranger hands in. */

const model = tinyModel()
const { pack } = model
const named = { id: 'tiny', version: '1.0.0', hash: '0123456789abcdef' }
const deck: Deck = starterDeck(model)
const sound = writeDeckFile(deck, named)
const issuesOf = (text: string): Issue[] => {
  const read = readDeckFile(text, pack)
  return read.ok ? [] : read.issues
}
const changed = (path: string, value: unknown) => JSON.stringify(put(JSON.parse(sound), path, value))

describe('there and back', () => {
  test('a deck comes back as it was written', () => {
    const read = readDeckFile(sound, pack)
    expect(read).toEqual({ ok: true, value: { format: 'encrucijada-deck', version: 1, pack: named, deck } })
    if (read.ok) expect(writeDeckFile(read.value.deck, read.value.pack)).toBe(sound)
  })
  /** A file of the first version. Never change it: it must open alike for ever. */
  test('a file of version 1 opens as it always has', () => {
    const first = `{
  "$schema": "deck-file.schema.json",
  "format": "encrucijada-deck",
  "version": 1,
  "pack": { "id": "tiny", "version": "0.9.0", "hash": "" },
  "deck": {
    "title": { "en": "One", "es": "Uno" },
    "slides": [{
      "id": "a", "topic": { "en": "", "es": "" },
      "sentence": { "en": "{label bribery}: {percent bribery}", "es": "{label bribery}: {percent bribery}" },
      "chart": { "kind": "ladder", "variables": ["bribery"] },
      "states": { "leader": "dealer" }, "toggles": ["leader"], "year": null, "evidence": ["ports-berths"],
      "claims": [{ "kind": "moves", "variable": "bribery", "way": "up" }],
      "predict": "bribery", "minutes": 2.5, "notes": [{ "en": "Say it", "es": "Dilo" }],
      "asked": [{ "question": { "en": "Why", "es": "Por qué" }, "answer": { "en": "So", "es": "Así" }, "evidence": [] }]
    }]
  }
}`
    const read = readDeckFile(first, pack)
    expect(read.ok && read.value.deck.slides[0]).toMatchObject({ id: 'a', minutes: 2.5, predict: 'bribery' })
  })
})

describe('what is refused, and why', () => {
  test.each<[string, string, RegExp]>([
    ['nothing at all', '', /not JSON/],
    ['half a file', sound.slice(0, 90), /not JSON/],
    ['a comment in it', sound.replace('{', '{ // ours'), /not JSON/],
    ['a trailing comma', sound.replace(/\n}\n$/, ',\n}\n'), /not JSON/],
    ['a million brackets', '['.repeat(900_000), /deep/i],
    ['more than a megabyte', ' '.repeat(deckLimits.bytes + 1), /characters long/],
    ['a byte-order mark left in it', `\uFEFF${sound}`, /byte-order mark/],
    ['other JSON', '{"a":1}', /not a deck file/],
    ['a list', '[]', /not a deck file/],
    ['a model pack', '{"meta":{"id":"x"}}', /model pack/],
    ['a scenario file', writeScenarioFile({ pack: named, scenarios: [] }), /"encrucijada-scenarios" is not a deck/],
    ['a newer version', changed('version', 2), /newer version/],
    ['another pack', changed('pack.id', 'other-pack'), /made for the pack "other-pack"/],
    ['a doubled key', sound.replace('"version": 1', '"version": 1, "version": 1'), /twice|double/i],
    ['a forbidden key', sound.replace('"states"', '"__proto__"'), /__proto__/],
    ['a word of the language as an id', changed('deck.slides[0].id', 'constructor'), /does not fit/],
    ['a number as a sentence', changed('deck.slides[0].sentence.en', 7), /7 does not fit/],
    ['a sentence missing in one language', changed('deck.slides[0].sentence.es', undefined), /nothing stands here/],
    ['a sentence of spaces', changed('deck.slides[0].sentence.en', '   '), /does not fit/],
    ['a sentence of signs alone', changed('deck.slides[0].sentence.en', '🙂🙂'), /does not fit/],
    ['a sentence that turns the line', changed('deck.slides[0].sentence.en', 'a\u202Eb'), /does not fit/],
    ['a sentence of 10 000 characters', changed('deck.slides[0].sentence.en', 'x'.repeat(10_000)), /does not fit/],
    ['no slides', changed('deck.slides', []), /does not fit/],
    ['a chart of no kind', changed('deck.slides[1].chart.kind', 'pie'), /"pie"|does not fit/],
    ['an unknown field', changed('deck.slides[0].colour', 'url(javascript:1)'), /does not fit|Unrecognized/],
    ['minutes without end', changed('deck.slides[0].minutes', 1e308), /does not fit/],
    ['minutes as text', changed('deck.slides[0].minutes', '3'), /"3" does not fit/],
    ['too many slides', changed('deck.slides', Array(61).fill(deck.slides[0])), /does not fit/],
    ['an id twice', changed('deck.slides[1].id', 'opening'), /already the id of slides\[0\]/],
    ['an unknown variable', changed('deck.slides[1].chart.variables', ['bribry']), /unknown variable "bribry"/],
    ['an unknown state', changed('deck.slides[1].states.leader', 'queen'), /unknown state of leader "queen"/],
    ['an unknown fact', changed('deck.slides[1].evidence', ['hearsay']), /unknown fact "hearsay"/],
    ['a year beyond the horizon', changed('deck.slides[1].year', 2040), /outside the horizon/],
    ['a computed word of nothing', changed('deck.slides[1].sentence.en', '{word nothing}'), /unknown variable/],
  ])('%s', (_, text, reason) => {
    const issues = issuesOf(text)
    expect(issues.length).toBeGreaterThan(0)
    expect(issues.map(({ message }) => message).join('\n')).toMatch(reason)
    for (const { path, message, expected, hint } of issues)
      for (const part of [path, message, expected, hint]) expect(part).not.toBe('')
  })
  test('all faults of the shape at once, and then all of the ids, each with its place in the file', () => {
    const shape = JSON.stringify(put(JSON.parse(changed('deck.title.en', 7)), 'deck.slides[0].minutes', -1))
    expect(issuesOf(shape).map(({ path }) => path)).toEqual(['deck.title.en', 'deck.slides[0].minutes'])
    const ids = JSON.stringify(put(JSON.parse(changed('deck.slides[1].toggles', ['zonee'])), 'deck.slides[1].year', 1))
    expect(issuesOf(ids).map(({ path }) => path)).toEqual(['deck.slides[1].toggles[0]', 'deck.slides[1].year'])
    expect(issuesOf(ids)[0]?.hint).toContain('"zone"')
  })
  test('500 random changes of a sound file give a file or a clean refusal, never a throw', () => {
    fc.assert(
      fc.property(fc.nat(sound.length), fc.nat(12), fc.string({ unit: 'binary', maxLength: 6 }), (at, cut, by) => {
        const read = readDeckFile(sound.slice(0, at) + by + sound.slice(at + cut), pack)
        if (!read.ok) expect(read.issues.length).toBeGreaterThan(0)
      }),
      { seed: 71, numRuns: 500 },
    )
  })
  test('bytes of another kind are named by what they are, whatever the name of the file', () => {
    const decoded = decodeDeckBytes(Uint8Array.of(0x50, 0x4b, 0x03, 0x04))
    expect(decoded.ok ? '' : decoded.issues[0]?.message).toMatch(/zip archive/)
    expect(decodeDeckBytes(new TextEncoder().encode(sound))).toEqual({ ok: true, value: sound })
  })
})

describe('a deck as it is stored', () => {
  const record = { id: 'abc123', deck, pack: { id: 'tiny', version: '1.0.0' }, savedAt: '2022-07-01', place: 1 }
  test('is read as it was', () => {
    expect(readKeptDeck(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a scenario', { id: 'a', name: 'x', place: 1 }],
    ['a deck without slides', { ...record, deck: { ...deck, slides: [] } }],
    ['a place that is none', { ...record, place: Number.NaN }],
    ['an id that no address can name', { ...record, id: 'a b' }],
  ])('%s is none', (_, value) => {
    expect(readKeptDeck(value)).toBeNull()
  })
})
