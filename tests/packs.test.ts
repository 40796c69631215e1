import { describe, expect, test } from 'vitest'
import { judge } from '../app/_command/checks'
import { packChecks, packs } from '../data/index'
import { compile, type Model, variableIndex, yearIndex } from '../lib/engine/compile'
import { drawsOf, makeDraws } from '../lib/engine/draws'
import { type Assignment, evaluate, firing } from '../lib/engine/evaluate'
import { fan, samples } from '../lib/engine/fan'
import { fanLevels } from '../lib/engine/fan-levels'
import { trace } from '../lib/explain/trace'
import { formatIssue } from '../lib/fail'
import { load } from '../lib/pack/load'
import { checksSchema, type Pack, type Text } from '../lib/pack/schema'
import { applyScenario } from '../lib/scenario/assignment'
import { sampleAssignments } from './fixtures/arbitrary'
import { correlation, mean, rankCorrelation } from './fixtures/statistics'

function loaded(id: string): Pack {
  const result = load(packs[id])
  if (!result.ok) throw new Error(result.issues.map(formatIssue).join('\n'))
  return result.value
}

/** Every assignment that differs from the baseline in one assumption. */
function singleChanges(model: Model): Assignment[] {
  return [...model.states].flatMap(([id, states]) =>
    states.filter((state) => state !== model.baseline[id]).map((state) => ({ ...model.baseline, [id]: state })),
  )
}

/** Every assignment there is, where they are few enough to try them all; else every single change and a seeded sample. */
function space(model: Model): Assignment[] {
  const size = [...model.states.values()].reduce((product, states) => product * states.length, 1)
  if (size > 2000) return [model.baseline, ...singleChanges(model), ...sampleAssignments(model, 2022, 2000)]
  return [...model.states].reduce<Assignment[]>(
    (all, [id, states]) => all.flatMap((assignment) => states.map((state) => ({ ...assignment, [id]: state }))),
    [model.baseline],
  )
}

function valueAt(model: Model, assignment: Assignment, id: string, year: number): number {
  return evaluate(model, assignment).paths[variableIndex(model, id)]![yearIndex(model, year)]!
}

describe.each(Object.keys(packs))('the pack %s', (id) => {
  const model = compile(loaded(id))
  const { pack, baseline } = model
  const tried = space(model)
  const few = [...singleChanges(model).slice(0, 12), ...sampleAssignments(model, 2023, 12)]
  const draws = drawsOf(model)

  describe('says of itself', () => {
    const { checks } = checksSchema.parse(packChecks[id])
    test.each(checks.map((check) => [check.says.en, check] as const))('%s', (_, check) => {
      const { holds, value, against } = judge(model, check)
      expect(holds, `${value} against ${against}, expected ${JSON.stringify(check.expect)}`).toBe(true)
    })
  })

  describe(`obeys the laws over ${tried.length} assignments`, () => {
    test('the baseline moves nothing: every path is flat, to the bit', () => {
      const { paths, shifts } = evaluate(model, baseline)
      expect(firing(model, baseline)).toEqual([])
      paths.forEach((path, v) => expect([...path], model.variables[v]?.id).toEqual(Array(path.length).fill(path[0])))
      expect(shifts.every((shift) => shift.every((x) => x === 0))).toBe(true)
    })
    test('chances stay inside (0, 1), amounts above 0, and every path starts at its baseline', () => {
      const start = evaluate(model, baseline).paths.map((path) => path[0])
      for (const assignment of tried)
        evaluate(model, assignment).paths.forEach((path, v) => {
          const scale = model.moved[v]?.scale
          if (path[0] !== start[v]) throw new Error(`${model.variables[v]?.id} starts at ${path[0]}`)
          for (const value of path)
            if ((scale === 'chance' && !(value > 0 && value < 1)) || (scale === 'amount' && !(value > 0)))
              throw new Error(`${model.variables[v]?.id} is ${value} under ${JSON.stringify(assignment)}`)
        })
    })
    test('derived values are those of their parts', () => {
      const derived = model.variables.flatMap((v, i) => (v.scale === 'derived' ? [{ formula: v.formula, i }] : []))
      expect(derived.length).toBeGreaterThan(0)
      for (const assignment of tried) {
        const { paths } = evaluate(model, assignment)
        for (const { formula, i } of derived)
          paths[i]!.forEach((value, t) => {
            const [a = NaN, b = NaN, ...rest] = formula.of.map((part) => paths[variableIndex(model, part)]![t]!)
            const again = { sum: rest.reduce((x, y) => x + y, a + b), difference: a - b, ratio: a / b }[formula.op]
            if (Math.abs(value - again) > 1e-9) throw new Error(`${model.variables[i]?.id}: ${value}, not ${again}`)
          })
      }
    })
    test('the order of rules and links does not matter', () => {
      const reversed = compile({ ...pack, rules: pack.rules.toReversed(), links: pack.links.toReversed() })
      let largest = 0
      for (const assignment of tried) {
        const [one, other] = [evaluate(model, assignment), evaluate(reversed, assignment)]
        one.paths.forEach((path, v) =>
          path.forEach((value, t) => {
            largest = Math.max(largest, Math.abs(value - other.paths[v]![t]!) / Math.max(1, Math.abs(value)))
          }),
        )
      }
      expect(largest).toBeLessThan(1e-12)
    })
    test('every trace adds up, and every link in it opens into rules that add up', () => {
      const years = [model.years[2]!, model.years.at(-1)!]
      for (const assignment of tried.filter((_, i) => i % Math.ceil(tried.length / 128) === 0))
        for (const variable of model.indexOf.keys())
          for (const year of years) {
            const { contributions, value, baseline } = trace(model, assignment, variable, year)
            const total = contributions.reduce((sum, part) => sum + part.natural, 0)
            const off = contributions.flatMap((part) =>
              part.kind === 'link' ? [part.behind.reduce((sum, { natural }) => sum + natural, 0) - part.natural] : [],
            )
            const most = Math.max(...[total - (value - baseline), ...off].map(Math.abs))
            if (!(most < 1e-9)) throw new Error(`${variable} in ${year} is ${most} off: ${JSON.stringify(assignment)}`)
          }
    })
    test('every rule fires under some assignment', () => {
      const idle = new Set(pack.rules.map((rule) => rule.id))
      for (const assignment of tried) for (const { rule } of firing(model, assignment)) idle.delete(rule.id)
      expect([...idle]).toEqual([])
    })
  })

  describe('has draws that are the same for every assignment', () => {
    test('fan quantiles are finite and in order', () => {
      for (const assignment of few)
        fan(model, assignment, draws).quantiles.forEach((quantiles, v) => {
          for (let i = 0; i < quantiles.length; i++) {
            const first = i % fanLevels.length === 0
            if (!Number.isFinite(quantiles[i]) || (!first && quantiles[i]! < quantiles[i - 1]!))
              throw new Error(`${model.variables[v]?.id}: ${quantiles[i - 1]} then ${quantiles[i]}`)
          }
        })
    })
    test('draws and fans made again are the same, bit for bit', () => {
      const again = makeDraws(draws.seed, draws.count)
      for (const { key } of model.effects.toReversed()) expect(again.scores(key)).toEqual(draws.scores(key))
      expect(fan(model, few[0]!, again)).toEqual(fan(compile(loaded(id)), few[0]!, draws))
    })
    test('two equal assignments differ by exactly 0 in every draw', () => {
      for (const assignment of few.slice(0, 4))
        for (const variable of model.indexOf.keys()) {
          const [one, other] = [assignment, { ...assignment }].map((a) =>
            samples(model, a, makeDraws(draws.seed, draws.count), variable, pack.meta.horizon.last),
          )
          expect(one!.every((value, d) => value - other![d]! === 0)).toBe(true)
        }
    })
    test('a rule removed leaves every variable it does not reach bit-identical, draw by draw', () => {
      const assignment = few.findLast((candidate) => firing(model, candidate).length > 0)!
      const fires = firing(model, assignment)
      const gone = fires.at(-1)!.rule
      const less = compile({ ...pack, rules: pack.rules.filter((rule) => rule !== gone) })
      const reached = new Set(
        fires.filter(({ rule }) => rule === gone).flatMap((e) => e.responses.map((r) => r.target)),
      )
      const rests = (v: number): boolean => {
        const variable = model.variables[v]!
        if (variable.scale !== 'derived') return !reached.has(v)
        return variable.formula.of.every((part) => rests(variableIndex(model, part)))
      }
      const [whole, without] = [fan(model, assignment, draws), fan(less, assignment, drawsOf(less))]
      const same = model.variables.map((_, v) => v).filter(rests)
      // In a pack of a few variables one rule may reach nearly all.
      expect(same.length).toBeGreaterThan(model.variables.length > 20 ? model.variables.length / 2 : 0)
      for (const v of same) expect(without.quantiles[v], model.variables[v]?.id).toEqual(whole.quantiles[v])
      for (const v of reached) expect(without.quantiles[v], model.variables[v]?.id).not.toEqual(whole.quantiles[v])
    })
  })
})

describe('the content of peru-prc', () => {
  const model = compile(loaded('peru-prc'))
  const { pack, baseline } = model
  const last = pack.meta.horizon.last
  const effects = pack.rules.flatMap((rule) => rule.effects.map((effect) => ({ rule, effect })))
  const risks = pack.variables.filter((v) => v.kind === 'risk')
  const languages = ['en', 'es'] as const

  test.each([
    ['evidence', pack.evidence.length, 250],
    ['assumptions', pack.assumptions.length, 19],
    ['indicators', pack.variables.filter((v) => v.kind === 'indicator').length, 18],
    ['risks', risks.length, 22],
    ['opportunities', pack.variables.filter((v) => v.kind === 'opportunity').length, 6],
    ['effects', effects.length, 140],
    ['links', pack.links.length, 14],
    ['checks', checksSchema.parse(packChecks['peru-prc']).checks.length, 60],
    ['scenarios', pack.scenarios.length, 6],
  ])('%s: there are %i, at least %i', (_, count, least) => {
    expect(count).toBeGreaterThanOrEqual(least)
  })

  const words = (text: string) => text.trim().split(/\s+/).length
  test.each(pack.scenarios.map((scenario) => [scenario.id, scenario.story] as const))(
    'the story of %s has 60 to 120 words in both languages',
    (_, story: Text) => {
      for (const language of languages) {
        expect(words(story[language]), language).toBeGreaterThanOrEqual(60)
        expect(words(story[language]), language).toBeLessThanOrEqual(120)
      }
    },
  )

  test('every section of the paper has evidence', () => {
    const cited = new Set(pack.evidence.map((fact) => fact.section))
    expect(pack.meta.sectors.filter((sector) => !cited.has(sector.id)).map((sector) => sector.id)).toEqual([])
  })

  test('every section of the paper has a variable that some rule moves, or that derives from one', () => {
    const pushed = new Set(effects.map(({ effect }) => effect.variable))
    const moves = (id: string): boolean => {
      const variable = pack.variables.find((v) => v.id === id)
      return pushed.has(id) || (variable?.scale === 'derived' && variable.formula.of.some(moves))
    }
    const alive = new Set(pack.variables.filter((v) => moves(v.id)).map((v) => v.sector))
    expect(pack.meta.sectors.filter((sector) => !alive.has(sector.id)).map((sector) => sector.id)).toEqual([])
  })

  test('every state other than a baseline state moves at least two variables by itself', () => {
    const before = evaluate(model, baseline).paths
    const movedBy = (id: string, state: string) => {
      const after = evaluate(model, { ...baseline, [id]: state }).paths
      return after.filter((path, v) => path.some((value, t) => value !== before[v]![t])).length
    }
    const idle = [...model.states].flatMap(([id, states]) =>
      states.flatMap((s) => (s !== baseline[id] && movedBy(id, s) < 2 ? [`${id} = ${s} moves ${movedBy(id, s)}`] : [])),
    )
    expect(idle).toEqual([])
  })

  test('no variable is moved by one rule alone', () => {
    const rulesOn = (id: string) => new Set(effects.filter((e) => e.effect.variable === id).map((e) => e.rule.id)).size
    const lonely = pack.variables.filter((v) => v.scale !== 'derived' && rulesOn(v.id) < 2)
    expect(lonely.map((v) => `${v.id}: ${rulesOn(v.id)}`)).toEqual([])
  })

  test('labels fit: 34 characters on the ladder, 14 on the controls of states', () => {
    const tooLong = (of: string, label: Text, most: number) =>
      languages.flatMap((l) => (label[l].length > most ? [`${of} ${l}: ${label[l].length} > ${most}`] : []))
    const onLadder = pack.variables.filter((v) => v.kind !== 'indicator').flatMap((v) => tooLong(v.id, v.label, 34))
    const controls = pack.assumptions
      .filter((a) => !pack.meta.headline.includes(a.id))
      .flatMap((a) => a.states.flatMap((s) => tooLong(`${a.id} = ${s.id}`, s.label, 14)))
    expect([...onLadder, ...controls]).toEqual([])
  })

  describe('says what the paper says', () => {
    const leaders = (model.states.get('leadership') ?? []).filter((state) => state !== baseline['leadership'])
    const under = (leadership: string) => ({ ...baseline, leadership })
    const scenario = (id: string) =>
      applyScenario(
        model,
        pack.scenarios.find((s) => s.id === id)!,
      )

    test.each(leaders)(
      '%s opens more room for the PRC: more deals are priced by 2030 than at the baseline',
      (leader) => {
        expect(valueAt(model, under(leader), 'priced-deals', 2030)).toBeGreaterThan(
          valueAt(model, baseline, 'priced-deals', 2030),
        )
      },
    )
    test('the leaders differ in their profile over the risks, not only in degree', () => {
      const profile = (leader: string) => {
        const { shifts } = evaluate(model, under(leader))
        return risks.map((risk) => shifts[variableIndex(model, risk.id)]!.at(-1)!)
      }
      expect(leaders).toHaveLength(3)
      leaders.forEach((one, i) =>
        leaders.slice(i + 1).forEach((other) => {
          expect(correlation(profile(one), profile(other)), `${one}, ${other}`).toBeLessThan(0.9)
        }),
      )
    })
    test.each(['bribery-case', 'direct-deal', 'works-abandoned', 'unpaid-subcontractors'])(
      'the remedy lowers %s',
      (id) => {
        expect(valueAt(model, scenario('remedy'), id, last)).toBeLessThan(valueAt(model, baseline, id, last))
      },
    )
    test('the remedy costs no exports to the PRC in any year', () => {
      for (const year of model.years)
        expect(valueAt(model, scenario('remedy'), 'exports-to-prc', year)).toBeGreaterThanOrEqual(
          valueAt(model, baseline, 'exports-to-prc', year),
        )
    })
    test.each(['organised-crime', 'illegal-fishing'])('the remedy does not cure %s: within 12 points', (id) => {
      const points = 100 * (valueAt(model, scenario('remedy'), id, last) - valueAt(model, baseline, id, last))
      expect(Math.abs(points)).toBeLessThan(12)
    })
    test('Callao’s share and Callao displaced agree: where a third is lost in more draws, the event is likelier', () => {
      const draws = drawsOf(model)
      const onSchedule = sampleAssignments(model, 2024, 120).map((a) => ({ ...a, 'chancay-timetable': 'on-schedule' }))
      const drawn = (a: Assignment, id: string, year: number) => samples(model, a, draws, id, year)
      const pairs = [2027, 2028, 2029, 2030].map((year) => {
        const still = drawn(baseline, 'callao-share', year)
        const aThirdLost = (share: number, d: number) => (share < (still[d]! * 2) / 3 ? 1 : 0)
        const lost = onSchedule.map((a) => mean(drawn(a, 'callao-share', year).map(aThirdLost)))
        const displaced = onSchedule.map((a) => mean(drawn(a, 'callao-displaced', year)))
        expect(new Set(lost).size, `${year}: the shares lost are not all alike`).toBeGreaterThan(20)
        return { lost, displaced }
      })
      const whole = [pairs.flatMap(({ lost }) => lost), pairs.flatMap(({ displaced }) => displaced)] as const
      expect(rankCorrelation(...whole)).toBeGreaterThan(0.8)
      // The event follows the share a year later, so that in 2027, while the share still falls, it lags behind.
      for (const { lost, displaced } of pairs.slice(1)) expect(rankCorrelation(lost, displaced)).toBeGreaterThan(0.8)
    })
  })
})
