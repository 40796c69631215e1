import type { Link } from './schema'

type Coupling = Pick<Link, 'id' | 'from' | 'to' | 'strength'>

/**
 * Spectral radius of the matrix of absolute link strengths, by Gelfand's formula with repeated
 * squaring (‖Bⁿ‖^(1/n), n = 2²⁰). Below 1, no chain of links grows whatever its lags and signs.
 */
export function spectralRadius(links: readonly Coupling[]): number {
  const names = [...new Set(links.flatMap((l) => [l.from, l.to]))]
  const at = new Map(names.map((name, i) => [name, i]))
  const n = names.length
  if (n === 0) return 0
  let matrix = new Float64Array(n * n)
  for (const link of links) {
    const cell = (at.get(link.to) ?? 0) * n + (at.get(link.from) ?? 0)
    matrix[cell] = (matrix[cell] ?? 0) + Math.abs(link.strength)
  }
  let logNorm = 0
  for (let k = 0; k < 20; k++) {
    const norm = matrix.reduce((most, cell) => Math.max(most, cell), 0)
    if (norm === 0) return 0
    if (!Number.isFinite(norm)) return Infinity
    logNorm = 2 * (logNorm + Math.log(norm))
    matrix = squared(
      matrix.map((cell) => cell / norm),
      n,
    )
  }
  const norm = matrix.reduce((most, cell) => Math.max(most, cell), 0)
  return norm === 0 ? 0 : Math.exp((logNorm + Math.log(norm)) / 2 ** 20)
}

/** The strongest link and its place in the list; throws on an empty list. */
export function loudest(links: readonly Coupling[]): { link: Coupling; index: number } {
  const index = links.reduce(
    (best, l, i) => (Math.abs(l.strength) > Math.abs(links[best]?.strength ?? 0) ? i : best),
    0,
  )
  const link = links[index]
  if (!link) throw new Error('No links to compare: call this only on a pack that has some.')
  return { link, index }
}

function squared(matrix: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const factor = matrix[i * n + k]!
      if (factor === 0) continue
      for (let j = 0; j < n; j++) out[i * n + j] = out[i * n + j]! + factor * matrix[k * n + j]!
    }
  return out
}
