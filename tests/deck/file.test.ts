import { describe, expect, test } from 'vitest'
import { readDeckFile, writeDeckFile } from '../../lib/deck/file'
import { readKeptDeck } from '../../lib/deck/kept-deck'
import { deckLimits } from '../../lib/deck/limits'
import type { Deck } from '../../lib/deck/schema'
import { starterDeck } from '../../lib/deck/starter'
import type { Issue } from '../../lib/fail'
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
    ['more than a megabyte', ' '.repeat(deckLimits.bytes + 1), /characters long/],
    ['no slides', changed('deck.slides', []), /does not fit/],
    ['a chart of no kind', changed('deck.slides[1].chart.kind', 'pie'), /"pie"|does not fit/],
    ['too many slides', changed('deck.slides', Array(61).fill(deck.slides[0])), /does not fit/],
    ['an unknown state', changed('deck.slides[1].states.leader', 'queen'), /unknown state of leader "queen"/],
    ['an unknown fact', changed('deck.slides[1].evidence', ['hearsay']), /unknown fact "hearsay"/],
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
