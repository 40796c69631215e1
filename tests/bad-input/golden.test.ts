import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { packs } from '../../data/index'
import { released } from '../../data/released'
import { readDeckFile } from '../../lib/deck/file'
import { compile, type Model } from '../../lib/engine/compile'
import { evaluate } from '../../lib/engine/evaluate'
import { changeIssues } from '../../lib/pack/challenge'
import { contentHash } from '../../lib/pack/content-hash'
import { applyScenario, type Space } from '../../lib/scenario/assignment'
import { decodeEvidence, decodeMethod, decodeRules } from '../../lib/scenario/browsing'
import { decode } from '../../lib/scenario/codec'
import { decodeComparison } from '../../lib/scenario/comparison'
import { readScenarioFile } from '../../lib/scenario/file'
import { fit } from '../../lib/scenario/kept'
import { decodePresenting } from '../../lib/scenario/presenting'
import { sound } from '../fixtures/sound'
import links from './golden/links.json'
import outcomes from './golden/packs.json'

/**
 * What people have from every version that was released: links, files, and numbers they cite. None of `golden` is ever
 * changed; add to it with each change of a format and each release of a pack.
 */

const golden = (name: string) => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8')
const newest = Object.keys(outcomes).at(-1) ?? ''

/** The packs by version: those put aside, and the one in use. */
const models = new Map(
  (await Promise.all([...released.map(({ read }) => read()), packs['peru-prc']])).map((value) => {
    const model = compile(sound(value))
    return [model.pack.meta.version, model] as const
  }),
)
function modelOf(version: string): Model {
  const model = models.get(version)
  if (!model)
    throw new Error(`Pack ${version} is gone: put it aside with "npm run release" before its version goes up.`)
  return model
}

describe('packs open as they always have, and give the numbers that were cited', () => {
  test('every version that was released is here, and the one in use', () => {
    expect([...models.keys()]).toEqual(Object.keys(outcomes))
  })
  test.each(Object.entries(outcomes))('%s', (version, { hash, last }) => {
    const model = modelOf(version)
    expect(contentHash(model.pack), 'content that changed takes another version').toBe(hash)
    expect(model.pack.scenarios.map(({ id }) => id)).toEqual(Object.keys(last))
    for (const scenario of model.pack.scenarios) {
      const { paths } = evaluate(model, applyScenario(model, scenario))
      const then = Object.entries(last).find(([id]) => id === scenario.id)?.[1]
      expect(
        paths.map((path) => Number((path.at(-1) ?? NaN).toPrecision(9))),
        scenario.id,
      ).toEqual(then?.map((value) => Number(value.toPrecision(9))))
    }
  })
})

const readers = {
  explore: decode,
  compare: decodeComparison,
  evidence: decodeEvidence,
  rules: decodeRules,
  method: decodeMethod,
  present: decodePresenting,
} as const

describe('links open as they always have', () => {
  test.each(links)('$page?$link', ({ page, link, opens }) => {
    const space = modelOf(/pack=([^&]+)/.exec(link)?.[1] ?? newest)
    const [, read] = Object.entries(readers).find(([name]) => name === page) ?? []
    const resting = read?.(space, '').screen
    const decoded = read?.(space, link)
    expect(decoded).toMatchObject({ dropped: [], madeWith: null, cited: null })
    expect(decoded?.screen).toEqual({ ...resting, ...whole(space, opens) })
  })
})

/** The parts of a screen as a row has them, the states of an assignment that it leaves out put in. */
function whole(space: Space, opens: object): object {
  const filled = (states: object) => ({ ...space.baseline, ...states })
  return Object.fromEntries(
    Object.entries(opens).map(([part, value]) => {
      if (part === 'assignment') return [part, filled(value)]
      if (part !== 'columns') return [part, value]
      return [
        part,
        value.map((column: { assignment: object }) => ({ ...column, assignment: filled(column.assignment) })),
      ]
    }),
  )
}

describe('files open as they always have', () => {
  const held = (text: string) => {
    const { $schema: _, ...file } = JSON.parse(text)
    return file
  }
  test('of every version of their formats', () => {
    const named = readdirSync(new URL('golden', import.meta.url)).filter((name) => /-\d+\.json$/.test(name))
    expect(named.toSorted()).toEqual(['deck-1.json', 'scenarios-1.json', 'scenarios-2.json'])
  })
  test.each(['scenarios-1.json', 'scenarios-2.json'])('%s', (name) => {
    const text = golden(name)
    const file = held(text)
    const model = modelOf(file.pack.version)
    const read = readScenarioFile(text, model.pack.meta)
    expect(read).toEqual({ ok: true, value: file })
    if (!read.ok) return
    for (const scenario of read.value.scenarios)
      expect(fit(model, { assignment: scenario.assignment, pack: file.pack })).toMatchObject({
        dropped: [],
        madeWith: null,
      })
    for (const change of read.value.changes ?? []) expect(changeIssues(model.pack, change)).toEqual([])
    // And on the pack in use: what it no longer has is told, the rest is taken.
    expect(readScenarioFile(text, modelOf(newest).pack.meta)).toEqual(read)
  })
  test('deck-1.json', () => {
    const file = held(golden('deck-1.json'))
    expect(readDeckFile(golden('deck-1.json'), modelOf(file.pack.version).pack)).toEqual({ ok: true, value: file })
  })
})
