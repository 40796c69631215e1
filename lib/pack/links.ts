import type { Link } from './schema'

type Coupling = Pick<Link, 'id' | 'from' | 'to' | 'strength'>

/**
 * Spectral radius of the matrix of absolute link strengths: the largest of its loops, each by Gelfand's formula with
 * repeated squaring (‖Bⁿ‖^(1/n), n = 2²⁰). Below 1, no chain of links grows whatever its lags and signs.
 */
export function spectralRadius(links: readonly Coupling[]): number {
  return loops(links).reduce((most, loop) => Math.max(most, radiusOf(loop)), 0)
}

function radiusOf(links: readonly Coupling[]): number {
  const names = [...new Set(links.flatMap((l) => [l.from, l.to]))]
  const at = new Map(names.map((name, i) => [name, i]))
  const n = names.length
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
  return Math.exp((logNorm + Math.log(norm)) / 2 ** 20)
}

/** The variables that a push on one reaches through links, itself included. Answers are kept. */
export function reachedFrom(links: readonly Coupling[]): (variable: string) => ReadonlySet<string> {
  const from = grouped(links, (link) => link.from)
  const kept = new Map<string, ReadonlySet<string>>()
  return (variable) => {
    const known = kept.get(variable)
    if (known) return known
    const reached = new Set([variable])
    for (const name of reached) for (const { to } of from.get(name) ?? []) reached.add(to)
    kept.set(variable, reached)
    return reached
  }
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

/**
 * The links within each part of the graph whose variables all reach each other; what lies on no loop is left out. So
 * that a chain costs nothing, and many small loops no more than their number. Source: Tarjan (SIAM J. Comput. 1, 1972).
 */
function loops(links: readonly Coupling[]): Coupling[][] {
  const from = grouped(links, (link) => link.from)
  const seen = new Map<string, number>()
  const part = new Map<string, string>()
  const open: string[] = []
  /** The earliest seen of the variables still open that this one reaches. */
  const visit = (name: string): number => {
    const own = seen.size
    seen.set(name, own)
    open.push(name)
    let earliest = own
    for (const { to } of from.get(name) ?? [])
      if (!seen.has(to)) earliest = Math.min(earliest, visit(to))
      else if (!part.has(to)) earliest = Math.min(earliest, seen.get(to)!)
    if (earliest === own) for (const member of open.splice(open.lastIndexOf(name))) part.set(member, name)
    return earliest
  }
  for (const name of from.keys()) if (!seen.has(name)) visit(name)
  const within = links.filter((link) => part.get(link.from) === part.get(link.to))
  return [...grouped(within, (link) => part.get(link.from)).values()]
}

function grouped<Key>(links: readonly Coupling[], by: (link: Coupling) => Key): Map<Key, Coupling[]> {
  const groups = new Map<Key, Coupling[]>()
  for (const link of links) {
    const own = groups.get(by(link))
    if (own) own.push(link)
    else groups.set(by(link), [link])
  }
  return groups
}
