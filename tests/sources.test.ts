import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packs } from '../data/index'
import { load } from '../lib/pack/load'

/** The paper stands beside the repository, never in it; where it is missing, these tests are skipped. */
const root = join(import.meta.dirname, '..')
const folder = join(root, '../shared/source')
const present = existsSync(folder)
const missing = present ? '' : ' (skipped: the paper is not at ../shared/source)'
const file = present ? readdirSync(folder).find((name) => name.endsWith('.txt')) : undefined
const paper = file ? readFileSync(join(folder, file), 'utf8') : ''

const headings: readonly (readonly [section: string, heading: string])[] = [
  ['introduction', 'Introduction'],
  ['politics', 'Politics'],
  ['trade', 'Trade'],
  ['mining', 'Mining'],
  ['petroleum', 'Petroleum'],
  ['fishing', 'Fishing'],
  ['electricity', 'Electricity'],
  ['infrastructure', 'Infrastructure'],
  ['telecommunications', 'Telecommunications'],
  ['other-digital', 'Other Digital'],
  ['finance', 'Finance'],
  ['space', 'Space'],
  ['military', 'Military'],
  ['education', 'Education'],
  ['crime', 'Chinese role in Crime'],
  ['covid-19', 'COVID-19'],
  ['conclusion', 'Conclusion'],
]

/** Where a pattern stands at or after a place; throws if nowhere. */
function find(pattern: RegExp, from: number): { start: number; end: number } {
  const searched = new RegExp(pattern.source, 'gm')
  searched.lastIndex = from
  const match = searched.exec(paper)
  if (!match) throw new Error(`${pattern} stands nowhere after character ${from} of the paper`)
  return { start: match.index, end: match.index + match[0].length }
}

/** Start and end of each section, heading by heading. */
function sectionsOf(): Map<string, { start: number; end: number }> {
  const starts = headings.reduce<number[]>((found, [, heading]) => {
    const { start } = find(new RegExp(`^[ \\t]*${heading}[ \\t]*$`), (found.at(-1) ?? -1) + 1)
    return [...found, start]
  }, [])
  return new Map(headings.map(([id], i) => [id, { start: starts[i] ?? 0, end: starts[i + 1] ?? paper.length }]))
}

/** Where each note stands: the numbers rise through the paper, glued to what they follow, once to a year. */
function notesOf(last: number): Map<number, number> {
  const notes = new Map<number, number>()
  for (let note = 2, from = 0; note <= last; note++) {
    const { start, end } = find(new RegExp(`(?<=[^\\s\\d$]|(?:19|20)\\d\\d)${note}(?!\\d)`), from)
    notes.set(note, start)
    from = end
  }
  return notes
}

const plain = (text: string) => text.replace(/\s+/g, ' ')
const words = (text: string) =>
  plain(text)
    .toLowerCase()
    .replace(/[’']/g, '')
    .match(/[a-z0-9]+/g) ?? []
const withoutNotes = (text: string) => text.replace(/(?<=[A-Za-z,.”])\d{1,3}(?=\s|$)/g, '')
const eights = (text: string) => {
  const list = words(text)
  return list.slice(7).map((_, i) => list.slice(i, i + 8).join(' '))
}

/** Every English text of a tree: what stands under a key `en`, or every string where all is English. */
function english(tree: unknown, all: boolean): string[] {
  if (typeof tree === 'string') return all ? [tree] : []
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, part]) => english(part, all || key === 'en'))
}

/** English texts of every JSON file under a folder, each with its file. */
function textsUnder(path: string): { path: string; text: string }[] {
  return readdirSync(join(root, path), { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((name) => name.endsWith('.json') && !name.endsWith('es.json'))
    .flatMap((name) => {
      const tree: unknown = JSON.parse(readFileSync(join(root, name), 'utf8'))
      return english(tree, name.endsWith('en.json')).map((text) => ({ path: name, text }))
    })
}

describe.skipIf(!present)(`against the paper${missing}`, () => {
  const result = load(packs['peru-prc'])
  const evidence = result.ok ? result.value.evidence : []
  const sections = present ? sectionsOf() : new Map<string, { start: number; end: number }>()
  const textOf = (section: string) => {
    const at = sections.get(section)
    return at ? plain(paper.slice(at.start, at.end)) : ''
  }

  test('the paper has its seventeen sections in order, and none is empty', () => {
    expect([...sections.keys()]).toEqual(headings.map(([id]) => id))
    for (const [id] of headings) expect(textOf(id).length, id).toBeGreaterThan(300)
  })

  test('every figure of the evidence stands in its own section as it is printed there', () => {
    expect(evidence.filter((fact) => fact.figure !== null).length).toBeGreaterThan(100)
    const wrong = evidence.filter(({ figure, section }) => figure !== null && !textOf(section).includes(plain(figure)))
    expect(wrong.map(({ id, figure }) => `${id}: ${figure}`)).toEqual([])
  })

  test('every note cited stands in the section of its fact', () => {
    const notes = notesOf(166)
    const wrong = evidence.flatMap(({ id, section, notes: cited }) =>
      cited.flatMap((note) => {
        const at = notes.get(note) ?? -1
        const { start, end } = sections.get(section) ?? { start: 0, end: 0 }
        return at >= start && at < end ? [] : [`${id}: note ${note}`]
      }),
    )
    expect(evidence.flatMap((fact) => fact.notes).length).toBeGreaterThan(200)
    expect(wrong).toEqual([])
  })

  test('no eight words in a row of the paper stand in any English text of data or of the interface', () => {
    const printed = new Set([...eights(paper), ...eights(withoutNotes(paper))])
    const texts = ['data', 'app/_words'].flatMap(textsUnder)
    expect(texts.length).toBeGreaterThan(1000)
    const taken = texts.flatMap(({ path, text }) =>
      eights(text).flatMap((run) => (printed.has(run) ? [`${path}: ${run}`] : [])),
    )
    expect(taken).toEqual([])
  })

  test('a sentence of the paper would be found, with its note or without', () => {
    const printed = new Set([...eights(paper), ...eights(withoutNotes(paper))])
    const sentence = 'One of the President’s first public acts, following his election, was to reach out'
    expect(eights(sentence).every((run) => printed.has(run))).toBe(true)
    expect(printed.has('arguably been undercut by frequent turnover in his')).toBe(true)
    expect(printed.has('turnover in his government with changes to more')).toBe(true)
  })
})
