import { describe, expect, test } from 'vitest'
import { adviseOn, mostWords } from '../../lib/deck/advice'
import { checkDeck } from '../../lib/deck/check'
import {
  addSlide,
  changeSlide,
  copyOf,
  deleteSlide,
  duplicateSlide,
  minutesOf,
  moveSlide,
  neighbourOf,
  newDeck,
} from '../../lib/deck/edit'
import { deckLimits } from '../../lib/deck/limits'
import { type Deck, deckShape, type Slide } from '../../lib/deck/schema'
import { comparisonSlide, ladderSlide, mapSlide, pathSlide, textSlide, waterfallSlide } from '../../lib/deck/seed'
import { sayPlain } from '../../lib/deck/sentence'
import { stand } from '../../lib/deck/slide'
import { blankSlide, starterDeck } from '../../lib/deck/starter'
import { tinyModel } from '../fixtures/tiny-model'

/** Edits of a deck, and slides made of what a chart shows: whatever is done, the deck stays one that loads. */

const slide = (id: string): Slide => blankSlide(id, { en: id, es: id }, { kind: 'text', lines: [] })
const deck = (...ids: string[]): Deck => ({ title: { en: 'Deck', es: 'Mazo' }, slides: ids.map(slide) })
const idsOf = ({ slides }: Deck) => slides.map(({ id }) => id)
const words = {
  locale: 'en',
  word: (word: string) => word,
  way: (way: string) => way,
  points: (count: number) => (count === 1 ? 'point' : 'points'),
} as const

describe('edits', () => {
  test('a slide is added after another, at the end without one, and under an id of its own', () => {
    expect(idsOf(addSlide(deck('a', 'b'), slide('c'), 'a'))).toEqual(['a', 'c', 'b'])
    expect(idsOf(addSlide(deck('a', 'b'), slide('c'), null))).toEqual(['a', 'b', 'c'])
    expect(idsOf(addSlide(deck('a', 'a-2'), slide('a'), 'gone'))).toEqual(['a', 'a-2', 'a-3'])
    expect(idsOf(duplicateSlide(deck('a', 'b'), 'a'))).toEqual(['a', 'a-2', 'b'])
    const long = 'x'.repeat(60)
    expect(idsOf(addSlide(deck(long), slide(long), null))[1]?.length).toBeLessThanOrEqual(60)
  })
  test('a full deck takes no more, and says so by being the same', () => {
    const full = deck(...Array.from({ length: deckLimits.slides }, (_, i) => `s${i}`))
    expect(addSlide(full, slide('more'), null)).toBe(full)
    expect(duplicateSlide(full, 's1')).toBe(full)
  })
  test('a slide is taken out, but the last one stays; its neighbour is shown next', () => {
    expect(idsOf(deleteSlide(deck('a', 'b', 'c'), 'b'))).toEqual(['a', 'c'])
    const [one, two] = [deck('a'), deck('a', 'b')]
    expect(deleteSlide(one, 'a')).toBe(one)
    expect(deleteSlide(two, 'gone')).toBe(two)
    expect([neighbourOf(two, 'a'), neighbourOf(two, 'b'), neighbourOf(one, 'a')]).toEqual(['b', 'a', null])
  })
  test('a slide moves by one place, and not beyond the ends', () => {
    const three = deck('a', 'b', 'c')
    expect(idsOf(moveSlide(three, 'b', -1))).toEqual(['b', 'a', 'c'])
    expect(idsOf(moveSlide(three, 'b', 1))).toEqual(['a', 'c', 'b'])
    expect(moveSlide(three, 'a', -1)).toBe(three)
    expect(moveSlide(three, 'c', 1)).toBe(three)
    expect(moveSlide(three, 'gone', 1)).toBe(three)
  })
  test('a change is of that slide alone, and lets go of a guess that its chart no longer shows', () => {
    const path = { ...slide('b'), chart: { kind: 'path' as const, variable: 'bribery' }, predict: 'bribery' }
    const before: Deck = { ...deck('a'), slides: [slide('a'), path] }
    const noted = changeSlide(before, 'b', { minutes: 5 })
    expect(noted.slides[1]).toEqual({ ...path, minutes: 5 })
    expect(noted.slides[0]).toBe(before.slides[0])
    expect(changeSlide(before, 'b', { chart: { kind: 'path', variable: 'exports' } }).slides[1]?.predict).toBeNull()
    expect(minutesOf(noted)).toBe(7)
  })
  test('a copy says so in both languages, once, and each by another number', () => {
    const own = deck('a')
    const first = copyOf(own, [own])
    const second = copyOf(own, [own, first])
    expect(first.title).toEqual({ en: 'Deck (copy)', es: 'Mazo (copia)' })
    expect(second.title).toEqual({ en: 'Deck (copy 2)', es: 'Mazo (copia 2)' })
    expect(copyOf(second, [first, second]).title.en).toBe('Deck (copy 3)')
    const long = { en: 'x'.repeat(120), es: 'y'.repeat(120) }
    expect(deckShape.safeParse(copyOf({ ...own, title: long }, [])).success).toBe(true)
  })
  test('a new deck loads', () => {
    expect(deckShape.safeParse(newDeck({ en: 'Mine', es: 'Mío' })).success).toBe(true)
  })
})

describe('slides of what a chart shows', () => {
  const model = tinyModel()
  const assignment = { leader: 'dealer', zone: 'open', audits: 'current' }
  const seen = { model, assignment, year: 2026 }
  const made: [string, Slide | null][] = [
    ['ladder', ladderSlide(seen, ['exports', 'bribery'])],
    ['path', pathSlide(seen, 'exports')],
    [
      'comparison',
      comparisonSlide(
        seen,
        ['bribery'],
        [
          { label: { en: 'Rest', es: 'Resto' }, assignment: model.baseline },
          { label: { en: 'x'.repeat(90), es: 'Otro' }, assignment },
        ],
      ),
    ],
    ['waterfall', waterfallSlide(seen, 'bribery', model.baseline)],
    ['map', mapSlide(seen, ['ports', 'nowhere'])],
    ['text', textSlide(seen)],
  ]
  test.each(made)('a %s loads, stands under what was on screen, and its sentence is computed whole', (kind, slide) => {
    if (!slide) throw new Error('No slide was made.')
    const whole: Deck = { ...starterDeck(model), slides: [slide] }
    expect(deckShape.safeParse(whole).error?.issues).toBeUndefined()
    expect(checkDeck(whole, model.pack)).toEqual([])
    expect(slide.chart.kind).toBe(kind)
    expect(stand(model, slide)).toMatchObject({ assignment, year: 2026 })
    const advice = adviseOn(stand(model, slide), slide.sentence.en, words, ['likely'])
    expect(advice.typed).toEqual([])
    expect(advice.words).toBeLessThanOrEqual(mostWords)
    expect(advice.said).not.toContain('{')
  })
  test('a ladder shows events alone, at most three, and is none without one', () => {
    expect(made[0]?.[1]?.chart).toEqual({ kind: 'ladder', variables: ['bribery'] })
    expect(ladderSlide(seen, ['exports'])).toBeNull()
    expect(comparisonSlide(seen, ['bribery'], [])).toBeNull()
  })
  test('the figures of its sentence are those of the screen', () => {
    const waterfall = waterfallSlide(seen, 'bribery', model.baseline)
    const standing = stand(model, waterfall)
    const said = sayPlain(standing, waterfall.sentence.en, words)
    const percent = Math.round(100 * standing.outcome.paths[0]![standing.t]!)
    expect(said).toBe(`bribery: 20% → ${percent}%`)
  })
  test('toggles are what differs from the baseline, the headline first; at the baseline the headline itself', () => {
    expect(pathSlide({ ...seen, assignment: { ...assignment, audits: 'strict' } }, 'exports').toggles).toEqual([
      'leader',
      'zone',
      'audits',
    ])
    expect(pathSlide({ ...seen, assignment: model.baseline }, 'exports').toggles).toEqual(['leader', 'zone'])
  })
  test('the year is left out where it is the one that the pack opens on', () => {
    expect(pathSlide({ ...seen, year: 2024 }, 'exports').year).toBeNull()
    expect(pathSlide(seen, 'exports').year).toBe(2026)
  })
})

test('a sentence is advised on: typed figures, and its words as it is said', () => {
  const model = tinyModel()
  const standing = stand(model, pathSlide({ model, assignment: model.baseline, year: 2024 }, 'bribery'))
  const advice = adviseOn(standing, 'Since 2022 {label bribery} is likely, at 63% — {percent bribery}', words, [
    'likely',
  ])
  expect(advice.said).toBe('Since 2022 bribery is likely, at 63% — 20%')
  expect(advice.typed).toEqual(['63%', 'likely'])
  expect(advice.words).toBe(8)
})
