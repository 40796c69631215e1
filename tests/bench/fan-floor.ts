import type { Model } from '../../lib/engine/compile'
import type { Draws } from '../../lib/engine/draws'
import { type Assignment, firing } from '../../lib/engine/evaluate'
import { fanLevels } from '../../lib/engine/fan-levels'
import { toScale } from '../../lib/engine/scale'

/** The two parts of a fan that no program can do without. */
export interface FanFloor {
  /** Every variable in every year, draw by draw; natural values, in memory that the next run overwrites. */
  sample: () => Float64Array
  /** Five quantiles of each variable in each year, of what `sample` left behind; it reorders it. */
  select: () => Float64Array
}

const z95 = 1.6448536269514722

/**
 * The least a program can do that gives the fan of an assignment: sizes and baselines drawn once from the common
 * scores, one loop over variables, years, pushes and draws, one to natural units, one over formulas; then quickselect.
 * Which rules fire is known beforehand, nothing is looked up by name, and nothing is allocated.
 */
export function fanFloor(model: Model, assignment: Assignment, draws: Draws): FanFloor {
  const [years, n] = [model.years.length, draws.count]
  const effects = firing(model, assignment).map(({ key, size, responses }) => ({
    size,
    scores: draws.scores(key),
    sizes: new Float64Array(n),
    responses,
  }))
  const baselines = model.variables.map((variable) => {
    if (variable.scale === 'derived') return null
    const { scale, baseline, id } = variable
    const { value, low = value, high = value } = baseline
    const size = { low: toScale(scale, low), central: toScale(scale, value), high: toScale(scale, high) }
    return { scale, value, size, scores: draws.scores(`baseline/${id}`), samples: new Float64Array(n) }
  })
  const pushes = model.variables.map((_, index) =>
    effects.flatMap(({ sizes, responses }) =>
      responses.flatMap(({ target, byYear }) => (target === index ? [{ sizes, byYear }] : [])),
    ),
  )
  const formulas = model.formulas.map(({ index, op, parts }) => ({ index, op, of: parts }))
  const values = new Float64Array(model.variables.length * years * n)
  const quantiles = new Float64Array(model.variables.length * years * fanLevels.length)
  return {
    sample() {
      for (const { size, scores, sizes } of effects) drawSizes(size, scores, sizes)
      baselines.forEach((baseline, index) => {
        if (!baseline) return
        const { scale, value, size, samples } = baseline
        drawSizes(size, baseline.scores, samples)
        for (let t = 0; t < years; t++) {
          const first = (index * years + t) * n
          values.set(samples, first)
          for (const { sizes, byYear } of pushes[index]!) {
            const strength = byYear[t]!
            if (strength !== 0)
              for (let d = 0; d < n; d++) values[first + d] = values[first + d]! + strength * sizes[d]!
          }
          if (scale === 'level') continue
          for (let c = first; c < first + n; c++) {
            const eta = values[c]!
            if (eta === size.central) values[c] = value
            else if (scale === 'amount') values[c] = Math.exp(eta)
            else {
              const odds = Math.exp(-Math.abs(eta))
              values[c] = eta >= 0 ? 1 / (1 + odds) : odds / (1 + odds)
            }
          }
        }
      })
      for (const { index, op, of } of formulas)
        for (let t = 0; t < years; t++)
          for (let d = 0; d < n; d++) {
            const at = t * n + d
            const [first, second] = [values[of[0]! * years * n + at]!, values[of[1]! * years * n + at]!]
            let total = 0
            if (op === 'sum') for (let i = 0; i < of.length; i++) total += values[of[i]! * years * n + at]!
            values[index * years * n + at] = op === 'sum' ? total : op === 'ratio' ? first / second : first - second
          }
      return values
    },
    select() {
      for (let row = 0; row < quantiles.length / fanLevels.length; row++) {
        let from = row * n
        const last = from + n - 1
        for (let l = 0; l < fanLevels.length; l++) {
          const rank = (n - 1) * fanLevels[l]!
          const below = row * n + Math.floor(rank)
          quickselect(values, from, last, below)
          from = below
          let above = Infinity
          for (let i = below + 1; i <= last; i++) if (values[i]! < above) above = values[i]!
          const share = rank - Math.floor(rank)
          quantiles[row * fanLevels.length + l] = values[below]! + (share === 0 ? 0 : share * (above - values[below]!))
        }
      }
      return quantiles
    },
  }
}

function drawSizes(size: { low: number; central: number; high: number }, scores: Float64Array, sizes: Float64Array) {
  const [fall, rise] = [size.central - size.low, size.high - size.central]
  for (let d = 0; d < sizes.length; d++) {
    const score = scores[d]!
    sizes[d] = size.central + (score / z95) * (score < 0 ? fall : rise)
  }
}

/** Hoare's selection: the k-th smallest of values[left…right] goes to k. */
function quickselect(values: Float64Array, left: number, right: number, k: number) {
  while (left < right) {
    const pivot = values[(left + right) >> 1]!
    let [i, j] = [left, right]
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (values[j]! > pivot) j--
      if (i > j) break
      const held = values[i]!
      values[i++] = values[j]!
      values[j--] = held
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else return
  }
}
