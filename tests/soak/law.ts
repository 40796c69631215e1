import { strict as assert } from 'node:assert'
import fc from 'fast-check'
import type { Issue, Result } from '../../lib/fail'

/** A law of a codec or a loader, and the cases it must hold for: what `npm test` proves for some, and the soak for many. */
export interface Law {
  /** What is coded or read, and what is tried: the name to call it by on the command line. */
  readonly name: string
  /** What holds, as a sentence. */
  readonly says: string
  /** Cases of a whole soak: a million, but for what is slow. */
  readonly most: number
  /** Cases of `npm test`: ten thousand, but for what is slow. */
  readonly few: number
  /** Judge some cases of a seed, or the one at a path within them; null where the law holds for all. */
  readonly judge: (seed: number, cases: number, path?: string) => Promise<Failure | null>
}

/** A case for which a law does not hold, made as small as could be found. */
export interface Failure {
  readonly case: string
  readonly reason: string
  /** Where the case is among those of its seed. */
  readonly path: string
}

/** State a law: its cases are made when they are first asked for, and `holds` throws where it does not hold. */
export function law<T>(
  name: string,
  says: string,
  source: () => fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
  { most = 1_000_000, few = Math.min(10_000, most) }: { most?: number; few?: number } = {},
): Law {
  let cases: fc.Arbitrary<T> | null = null
  const judge: Law['judge'] = async (seed, numRuns, path) => {
    cases ??= source()
    const property = fc.asyncProperty(cases, async (value) => {
      await holds(value)
    })
    const run = await fc.check(property, { seed, numRuns, ...(path !== undefined && { path }) })
    if (!run.failed) return null
    return {
      case: fc.stringify(run.counterexample),
      reason: run.errorInstance instanceof Error ? (run.errorInstance.stack ?? run.errorInstance.message) : 'unknown',
      path: run.counterexamplePath ?? '',
    }
  }
  return { name, says, judge, most, few }
}

/** Of a law whose cases are whole packs or decks: making one takes longer than all else that `npm test` does with it. */
export const slow = { few: 2000 } as const

/** The seed of a block of cases: it depends on nothing but the seed of the run, the law and the number of the block. */
export function seedOf(seed: number, name: string, block: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (const character of `${name}|${block}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  return hash | 0
}

/** Expect two values of JSON to say the same, whatever their prototypes and the order of their keys; 0 is not -0. */
export function expectSame(found: unknown, expected: unknown) {
  if (!same(found, expected)) assert.fail(`found    ${told(found)}\nexpected ${told(expected)}`)
}

function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other)
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(Reflect.get(one, key), Reflect.get(other, key)))
  )
}

function told(value: unknown): string {
  return fc.stringify(value).slice(0, 2000)
}

/** Expect a value, or a refusal that says of each fault where it is, what is wrong, what was expected and how to mend it. */
export function valueOrRefusal<T>(result: Result<T>): T | null {
  if (result.ok) return result.value
  assert.ok(result.issues.length > 0, 'a refusal without a reason')
  for (const issue of result.issues) expectTold(issue)
  return null
}

function expectTold(issue: Issue) {
  for (const part of [issue.message, issue.expected, issue.hint])
    assert.match(part, /[\p{L}\p{N}]/u, `an issue does not say everything: ${JSON.stringify(issue)}`)
}
