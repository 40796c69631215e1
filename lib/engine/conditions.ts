import { holds } from '../pack/condition'
import type { Pack, Rule } from '../pack/schema'

/** The conditions of all rules, compiled so that one pass over the assumptions answers for every rule. */
export interface Conditions {
  asked: readonly Asked[]
  /** Every condition, rule after rule: the position of its assumption, and a bit for each row in which it holds. */
  assumption: Int32Array
  allowed: Int32Array
  /** Where the conditions of each rule end. */
  ends: Int32Array
}

/** One assumption, with a row for each of its states and, last, for a state it does not have. */
interface Asked {
  id: string
  states: readonly string[]
  /** A bit a rule, 32 to a word: set where a condition of the rule on this assumption fails, and where no rule is. */
  rows: readonly Int32Array[]
}

/** Compile the conditions of a pack's rules. */
export function compileConditions({ assumptions, rules }: Pick<Pack, 'assumptions' | 'rules'>): Conditions {
  const positionOf = new Map(assumptions.map(({ id }, position) => [id, position]))
  const conditions = rules.flatMap(({ when }) => when)
  const rowsOf = assumptions.map(({ states }) => [...states.map(({ id }) => id), ''])
  const asked = assumptions.map(({ id, states }, position): Asked => ({
    id,
    states: states.map((state) => state.id),
    rows: rowsOf[position]!.map((state) => fallen(rules, id, state)),
  }))
  let end = 0
  return {
    asked,
    assumption: Int32Array.from(conditions, ({ assumption }) => positionOf.get(assumption) ?? -1),
    allowed: Int32Array.from(conditions, (condition) =>
      (rowsOf[positionOf.get(condition.assumption) ?? -1] ?? []).reduce(
        (bits, state, row) => (holds(condition, state) ? bits | (1 << row) : bits),
        0,
      ),
    ),
    ends: Int32Array.from(rules, ({ when }) => (end += when.length)),
  }
}

/** Indexes of the rules that fire under an assignment, in pack order. */
export function firingRules({ asked, ends }: Conditions, assignment: Readonly<Record<string, string>>): number[] {
  const words = new Int32Array(Math.ceil(ends.length / 32))
  for (const one of asked) {
    const row = one.rows[rowOf(one, assignment)]!
    for (let w = 0; w < words.length; w++) words[w] = words[w]! | row[w]!
  }
  const firing: number[] = []
  for (let w = 0; w < words.length; w++)
    for (let bits = ~words[w]!; bits !== 0; bits &= bits - 1) firing.push(32 * w + 31 - Math.clz32(bits & -bits))
  return firing
}

/** For each rule, the position in its `when` of the first condition that an assignment fails; −1 where it fires. */
export function failingConditions(
  { asked, assumption, allowed, ends }: Conditions,
  assignment: Readonly<Record<string, string>>,
): Int8Array {
  const bits = new Int32Array(asked.length)
  for (let a = 0; a < asked.length; a++) bits[a] = 1 << rowOf(asked[a]!, assignment)
  const failing = new Int8Array(ends.length)
  for (let rule = 0, start = 0; rule < ends.length; start = ends[rule++]!) {
    let c = start
    while (c < ends[rule]! && (allowed[c]! & bits[assumption[c]!]!) !== 0) c++
    failing[rule] = c < ends[rule]! ? c - start : -1
  }
  return failing
}

/** The row of the state that an assumption is in; a handful of states is found faster one by one than by their hash. */
function rowOf({ id, states }: Asked, assignment: Readonly<Record<string, string>>): number {
  const state = assignment[id]
  let row = 0
  while (row < states.length && states[row] !== state) row++
  return row
}

/** Bits of the rules that a state of an assumption fails. */
function fallen(rules: readonly Rule[], assumption: string, state: string): Int32Array {
  const words = new Int32Array(Math.ceil(rules.length / 32)).fill(-1)
  rules.forEach(({ when }, r) => {
    if (when.every((condition) => condition.assumption !== assumption || holds(condition, state)))
      words[r >> 5] = words[r >> 5]! & ~(1 << (r & 31))
  })
  return words
}
