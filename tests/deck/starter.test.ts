import { expect, test } from 'vitest'
import { checkDeck } from '../../lib/deck/check'
import { deckLimits } from '../../lib/deck/limits'
import { deckShape } from '../../lib/deck/schema'
import { movedEvents, starterDeck } from '../../lib/deck/starter'
import { stand } from '../../lib/deck/slide'
import { tinyModel } from '../fixtures/tiny-model'
import { tinyPack } from '../fixtures/tiny-pack'

/** The deck of a pack that comes without one. */

const text = (letters: number) => ({ en: 'a'.repeat(letters), es: 'b'.repeat(letters) })

test('it opens with the pack, has a slide for each scenario, and loads', () => {
  const model = tinyModel()
  const deck = starterDeck(model)
  expect(deckShape.safeParse(deck).success).toBe(true)
  expect(checkDeck(deck, model.pack)).toEqual([])
  expect(deck.title).toEqual(model.pack.meta.title)
  expect(deck.slides.map(({ id }) => id)).toEqual(['opening', 'scenario-1'])
  expect(deck.slides[0]?.chart).toEqual({ kind: 'text', lines: [model.pack.meta.baselineLabel, model.pack.meta.evidenceDate] }) // prettier-ignore
  expect(deck.slides[1]).toMatchObject({
    chart: { kind: 'ladder', variables: ['bribery'] },
    states: { leader: 'dealer', zone: 'open' },
    toggles: ['leader', 'zone'],
    sentence: { en: 'A dealer opens the zone' },
  })
  expect(stand(model, deck.slides[1]!).assignment).toEqual({ leader: 'dealer', zone: 'open', audits: 'current' })
})

test('a pack without events tells its story instead', () => {
  const { variables, rules } = tinyPack()
  const moved = rules.map((rule) => ({
    ...rule,
    effects: rule.effects.filter(({ variable }) => variable !== 'bribery'),
  }))
  const model = tinyModel({ variables: variables.slice(1), rules: moved.filter(({ effects }) => effects.length > 0) })
  const deck = starterDeck(model)
  expect(deck.slides[1]?.chart).toEqual({ kind: 'text', lines: [model.pack.scenarios[0]?.story] })
})

test('long words are cut, and no more slides are made than a deck may have', () => {
  const [scenario] = tinyPack().scenarios
  const many = Array.from({ length: deckLimits.slides }, (_, i) => ({
    ...scenario,
    id: `s-${i}`,
    label: text(400),
  }))
  const deck = starterDeck(tinyModel({ scenarios: many, 'meta.title': text(300), 'meta.evidenceDate': text(300) }))
  expect(deckShape.safeParse(deck).success).toBe(true)
  expect(deck.slides).toHaveLength(deckLimits.slides)
  expect([deck.title.en.length, deck.slides[0]?.sentence.es.length, deck.slides[1]?.sentence.en.length]).toEqual([120, 240, 240]) // prettier-ignore
})

test('events are ranked by how far they move, either way, and indicators are none', () => {
  const { variables } = tinyPack()
  const second = { ...variables[0]!, id: 'second' }
  const model = tinyModel({ variables: [second, ...variables] })
  expect(movedEvents(model, { ...model.baseline, audits: 'strict' }, 3)).toEqual(['bribery', 'second'])
  expect(movedEvents(model, { ...model.baseline, audits: 'strict' }, 1)).toEqual(['bribery'])
})
