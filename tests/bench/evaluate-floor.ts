import type { Model } from '../../lib/engine/compile'
import { type Assignment, firing } from '../../lib/engine/evaluate'
import { toScale } from '../../lib/engine/scale'

/** Everything an evaluation needs to know, laid out for one assignment before the clock runs. */
export interface EvaluateFloor {
  /** Multiply-and-adds: pushes × years. */
  cells: number
  /** One evaluation; returns natural values, variable after variable, in memory that the next one overwrites. */
  run: () => Float64Array
}

/**
 * The least a program can do that gives the paths of an assignment: one dense loop over pushes × years, one over
 * variables × years to natural units, one over formulas. Which rules fire is known beforehand, nothing is looked up by
 * name, nothing is allocated and nothing is checked.
 */
export function evaluateFloor(model: Model, assignment: Assignment): EvaluateFloor {
  const years = model.years.length
  const pushes = firing(model, assignment).flatMap(({ size, responses }) =>
    responses.map(({ target, byYear }) => ({ target, byYear, size: size.central })),
  )
  const target = Int32Array.from(pushes, (push) => push.target)
  const size = Float64Array.from(pushes, (push) => push.size)
  const strength = Float64Array.from(pushes.flatMap(({ byYear }) => [...byYear]))
  const scales = ['amount', 'chance', 'level', 'derived']
  const scale = Int32Array.from(model.variables, (variable) => scales.indexOf(variable.scale))
  const values = Float64Array.from(model.variables, (own) => (own.scale === 'derived' ? 0 : own.baseline.value))
  const start = Float64Array.from(values, (value, i) => {
    const moved = model.moved[i]
    return moved ? toScale(moved.scale, value) : 0
  })
  const formulas = model.formulas.map(({ index, op, parts }) => ({ index, op, of: Int32Array.from(parts) }))
  const shifts = new Float64Array(model.variables.length * years)
  const paths = new Float64Array(model.variables.length * years)
  return {
    cells: strength.length,
    run() {
      shifts.fill(0)
      for (let p = 0, c = 0; p < target.length; p++) {
        const first = target[p]! * years
        for (let t = 0; t < years; t++, c++) shifts[first + t] = shifts[first + t]! + size[p]! * strength[c]!
      }
      for (let v = 0, c = 0; v < scale.length; v++)
        for (let t = 0; t < years; t++, c++) {
          const shift = shifts[c]!
          if (shift === 0) paths[c] = values[v]!
          else if (scale[v] === 0) paths[c] = Math.exp(start[v]! + shift)
          else if (scale[v] === 2) paths[c] = start[v]! + shift
          else {
            const eta = start[v]! + shift
            const odds = Math.exp(-Math.abs(eta))
            paths[c] = eta >= 0 ? 1 / (1 + odds) : odds / (1 + odds)
          }
        }
      for (const { index, op, of } of formulas)
        for (let t = 0; t < years; t++) {
          const [first, second] = [paths[of[0]! * years + t]!, paths[of[1]! * years + t]!]
          let total = 0
          if (op === 'sum') for (let i = 0; i < of.length; i++) total += paths[of[i]! * years + t]!
          paths[index * years + t] = op === 'sum' ? total : op === 'ratio' ? first / second : first - second
        }
      return paths
    },
  }
}
