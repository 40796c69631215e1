import { assignments } from '../assignments'
import { type Contestant, type Lap, lapOf, race, ratioOf, ratioSpread } from '../race'
import { random } from '../random'
import { type Row, significant, times } from '../row'
import { openingModel } from '../sound-model'
import { spreadOf } from '../spread'
import { differing, type Engine } from './engine'
import { bitMasks, ours, plainFilter } from './ours'
import { peers } from './peers'
import { allScenarios, type RuleSet, ruleSet, rulesOf, type Scenario } from './rule-set'
import { squiggleRow } from './squiggle'

/** How many times as fast as each ours is to be. */
const goals: Readonly<Record<string, number>> = {
  'json-rules-engine': 2000,
  'json-rules-engine, priorities': 2000,
  'zen-engine': 100,
  'plain filter': 5,
}

/** What ours does not do beside its peers. */
const lacking =
  'Ours has none of this: facts fetched while rules run (json-rules-engine), expressions and functions (zen-engine, json-logic-js), rules that set off others (rools, node-rules).'

/** P2: which rules fire, beside rules engines, the plain filter and bit masks written by hand. */
export async function rulesRows(): Promise<Row[]> {
  const seeded = ruleSet(random(2))
  const all = allScenarios(seeded)
  const model = openingModel()
  const own = rulesOf(model.pack)
  const { pick } = random(3)
  const some = Array.from({ length: 64 }, () => pick(all))
  const engines = await loaded(seeded)
  const packEngines = await loaded(own)
  const packScenarios = assignments(model, random(4), 64)
  const wrong = [
    ...(await differing(engines, some)),
    ...(await differing(packEngines, packScenarios)),
    ...(await differing(engines.slice(0, 3), all)),
  ]
  const right = (engine: Engine) => !wrong.some((told) => told.startsWith(`${engine.name},`))
  const slow = (engine: Engine) => !['ours', 'plain filter', 'bit masks by hand'].includes(engine.name)
  const sampled = all.filter((_, i) => i % 144 === 0)
  const t1 = await race(engines.filter(right).map((engine) => asking(engine.name, engine.fired, some)))
  const t1Pack = await race(packEngines.filter(right).map((engine) => asking(engine.name, engine.fired, packScenarios)))
  const t2 = await race(engines.filter(right).flatMap(({ name, failing }) => (failing ? [asking(name, failing, some)] : []))) // prettier-ignore
  const t3 = await race(
    engines.filter(right).map((engine) => asking(engine.name, engine.fired, slow(engine) ? sampled : all)),
  )
  const batches = await race([
    asking('ours', engines[0]!.fired, some),
    ...engines.filter((engine) => right(engine) && batched.includes(engine.name)).map((own) => inBatches(own, some)),
  ])
  return [
    ...compared(`T1, fired ids, the pack's ${own.rules.length} rules`, t1Pack, own.rules.length, goals),
    ...compared(`T1, fired ids, ${seeded.rules.length} seeded rules`, t1, seeded.rules.length, goals),
    ...compared('T2, first condition each rule fails, seeded rules', t2, seeded.rules.length, {}),
    ...compared(`T3, all ${all.length} scenarios (peers: ${sampled.length} of them)`, t3, seeded.rules.length, goals),
    ...compared('T1 in batches of 64', batches, seeded.rules.length, {}),
    await loadRow(seeded),
    await squiggleRow(seeded, some),
    {
      id: 'P2',
      what: 'answers that differ from ours (not timed)',
      goal: '0',
      figure: `${wrong.length}`,
      ratio: wrong.length,
      met: wrong.length === 0,
      timed: false,
      note: [...wrong, lacking].join('; '),
    },
  ]
}

/** Peers whose answers are promises, so that many questions can be asked before the first is answered. */
const batched = ['json-rules-engine', 'zen-engine']

async function loaded(rules: RuleSet): Promise<Engine[]> {
  const engines = [ours(rules), plainFilter(rules), bitMasks(rules)]
  for (const load of peers) engines.push(await load(rules))
  return engines
}

/** Ask about one scenario a run, in turn; a promise is awaited before the next is asked. */
function asking(
  name: string,
  ask: (scenario: Scenario) => ArrayLike<unknown> | Promise<ArrayLike<unknown>>,
  scenarios: readonly Scenario[],
): Contestant {
  let next = 0
  return {
    name,
    run: () => {
      const answer = ask(scenarios[next++ % scenarios.length]!)
      return answer instanceof Promise ? answer.then(({ length }) => length) : answer.length
    },
  }
}

function inBatches({ name, fired }: Engine, scenarios: readonly Scenario[]): Contestant {
  return { name, run: async () => (await Promise.all(scenarios.map(fired))).length }
}

/** A row for each engine beside ours: how many times as long it takes, and its rules a second. */
function compared(task: string, laps: readonly Lap[], rules: number, goals: Readonly<Record<string, number>>): Row[] {
  const own = lapOf(laps, 'ours')
  const perSecond = (lap: Lap, asked: number) => significant((asked * rules * 1000) / spreadOf(lap.wall).median)
  return laps
    .filter((lap) => lap !== own)
    .map((lap) => {
      const asked = task.includes('batches') ? 64 : 1
      const ratio = ratioOf(
        { ...lap, wall: lap.wall.map((ms) => ms / asked), cpu: lap.cpu.map((ms) => ms / asked) },
        own,
      )
      const goal = goals[lap.name]
      return {
        id: 'P2',
        what: `${task}: ours over ${lap.name}`,
        goal: goal === undefined ? '' : `≥ ${significant(goal)} ×`,
        figure: times(ratio.median),
        ratio: ratio.median,
        met: goal === undefined ? null : ratio.median >= goal,
        timed: true,
        spread: ratioSpread(ratio),
        note: `${perSecond(own, 1)} rules a second against ${perSecond(lap, asked)}.`,
      }
    })
}

/** How long each takes to load the rules, once, in a line of its own: no engine's answers are timed with it. */
async function loadRow(rules: RuleSet): Promise<Row> {
  const laps = await race(
    [ours, ...peers].map((load) => ({ name: load.name, run: async () => (await load(rules)).name.length })),
    { turnMs: 40 },
  )
  const shown = laps.map(({ name, wall }) => `${name} ${significant(spreadOf(wall).median)} ms`)
  return {
    id: 'P2',
    what: `load time of ${rules.rules.length} rules`,
    goal: '',
    figure: `${significant(spreadOf(lapOf(laps, 'ours').wall).median)} ms`,
    ratio: null,
    met: null,
    timed: true,
    note: shown.join(', '),
  }
}
