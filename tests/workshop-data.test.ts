import { describe, expect, test } from 'vitest'
import en from '../app/_words/en.json'
import es from '../app/_words/es.json'
import { packs } from '../data/index'
import file from '../data/peru-prc/workshop.json'
import { failing } from '../lib/deck/claims'
import { loadWorkshop } from '../lib/deck/load'
import type { Slide } from '../lib/deck/schema'
import { type SaidWords, sayPlain, typedFigures } from '../lib/deck/sentence'
import { asWritten, stand, type Standing, statesOf, variablesOf } from '../lib/deck/slide'
import { compile, variableIndex, yearIndex } from '../lib/engine/compile'
import { evaluate } from '../lib/engine/evaluate'
import { formatShift } from '../lib/format'
import { load } from '../lib/pack/load'
import { assign } from '../lib/scenario/assignment'

/** The deck and the role briefs of the first pack: sound, true as written, short enough to read, and alive. */

const loaded = load(packs['peru-prc'])
if (!loaded.ok) throw new Error('the pack is unsound: packs.test.ts says why')
const pack = loaded.value
const model = compile(pack)
const workshop = loadWorkshop(file, pack)
const slides = workshop.ok ? workshop.value.deck.slides : []
const roles = workshop.ok ? workshop.value.roles : []

const languages: readonly SaidWords[] = [
  { locale: 'en', word: (word) => en.word[word], way: (way) => way, points: () => 'points' },
  { locale: 'es', word: (word) => es.word[word], way: (way) => way, points: () => 'puntos' },
]

/** Every state of every toggle of a slide, one at a time. */
function toggledOnce(slide: Slide): { toggle: string; state: string; standing: Standing }[] {
  const written = asWritten(model, slide)
  return slide.toggles.flatMap((toggle) =>
    (model.states.get(toggle) ?? [])
      .filter((state) => written[toggle] !== state)
      .map((state) => ({ toggle, state, standing: stand(model, slide, { [toggle]: state }) })),
  )
}

/** What a slide shows of its variables, as a reader sees it: the shift of each in whole points or its own decimals. */
function shown({ slide, outcome, t }: Standing): string[] {
  return variablesOf(slide.chart).map((id) => {
    const index = variableIndex(model, id)
    return formatShift(model.variables[index]!, outcome.paths[index]![0]!, outcome.paths[index]![t]!, 'en')
  })
}

const wordsOf = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))

describe('the deck of the first pack', () => {
  test('has twelve to sixteen slides, every kind of chart, and a plan that leaves half of ninety minutes to the groups', () => {
    expect(workshop.ok ? [] : workshop.issues).toEqual([])
    expect(slides.length).toBeGreaterThanOrEqual(12)
    expect(slides.length).toBeLessThanOrEqual(16)
    const kinds = new Set(slides.map(({ chart }) => chart.kind))
    expect([...kinds].sort()).toEqual(['comparison', 'ladder', 'map', 'path', 'text', 'waterfall'])
    const minutes = slides.reduce((sum, slide) => sum + slide.minutes, 0)
    expect(minutes).toBeGreaterThanOrEqual(40)
    expect(minutes).toBeLessThanOrEqual(60)
    const guessed = slides.filter(({ predict }) => predict !== null).length
    expect([2, 3]).toContain(guessed)
  })

  test('claims nothing that does not hold as written', () => {
    const untrue = slides.flatMap((slide) => failing(stand(model, slide)).map((claim) => ({ slide: slide.id, claim })))
    expect(untrue).toEqual([])
  })

  test('says each sentence in at most fourteen words in both languages, toggled or not, with no token left over', () => {
    const long = slides.flatMap((slide) =>
      [stand(model, slide), ...toggledOnce(slide).map(({ standing }) => standing)].flatMap((standing) =>
        languages.flatMap((words) => {
          const said = sayPlain(standing, slide.sentence[words.locale], words)
          return wordsOf(said).length > 14 || said.includes('{') ? [said] : []
        }),
      ),
    )
    expect(long).toEqual([])
    const lines = slides.flatMap(({ chart }) => (chart.kind === 'text' ? chart.lines : []))
    expect(lines.flatMap((line) => [line.en, line.es]).filter((line) => wordsOf(line).length > 14)).toEqual([])
  })

  test('types no number and no word of probability in a sentence: all are computed', () => {
    const texts = slides.flatMap(({ sentence, chart }) => [sentence, ...(chart.kind === 'text' ? chart.lines : [])])
    const typed = texts.flatMap((written) =>
      languages.flatMap(({ locale }) => typedFigures(written[locale], Object.values((locale === 'en' ? en : es).word))),
    )
    expect(typed).toEqual([])
  })

  test('says the same tokens in both languages, in sentences and notes', () => {
    const tokens = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([token]) => token).sort()
    const texts = slides.flatMap((slide) => [slide.sentence, ...slide.notes])
    expect(texts.filter((text) => tokens(text.en).join() !== tokens(text.es).join())).toEqual([])
  })

  test('changes what is shown with every toggle, and no toggle is a dead key', () => {
    const dead = slides.flatMap((slide) => {
      const written = shown(stand(model, slide)).join()
      const moving = toggledOnce(slide).filter(({ standing }) => shown(standing).join() !== written)
      return slide.toggles
        .filter((toggle) => !moving.some((moved) => moved.toggle === toggle))
        .map((id) => [slide.id, id])
    })
    expect(dead).toEqual([])
    expect(slides.filter((s) => variablesOf(s.chart).length > 0 && s.toggles.length < 2).map(({ id }) => id)).toEqual(
      [],
    )
  })

  test('writes no state that is the baseline’s, and ends each comparison with the slide as it stands', () => {
    const idle = slides.filter(
      (s) => Object.keys(statesOf(model, asWritten(model, s))).length !== Object.keys(s.states).length,
    )
    expect(idle.map(({ id }) => id)).toEqual([])
    for (const { chart, states } of slides)
      if (chart.kind === 'comparison') expect(chart.columns.at(-1)?.states).toEqual(states)
  })

  test('writes the scenarios of the pack as the pack has them, where a slide stands for one', () => {
    const of = (id: string) => {
      const scenario = pack.scenarios.find((s) => s.id === id)
      const own = [...(scenario?.headline ?? []), ...(scenario?.secondary ?? [])]
      const all = own.reduce((made, { assumption, state }) => assign(model, made, assumption, state), model.baseline)
      return statesOf(model, all)
    }
    const slide = (id: string) => slides.find((s) => s.id === id)
    expect(slide('three-leaders')?.states).toEqual(of('transactional-successor'))
    expect(slide('zone')?.states).toEqual(of('transactional-with-sez'))
    expect(slide('worst')?.states).toEqual(of('zone-worst-case'))
    const leaders = slide('three-leaders')?.chart
    const columns = leaders?.kind === 'comparison' ? leaders.columns.map(({ states }) => states) : []
    expect(columns.slice(0, 2)).toEqual([of('castillo-stays'), of('leftist-successor')])
  })

  test('calls best what no single change betters by a tenth, the inquiries and the leader apart', () => {
    const slide = slides.find(({ id }) => id === 'best')!
    const index = variableIndex(model, 'expected-adverse-events')
    const t = yearIndex(model, pack.meta.year)
    const best = asWritten(model, slide)
    const here = evaluate(model, best).paths[index]![t]!
    const better = pack.assumptions
      .filter(({ id }) => !['corruption-probes', 'leadership'].includes(id))
      .flatMap(({ id, states }) => states.map((state) => [id, state.id] as const))
      .filter(([id, state]) => evaluate(model, assign(model, best, id, state)).paths[index]![t]! < here - 0.05)
    expect(better).toEqual([])
  })

  test('gives every slide a source, something to say and something to answer', () => {
    const poor = slides.filter((s) => s.evidence.length < 2 || s.notes.length < 2 || s.asked.length < 2)
    expect(poor.map(({ id }) => id)).toEqual([])
  })
})

test('six seats have a brief each, with points that rest on facts', () => {
  expect(roles.map(({ id }) => id)).toEqual([
    'presidency',
    'economy-ministry',
    'mining-region',
    'port-operators',
    'chinese-investors',
    'civil-society-partners',
  ])
  for (const role of roles) {
    expect(role.points.length, role.id).toBeGreaterThanOrEqual(4)
    expect(role.assumptions.length, role.id).toBeGreaterThanOrEqual(3)
    expect(role.watches.length, role.id).toBeGreaterThanOrEqual(3)
  }
})

test('a claim that a toggle makes untrue is told', () => {
  const slide = slides.find(({ id }) => id === 'mining')!
  expect(failing(stand(model, slide, { 'las-bambas': 'settlement' }))).toHaveLength(1)
})
