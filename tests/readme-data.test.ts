import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packs } from '../data/index'
import { compile } from '../lib/engine/compile'
import { evaluate } from '../lib/engine/evaluate'
import { formatIssue } from '../lib/fail'
import { canonical } from '../lib/pack/canonical'
import { load } from '../lib/pack/load'
import { put } from './fixtures/put'
import { parseJson, read, root } from './house-reader'

/** The guide of data/README.md is built on the teaching pack: what it shows is in the pack, what it tells is computed. */

const guide = read('data/README.md')
const loaded = load(packs['teaching'])
if (!loaded.ok) throw new Error(loaded.issues.map(formatIssue).join('\n'))
const pack = loaded.value
const model = compile(pack)
const path = 'data/teaching/pack.json'

/** Blocks of a language, in order. */
const fences = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text = '']) => text)

/** A value and all within it, each as text that depends on its content alone. */
function parts(value: unknown): string[] {
  return [canonical(value), ...(typeof value === 'object' && value !== null ? Object.values(value).flatMap(parts) : [])]
}

describe('the teaching pack', () => {
  test('fits on two printed pages: 176 lines of 120 characters', () => {
    const lines = read(path).trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(176)
    expect(lines.filter((line) => [...line].length > 120)).toEqual([])
  })

  test('has one of each thing that a pack can say', () => {
    const told = {
      bases: new Set(pack.rules.flatMap(({ effects }) => effects.map(({ basis }) => basis))),
      scales: new Set(pack.variables.map(({ scale }) => scale)),
      kinds: new Set([...pack.variables, ...pack.assumptions].map(({ kind }) => kind)),
    }
    expect([...told.bases].sort()).toEqual(['implied', 'judgement', 'stated'])
    expect([...told.scales].sort()).toEqual(['amount', 'chance', 'derived', 'level'])
    expect([...told.kinds].sort()).toEqual(['indicator', 'lever', 'opportunity', 'risk', 'uncertainty'])
    expect(pack.rules.some(({ when }) => when.length > 1)).toBe(true)
    expect(pack.rules.some(({ when }) => when.some((condition) => 'not' in condition))).toBe(true)
    expect(pack.rules.some(({ fadeFrom }) => fadeFrom !== undefined)).toBe(true)
    const has = (fits: (fact: (typeof pack.evidence)[number]) => boolean) => pack.evidence.some(fits)
    expect([has((f) => f.caution !== null), has((f) => f.forecast), has((f) => f.notes.length === 0)]).toEqual([
      true,
      true,
      true,
    ])
  })

  test('labels fit: 34 characters on the ladder, 14 on the controls of states', () => {
    const long = (most: number, labels: { en: string; es: string }[]) =>
      labels.flatMap(({ en, es }) => [en, es].filter((label) => label.length > most))
    expect(
      long(
        34,
        pack.variables.map(({ label }) => label),
      ),
    ).toEqual([])
    expect(
      long(
        14,
        pack.assumptions.flatMap(({ states }) => states.map(({ label }) => label)),
      ),
    ).toEqual([])
  })
})

describe('the memo in the guide', () => {
  const memo = guide
    .split('\n')
    .flatMap((line) => (line.startsWith('>') ? [line.slice(1).trim()] : []))
    .join(' ')
  /** What the memo says under the heading of a section. */
  const under = (section: string) => {
    const heading = pack.meta.sectors.find(({ id }) => id === section)?.label.en
    return new RegExp(`_${heading}\\._ ([^_]*)`).exec(memo)?.[1] ?? ''
  }
  const words = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

  test('has twelve sentences, and the author whom the pack names', () => {
    const body = pack.meta.sectors.map(({ id }) => under(id)).join(' ')
    expect(body.match(/\.(\[\d\])?(?=\s|$)/g)).toHaveLength(12)
    expect(`${memo} (invented)`).toContain(pack.meta.source.author.replace(' (invented)', ''))
  })

  test('every fact stands in its section: its figure to the letter, and its notes', () => {
    for (const { id, section, figure, notes } of pack.evidence) {
      if (figure !== null) expect(under(section), id).toContain(figure)
      for (const note of notes) expect(under(section), id).toContain(`[${note}]`)
    }
    expect(pack.evidence.filter(({ figure }) => figure !== null).length).toBeGreaterThan(4)
  })

  test('no claim takes eight words in a row from it', () => {
    const printed = ` ${words(memo).join(' ')} `
    const taken = pack.evidence.flatMap(({ claim }) => {
      const list = words(claim.en)
      return list
        .slice(7)
        .map((_, i) => ` ${list.slice(i, i + 8).join(' ')} `)
        .filter((run) => printed.includes(run))
    })
    expect(taken).toEqual([])
    expect(printed).toContain(' the shoals are thinning again ')
  })
})

describe('the guide', () => {
  const known = new Set(['pack.json', 'checks.json'].flatMap((name) => parts(parseJson(`data/teaching/${name}`))))
  const excerpts = fences('json')

  test.each(excerpts.map((text) => [/"(?:id|variable)": "([^"]+)"/.exec(text)?.[1], text] as const))(
    'the excerpt %s is a record of the teaching pack',
    (_, text) => {
      expect(known.has(canonical(JSON.parse(text))), text).toBe(true)
    },
  )

  test('shows a record of every kind', () => {
    expect(excerpts.length).toBeGreaterThanOrEqual(12)
    const shown = new Set(excerpts.flatMap((text) => parts(JSON.parse(text))))
    for (const kind of ['evidence', 'assumptions', 'variables', 'rules', 'links', 'scenarios'] as const)
      expect(
        pack[kind].some((record) => shown.has(canonical(record))),
        kind,
      ).toBe(true)
    expect(excerpts.some((text) => 'expect' in JSON.parse(text))).toBe(true)
  })

  test('its table of odds is right', () => {
    const [head, , ...rows] = guide.slice(guide.indexOf('| from |')).split('\n\n')[0]!.split('\n')
    const factors = [...head!.matchAll(/×([\d.]+)/g)].map(([, factor]) => Number(factor))
    expect(factors).toEqual([0.3, 0.5, 1.5, 2, 3])
    expect(rows).toHaveLength(3)
    for (const row of rows) {
      const [from = NaN, ...told] = [...row.matchAll(/(\d+) %/g)].map(([, percent]) => Number(percent))
      const odds = from / (100 - from)
      expect(told, row).toEqual(factors.map((factor) => Math.round((100 * factor * odds) / (1 + factor * odds))))
    }
  })

  test('its sums by hand come out as the engine has them', () => {
    const value = (assume: Record<string, string>, id: string, year: number) =>
      evaluate(model, { ...model.baseline, ...assume }).paths[model.indexOf.get(id)!]![model.years.indexOf(year)]!
    const jobs = (year: number) => Math.round(value({ shoals: 'gone' }, 'boat-jobs', year))
    const text = guide.replace(/\s+/g, ' ')
    expect(text).toContain(`0.13 / 1.13 = ${Math.round(100 * value({ wall: 'new' }, 'storm-closure', 2023))} %`)
    expect(text).toContain(
      `gone in 2022 (${jobs(2022)}), two thirds in 2023 (${jobs(2023)}), all of it in 2024 (${jobs(2024)})`,
    )
    const after = value({ wall: 'new' }, 'boat-jobs', 2024)
    expect(text).toContain(`which is ${(100 * (after / 310 - 1)).toFixed(1)} % more: ${Math.round(after)}.`)
  })

  test('its example of faults is what the command says of three slips', () => {
    const slips: [place: string, value: unknown][] = [
      ['variables[1].baseline.high', 22],
      ['rules[0].effects[0].variable', 'storm-closures'],
      ['rules[2].effects[0].central', 0.95],
    ]
    const slipped = slips.reduce((tree, [place, value]) => put(tree, place, value), parseJson(path))
    const folder = mkdtempSync(join(tmpdir(), 'encrucijada-guide-'))
    const file = join(folder, 'slips.json')
    writeFileSync(file, JSON.stringify(slipped))
    const { status, stderr } = command('--pack', file)
    rmSync(folder, { recursive: true })
    expect(status).toBe(2)
    expect(fences('text')[0]).toBe(stderr)
  })

  test('its example of the command answers as printed', () => {
    const [line = ''] = fences('sh').filter((text) => text.includes('--pack teaching'))
    const [, args = ''] = / -- (.*)\n$/.exec(line) ?? []
    expect(command(...args.split(' ')).stdout).toBe(fences('text')[1])
  })

  test('every command it gives is one that the copy of the teaching pack answers', () => {
    const lines = fences('sh')
      .flatMap((text) => text.trim().split('\n'))
      .filter((line) => line.includes('my-town/pack.json'))
    expect(lines).toHaveLength(3)
    for (const line of lines) {
      const [, args = ''] = / -- (.*)$/.exec(line) ?? []
      const { status, stderr } = command(...args.replace('data/my-town', 'data/teaching').split(' '))
      expect({ status, stderr }, line).toEqual({ status: 0, stderr: '' })
    }
  })
})

function command(...args: string[]) {
  const env = { ...process.env, INIT_CWD: root }
  return spawnSync(process.execPath, ['app/_command/evaluate.mjs', ...args], { cwd: root, env, encoding: 'utf8' })
}
