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
  rows: readonly Row[]
}

/** The rules that a state fails: a bit a rule, 32 to a word, and only the words in which some bit is set. */
interface Row {
  place: Int32Array
  bits: Int32Array
}

/** Compile the conditions of a pack's rules. */
export function compileConditions({ assumptions, rules }: Pick<Pack, 'assumptions' | 'rules'>): Conditions {
  const positionOf = new Map(assumptions.map(({ id }, position) => [id, position]))
  const conditions = rules.flatMap(({ when }) => when)
  const rowsOf = assumptions.map(({ states }) => [...states.map(({ id }) => id), ''])
  const asking = askingOf(rules)
  const asked = assumptions.map(({ id, states }, position): Asked => ({
    id,
    states: states.map((state) => state.id),
    rows: rowsOf[position]!.map((state) => fallen(asking.get(id) ?? [], id, state)),
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
    const { place, bits } = one.rows[rowOf(one, assignment)]!
    for (let w = 0; w < place.length; w++) words[place[w]!] = words[place[w]!]! | bits[w]!
  }
  // No rule stands behind the last bits of the last word.
  if (ends.length % 32 > 0) words[words.length - 1] = words[words.length - 1]! | (-1 << (ends.length % 32))
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

/** Of the rules that ask about an assumption, those that a state of it fails. */
function fallen(asking: readonly Asking[], assumption: string, state: string): Row {
  const words = new Map<number, number>()
  for (const { rule, index } of asking)
    if (rule.when.some((condition) => condition.assumption === assumption && !holds(condition, state)))
      words.set(index >> 5, (words.get(index >> 5) ?? 0) | (1 << (index & 31)))
  return { place: Int32Array.from(words.keys()), bits: Int32Array.from(words.values()) }
}
