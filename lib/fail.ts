/** One finding about content: where it is, what is wrong, what was expected, and how to mend it. */
export interface Issue {
  /** Place in the pack, e.g. `rules[12].effects[0].variable`. */
  path: string
  message: string
  expected: string
  hint: string
}

/** Either a value or every issue that stands in its way. */
export type Result<T> = { ok: true; value: T } | { ok: false; issues: Issue[] }

/** Refuse with a single issue. */
export function refuse(path: string, message: string, expected: string, hint: string): Result<never> {
  return { ok: false, issues: [{ path, message, expected, hint }] }
}

/** Throw for a case that the types say cannot happen, naming the value that did. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case ${JSON.stringify(value)}: a kind was added without its code.`)
}

/** Write an issue as one line: where, what, expected, how to mend it. */
export function formatIssue({ path, message, expected, hint }: Issue): string {
  return `${path || 'pack'}: ${message}. Expected ${expected}. ${hint}`
}

/**
 * Return the candidate nearest to `word` by edit distance, or null if none is within a third of its
 * length (at least two edits). Words of more than 80 characters have no neighbour: the cost is bounded.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 80) return null
  let best: string | null = null
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue
    const distance = editDistance(word, candidate)
    if (distance < bestDistance) {
      bestDistance = distance
      best = candidate
    }
  }
  return best
}

/**
 * Make a `nearest` that answers its first `most` questions and then null: each answer costs, and a file with more unknown
 * words than that is another file, not one mistyped.
 */
export function nearestOfFew(most = 50): typeof nearest {
  let asked = 0
  return (word, candidates) => (asked++ < most ? nearest(word, candidates) : null)
}

/** Levenshtein distance (1966): insert, delete, replace; one row kept. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
