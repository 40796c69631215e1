import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { openDeckFile } from '../../app/_files/deck-file'
import { openPackFiles } from '../../app/_files/pack-file'
import { openScenarioFile } from '../../app/_files/scenario-file'
import { deckLimits } from '../../lib/deck/limits'
import { formatIssue, type Result } from '../../lib/fail'
import { hidden, limits } from '../../lib/pack/limits'
import { fileLimits } from '../../lib/scenario/file'
import { sound } from '../fixtures/sound'
import { tinyPack } from '../fixtures/tiny-pack'
import { badFiles, type FileKind, type Outcome, soundFiles } from './files'

/** The bad files as the page opens them, from the bytes on. */

const pack = sound(tinyPack())
const { id, version } = pack.meta
const kinds = ['pack', 'scenarios', 'deck'] as const
const most = { pack: limits.bytes, scenarios: fileLimits.bytes, deck: deckLimits.bytes }
const open: Record<FileKind, (file: File) => Promise<Result<unknown>>> = {
  pack: (file) => openPackFiles([file]),
  scenarios: (file) => openScenarioFile(file, { id, version, hash: '' }),
  deck: (file) => openDeckFile(file, pack),
}

/** What a sound file holds, as opening it gives it. */
function held(kind: FileKind, text: string): unknown {
  const { $schema: _, ...file } = JSON.parse(text.replace(/^\uFEFF/, ''))
  if (kind === 'pack') return { value: file }
  if (kind === 'deck') return { value: file.deck }
  const made = { id: file.pack.id, version: file.pack.version }
  const scenarios = file.scenarios.map((own: object) => ({ ...own, pack: made }))
  return { value: { scenarios, comparison: file.comparison.query, changes: file.changes ?? [] } }
}

const tried = badFiles.flatMap((row) =>
  kinds.flatMap((kind) => {
    const outcome = outcomeOf(row.outcome, kind)
    const title = `${row.demand}${row.case ? `: ${row.case}` : ''} (${kind})`
    return outcome ? [[title, { ...row, kind, outcome }] as const] : []
  }),
)

function outcomeOf(outcome: (typeof badFiles)[number]['outcome'], kind: FileKind): Outcome | undefined {
  return typeof outcome === 'string' || outcome instanceof Array ? outcome : outcome[kind]
}

test.each(kinds)('the sound file of kind %s is taken, so that every refusal is of its one fault', async (kind) => {
  expect(await open[kind](new File([soundFiles[kind]], 'x.json'))).toMatchObject({
    ok: true,
    ...Object(held(kind, soundFiles[kind])),
  })
})

describe('a file is taken whole or refused with place, reason and remedy', () => {
  test.each(tried)('%s', async (_, { demand, kind, make, outcome }) => {
    const content = make(soundFiles[kind], kind)
    const file = new File([content], 'x.json')
    const parsed = vi.spyOn(JSON, 'parse')
    const opened = await open[kind](file)
    const parses = parsed.mock.calls.length
    parsed.mockRestore()
    if (outcome === 'taken') {
      expect(opened.ok ? '' : opened.issues.map(formatIssue).join('\n')).toBe('')
      expect(opened).toMatchObject(Object(held(kind, String(content))))
    } else expectRefused(opened, outcome)
    if (demand.includes('refused before parsing')) expect([file.size > most[kind], parses]).toEqual([true, 0])
    expect('polluted' in {}).toBe(false)
  })
})

/** Expect exactly these faults; each says all it should, hides nothing, and is no longer than can be read. */
function expectRefused(opened: Result<unknown>, outcome: readonly string[]) {
  const issues = opened.ok ? [] : opened.issues
  const faults = issues.map(({ path, message, hint }) => `${path}: ${message}. ${hint}`)
  expect(faults.map((fault, i) => fault.slice(0, outcome[i]?.length))).toEqual(outcome)
  for (const issue of issues) {
    for (const part of [issue.path, issue.message, issue.expected, issue.hint]) {
      expect(part).toMatch(/[\p{L}\p{N}]/u)
      expect(part).not.toMatch(hidden)
    }
    expect(formatIssue(issue).length).toBeLessThan(1000)
  }
}

describe('500 random mutations of a sound file never throw', () => {
  test.each(kinds)('%s', async (kind) => {
    const text = soundFiles[kind]
    const change = fc.tuple(fc.nat(text.length), fc.nat(12), fc.string({ unit: 'binary', maxLength: 6 }))
    await fc.assert(
      fc.asyncProperty(change, async ([at, cut, by]) => {
        const opened = await open[kind](new File([text.slice(0, at) + by + text.slice(at + cut)], 'x.json'))
        if (!opened.ok) expect(opened.issues.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })
})
