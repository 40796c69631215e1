import { holds } from '../pack/condition'
import type { Pack, Rule } from '../pack/schema'

/** The conditions of all rules, compiled so that one pass over the assumptions answers for every rule. */
export interface Conditions {
  asked: readonly Asked[]
  /** The rows of all assumptions, one after the other: the rules that a state fails, a bit a rule, 32 to a word. */
  rows: Int32Array
  /** No rule stands behind the last bits of the last word: they are set from the start, as if all failed. */
  none: Int32Array
  /** Room for one answer; nothing of it outlives a call. */
  failed: Int32Array
  /** Every condition, rule after rule: the position of its assumption, and a bit for each row in which it holds. */
  assumption: Int32Array
  allowed: Int32Array
  /** Where the conditions of each rule end. */
  ends: Int32Array
  /** The index of each rule. */
  indexes: readonly number[]
}

/** One assumption, with a row for each of its states and, last, for a state it does not have. */
interface Asked {
  id: string
  states: readonly string[]
  /** Where its rows begin. */
  start: number
}

/** Compile the conditions of a pack's rules. */
export function compileConditions({ assumptions, rules }: Pick<Pack, 'assumptions' | 'rules'>): Conditions {
  const positionOf = new Map(assumptions.map(({ id }, position) => [id, position]))
  const conditions = rules.flatMap(({ when }) => when)
  const rowsOf = assumptions.map(({ states }) => [...states.map(({ id }) => id), ''])
  const size = Math.ceil(rules.length / 32)
  const rows = new Int32Array(size * rowsOf.flat().length)
  const asking = askingOf(rules)
  let start = 0
  const asked = assumptions.map(({ id, states }, position): Asked => {
    const own = { id, states: states.map((state) => state.id), start }
    for (const state of rowsOf[position]!) {
      fail(rows.subarray(start, start + size), asking.get(id) ?? [], id, state)
      start += size
    }
    return own
  })
  const none = new Int32Array(size)
  if (rules.length % 32 > 0) none[size - 1] = -1 << (rules.length % 32)
  let end = 0
  return {
    asked,
    rows,
    none,
    failed: new Int32Array(size),
    assumption: Int32Array.from(conditions, ({ assumption }) => positionOf.get(assumption)!),
    allowed: Int32Array.from(conditions, (condition) =>
      rowsOf[positionOf.get(condition.assumption)!]!.reduce(
        (bits, state, row) => (holds(condition, state) ? bits | (1 << row) : bits),
        0,
      ),
    ),
    ends: Int32Array.from(rules, ({ when }) => (end += when.length)),
    indexes: rules.map((_, index) => index),
  }
}

/** Indexes of the rules that fire under an assignment, in pack order. */
export function firingRules(conditions: Conditions, assignment: Readonly<Record<string, string>>): number[] {
  return firingOf(conditions, assignment, conditions.indexes)
}

/** Of what stands for each rule, such as its id, that of the rules that fire under an assignment, in pack order. */
export function firingOf<T>(
  { asked, rows, none, failed }: Conditions,
  assignment: Readonly<Record<string, string>>,
  each: readonly T[],
): T[] {
  const size = failed.length
  for (let w = 0; w < size; w++) failed[w] = none[w]!
  let a = 0
  // Assignments name assumptions in pack order, as a rule: going through their keys takes half as long as asking for each.
  for (const id in assignment) {
    if (asked[a]?.id !== id) break
    addRow(failed, rows, asked[a]!, assignment[id])
    a++
  }
  for (; a < asked.length; a++) addRow(failed, rows, asked[a]!, assignment[asked[a]!.id])
  const firing: T[] = []
  for (let w = 0; w < size; w++)
    for (let bits = ~failed[w]!; bits !== 0; bits &= bits - 1)
      firing.push(each[32 * w + 31 - Math.clz32(bits & -bits)]!)
  return firing
}

/** For each rule, the position in its `when` of the first condition that an assignment fails; −1 where it fires. */
export function failingConditions(
  { asked, assumption, allowed, ends }: Conditions,
  assignment: Readonly<Record<string, string>>,
): Int8Array {
  const bits = new Int32Array(asked.length)
  for (let a = 0; a < asked.length; a++) bits[a] = 1 << rowOf(asked[a]!, assignment[asked[a]!.id])
  const failing = new Int8Array(ends.length)
  for (let rule = 0, start = 0; rule < ends.length; start = ends[rule++]!) {
    let c = start
    while (c < ends[rule]! && (allowed[c]! & bits[assumption[c]!]!) !== 0) c++
    failing[rule] = c < ends[rule]! ? c - start : -1
  }
  return failing
}

/** Add the rules that a state of an assumption fails to those that failed. */
function addRow(failed: Int32Array, rows: Int32Array, one: Asked, state: string | undefined) {
  const row = one.start + failed.length * rowOf(one, state)
  for (let w = 0; w < failed.length; w++) failed[w] = failed[w]! | rows[row + w]!
}

/** The row of a state of an assumption; a handful of states is found faster one by one than by their hash. */
function rowOf({ states }: Asked, state: string | undefined): number {
  let row = 0
  while (row < states.length && states[row] !== state) row++
  return row
}

interface Asking {
  rule: Rule
  index: number
}

/** For each assumption, the rules that ask about it. */
function askingOf(rules: readonly Rule[]): Map<string, Asking[]> {
  const asking = new Map<string, Asking[]>()
  rules.forEach((rule, index) => {
    for (const id of new Set(rule.when.map(({ assumption }) => assumption))) {
      const own = asking.get(id) ?? []
      own.push({ rule, index })
      asking.set(id, own)
    }
  })
  return asking
}

/** Set the bits of the rules, of those that ask about an assumption, that a state of it fails. */
function fail(row: Int32Array, asking: readonly Asking[], assumption: string, state: string) {
  for (const { rule, index } of asking)
    if (rule.when.some((condition) => condition.assumption === assumption && !holds(condition, state)))
      row[index >> 5] = row[index >> 5]! | (1 << (index & 31))
}
