import type { Model } from './compile'

/** Two-sided 90 % point of the standard normal: z(0.95). */
const z95 = 1.6448536269514722

/**
 * Standard-normal draws for every uncertain number, one dimension a key. All assignments share them, so
 * a difference between two is paired draw by draw.
 */
export interface Draws {
  count: number
  seed: string
  /** The normal scores of one key, one a draw. Depends on seed, count and key alone. */
  scores: (key: string) => Float64Array
}

/**
 * Make the draws of a model: a centred Latin hypercube (each dimension takes every quantile
 * (i + 0.5) / n once, in an order shuffled by a generator keyed with seed and dimension), so that
 * adding a rule shifts no other rule's draws. Scores are kept once computed; `count` ≥ 1. Source: McKay, Beckman
 * and Conover (Technometrics 21, 1979).
 */
export function makeDraws(seed: string, count: number): Draws {
  const sorted = Float64Array.from({ length: count }, (_, i) => normalQuantile((i + 0.5) / count))
  const kept = new Map<string, Float64Array>()
  return {
    count,
    seed,
    scores(key) {
      const known = kept.get(key)
      if (known) return known
      const scores = shuffled(sorted, generator(`${seed}|${key}`))
      kept.set(key, scores)
      return scores
    },
  }
}

/** Draws with the seed and count that the pack's meta sets. */
export function drawsOf(model: Model): Draws {
  return makeDraws(model.pack.meta.draws.seed, model.pack.meta.draws.count)
}

/**
 * Size of an uncertain number at a normal score, by the two-piece normal whose 5, 50 and 95 % points
 * are low, central and high: two half normals that meet at central, each with half of the draws. Constant when
 * the three coincide.
 */
export function twoPieceNormal(size: { low: number; central: number; high: number }, score: number): number {
  const spread = score < 0 ? size.central - size.low : size.high - size.central
  return size.central + (score / z95) * spread
}

/** Fisher–Yates on a copy, with uniforms from the generator. */
function shuffled(values: Float64Array, next: () => number): Float64Array {
  const out = values.slice()
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = out[i]!
    out[i] = out[j]!
    out[j] = held
  }
  return out
}

/** sfc32 (Doty-Humphrey), seeded by four FNV-1a hashes of the text; uniforms in [0, 1). */
function generator(text: string): () => number {
  let [a, b, c, d] = [0, 1, 2, 3].map((salt) => fnv1a(`${salt}:${text}`)) as [number, number, number, number]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 12; i++) next()
  return next
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

/**
 * Quantile of the standard normal for 0 < p < 1 (Acklam's rational approximation with one step of
 * Halley's correction; relative error below 1e-14 in the range of the draws).
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p)
  const x = p < 0.02425 ? tail(Math.sqrt(-2 * Math.log(p))) : centre(p - 0.5)
  const error = normalCdf(x) - p
  const u = error * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2)
  return x - u / (1 + (x * u) / 2)
}

function tail(q: number): number {
  const top =
    ((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
    2.938163982698783
  const bottom =
    (((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1
  return top / bottom
}

function centre(q: number): number {
  const r = q * q
  const top =
    (((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
    q
  const bottom =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1
  return top / bottom
}

/** Normal distribution function for x ≤ 0 by the series or continued fraction of the complementary error function. */
function normalCdf(x: number): number {
  const t = Math.abs(x)
  if (t < 3) {
    let term = t
    let sum = t
    for (let k = 1; k < 200 && Math.abs(term) > 1e-18; k++) {
      term *= -(t * t) / (2 * k)
      sum += term / (2 * k + 1)
    }
    return 0.5 - sum / Math.sqrt(2 * Math.PI)
  }
  let fraction = 0
  for (let k = 120; k > 0; k--) fraction = k / (t + fraction)
  return Math.exp((-t * t) / 2) / (Math.sqrt(2 * Math.PI) * (t + fraction))
}
