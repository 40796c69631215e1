import { evaluate } from '../../lib/engine/evaluate'
import { assignments } from './assignments'
import { evaluateFloor } from './evaluate-floor'
import { lapOf, race, ratioOf, ratioSpread } from './race'
import { random } from './random'
import { atMost, type Row, significant } from './row'
import { openingModel } from './sound-model'
import { spreadOf } from './spread'

/** P1: the whole pack evaluated, beside a dense loop over the same cells. */
export async function evaluateRows(): Promise<Row[]> {
  const model = openingModel()
  const drawn = assignments(model, random(1), 64)
  const floors = drawn.map((assignment) => evaluateFloor(model, assignment))
  drawn.forEach((assignment, i) => {
    const floor = floors[i]!.run()
    evaluate(model, assignment).paths.forEach((path, v) =>
      path.forEach((value, t) => {
        if (value !== floor[v * path.length + t])
          throw new Error(`The floor is wrong in assignment ${i}, variable ${v}, year ${t}: nothing is timed.`)
      }),
    )
  })
  const next = { ours: 0, floor: 0 }
  const laps = await race([
    { name: 'ours', run: () => evaluate(model, drawn[next.ours++ % drawn.length]!).paths.length },
    { name: 'floor', run: () => floors[next.floor++ % drawn.length]!.run().length },
  ])
  const ratio = ratioOf(lapOf(laps, 'ours'), lapOf(laps, 'floor'))
  const [ours, floor] = ['ours', 'floor'].map((name) => spreadOf(lapOf(laps, name).wall).median * 1000)
  const cells = Math.round(floors.reduce((sum, own) => sum + own.cells, 0) / floors.length)
  return [
    atMost(2, {
      id: 'P1',
      what: `evaluate, whole pack: ${cells} cells on average, over a dense typed-array loop of as many`,
      goal: '≤ 2 ×',
      ratio: ratio.median,
      timed: true,
      spread: ratioSpread(ratio),
      note: `${significant(ours!)} µs against ${significant(floor!)} µs, 64 seeded assignments in turn. The floor knows beforehand which rules fire, allocates nothing and checks nothing.`,
    }),
  ]
}
