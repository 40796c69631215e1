import { describe, expect, test } from 'vitest'
import { pieces, say, sayPlain, typedFigures, wayOf } from '../../lib/deck/sentence'
import { stand } from '../../lib/deck/slide'
import { blankSlide } from '../../lib/deck/starter'
import { tinyModel } from '../fixtures/tiny-model'

/** Templates: what is computed is read from the outcome, and what is typed is known for what it is. */

const model = tinyModel()
const slide = blankSlide('one', { en: 'One', es: 'Uno' }, { kind: 'waterfall', variable: 'bribery', from: {} })
const words = (locale: 'en' | 'es') =>
  ({
    locale,
    word: (word: string) => `<${word}>`,
    way: (way: string) => `[${way}]`,
    points: (count: number) => (count === 1 ? 'point' : 'points'),
  }) as const
const said = (template: string, toggled = {}, locale: 'en' | 'es' = 'en') =>
  sayPlain(stand(model, slide, toggled), template, words(locale))
/** The model with imports as a share. */
function shares() {
  const ends = { 'variables[2].baseline.low': 0.4, 'variables[2].baseline.high': 0.6 }
  return tinyModel({ 'variables[2].scale': 'chance', 'variables[2].baseline.value': 0.5, ...ends })
}
const dealer = { leader: 'dealer', zone: 'open' }

describe('pieces', () => {
  test('a template falls into text and computed words, and nothing of it is lost', () => {
    const template = 'A {word bribery} and {percent bribery @dealer-zone}.'
    expect(pieces(template)).toEqual([
      { kind: 'text', text: 'A ' },
      { kind: 'token', token: 'word', variable: 'bribery', under: null, text: '{word bribery}' },
      { kind: 'text', text: ' and ' },
      { kind: 'token', token: 'percent', variable: 'bribery', under: 'dealer-zone', text: '{percent bribery @dealer-zone}' },
      { kind: 'text', text: '.' },
    ]) // prettier-ignore
    expect(pieces(template).map(({ text }) => text).join('')).toBe(template) // prettier-ignore
  })

  test('braces that ask for nothing known are text', () => {
    expect(pieces('{wrong bribery} {word}')).toEqual([{ kind: 'text', text: '{wrong bribery} {word}' }])
    expect(pieces('')).toEqual([])
  })
})

describe('computed words', () => {
  test('a chance gives its word, percent, baseline, points, way and label', () => {
    expect(said('{word bribery} {percent bribery} {baseline bribery} {points bribery}', dealer)).toBe(
      '<unlikely> 43% 20% +23 points',
    )
    expect(said('{way bribery} {label bribery} {value bribery}', dealer)).toBe('[up] bribery 43%')
    expect(said('{way bribery} {points bribery}')).toBe('[holds] 0 points')
    expect(said('{way bribery} {points bribery}', { audits: 'strict' })).toBe('[down] −7 points')
  })

  test('an amount gives its number and its shift in its own unit, and its name in the language', () => {
    expect(said('{percent exports} {value exports} {baseline exports} {points exports} {way exports}', dealer)).toBe(
      '13.2 13.2 10.0 +3.2 [up]',
    )
    expect(said('{label exports} {word exports}', dealer, 'es')).toBe('exports (es) <none>')
  })

  test('the value of a share is a number without its sign', () => {
    const template = '{percent imports} {value imports} {baseline imports}'
    expect(sayPlain(stand(shares(), slide), template, words('en'))).toBe('50% 50.0 50%')
  })

  test('a word can be read under a scenario, or from where a waterfall starts', () => {
    expect(said('{percent bribery @dealer-zone} {percent bribery @from} {percent bribery}', { audits: 'strict' })).toBe(
      '43% 20% 13%',
    )
  })

  test('what cannot be computed is said as it is written, and not as computed', () => {
    const strange = '{word gone} {percent bribery @gone}'
    expect(said(strange)).toBe(strange)
    expect(say(stand(model, slide), strange, words('en')).some(({ computed }) => computed)).toBe(false)
  })

  test('only a risk that moved by three points has a tone, and never its name or its baseline', () => {
    const tones = (template: string, toggled = {}) =>
      say(stand(model, slide, toggled), template, words('en')).flatMap(({ computed, tone }) => (computed ? [tone] : []))
    expect(tones('{percent bribery}{word bribery}{label bribery}{baseline bribery}', dealer)).toEqual(['up', 'up', null, null]) // prettier-ignore
    expect(tones('{percent bribery}', { audits: 'strict' })).toEqual(['down'])
    expect(tones('{percent bribery}')).toEqual([null])
    expect(tones('{value exports}', dealer)).toEqual([null])
    expect(say(stand(model, slide), 'Text', words('en'))).toEqual([{ text: 'Text', computed: false, tone: null }])
  })
})

describe('which way', () => {
  const [bribery, exports, , cover] = model.variables
  const way = (variable: (typeof model.variables)[number] | undefined, baseline: number, value: number) =>
    variable && wayOf({ variable, baseline, value })

  test('a chance moves from three points on, as they are shown', () => {
    expect([0.225, 0.224, 0.175, 0.176, 0.2].map((value) => way(bribery, 0.2, value))).toEqual([
      'up', 'holds', 'holds', 'holds', 'holds',
    ]) // prettier-ignore
    expect([0.23, 0.17].map((value) => way(bribery, 0.2, value))).toEqual(['up', 'down'])
  })

  test('an amount moves as soon as the number shown differs', () => {
    expect([10.04, 10.06, 9.94, 10].map((value) => way(exports, 10, value))).toEqual(['holds', 'up', 'down', 'holds'])
    expect(way(cover, 2, 2.2)).toBe('up')
    expect(way(shares().variables[2], 0.5, 0.51)).toBe('up')
  })
})

describe('typed figures', () => {
  const terms = ['very unlikely', 'unlikely', 'likely']
  const typed = (template: string) => typedFigures(template, terms)

  test('numbers and words of probability that are typed are found, computed ones and years are not', () => {
    expect(typed('A third is lost with 63% by 2030: +25 points, US$ 1,200.5.')).toEqual(['63%', '+25', '1,200.5'])
    expect(typed('{percent bribery} in 2024, {word bribery}')).toEqual([])
    expect(typed('It is unlikely')).toEqual(['unlikely'])
    expect(typed('Very unlikely, in 1999')).toEqual(['very unlikely', 'unlikely'])
  })

  test('numbers inside of names are none', () => {
    expect(typed('5G, COVID-19x, Block58 and B2')).toEqual([])
  })
})
