import { describe, expect, test } from 'vitest'
import {
  decodePresenting,
  encodePresenting,
  paperParts,
  papers,
  type Presenting,
  restingPresenting,
} from '../../lib/scenario/presenting'
import { tinyModel } from '../fixtures/tiny-model'

const model = tinyModel()
const resting = restingPresenting(model)
const through = (change: Partial<Presenting>) => {
  const text = encodePresenting(model, { ...resting, ...change })
  return { text, ...decodePresenting(model, text) }
}

describe('the address of a presentation', () => {
  test('is empty at rest, and holds every choice of paper and parts', () => {
    expect(encodePresenting(model, resting)).toBe('')
    for (const paper of papers)
      for (const parts of [paperParts, [], ...paperParts.map((part) => [part]), paperParts.slice(1, 3)]) {
        const { screen, dropped } = through({ paper, parts, slide: 'zone' })
        expect(dropped).toEqual([])
        expect(screen).toEqual({ ...resting, paper, parts, slide: 'zone' })
      }
    expect(through({ paper: 'letter', parts: ['cards', 'blank'] }).text).toContain('paper=letter&parts=cards_blank')
  })

  test('drops a paper and parts that there are not, and keeps the rest', () => {
    const { screen, dropped } = decodePresenting(model, 'paper=a5&parts=cards_poster&slide=zone')
    expect(dropped.map(({ part }) => part)).toEqual(['paper=a5', 'parts=cards_poster'])
    expect(screen).toEqual({ ...resting, slide: 'zone' })
  })

  test('has parts in the order they are printed, each once', () => {
    expect(decodePresenting(model, 'parts=roles_cards').screen.parts).toEqual(['cards', 'roles'])
    expect(decodePresenting(model, 'parts=cards_cards').dropped).toHaveLength(1)
  })

  test('holds the deck, the slide and what is toggled on it', () => {
    const { text, screen, dropped } = through({ deck: 'a1b2', slide: 'zone-open', toggled: { zone: 'open' } })
    expect(text).toContain('deck=a1b2&slide=zone-open&at.zone=open')
    expect(dropped).toEqual([])
    expect(screen).toEqual({ ...resting, deck: 'a1b2', slide: 'zone-open', toggled: { zone: 'open' } })
  })

  test.each([
    'deck=../x',
    'deck=A',
    'slide=-',
    'slide=Zone',
    `slide=${'z'.repeat(61)}`,
    'at.zone=ajar',
    'at.moon=full',
    'zone=open',
    'at.=open',
    'at.__proto__=x',
  ])('drops %s and keeps the rest', (part) => {
    const { screen, dropped } = decodePresenting(model, `${part}&at.leader=dealer`)
    expect(dropped).toHaveLength(1)
    expect(screen).toEqual({ ...resting, toggled: { leader: 'dealer' } })
  })
})
