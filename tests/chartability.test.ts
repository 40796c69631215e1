import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import chartability from './chartability.json'
import { files, leaves, parseJson, read, within } from './house-reader'
import tasks from './tasks.json'

/**
 * The critical checks of Chartability (the workbook of Elavsky, Bennett and Moritz), each with the tests that show it, and
 * the tasks of the product, each with the test that does it by keyboard alone. What no other test shows is shown here.
 */

/** Every test of a file by its title, as it stands in the source, with its text. */
function testsOf(path: string): Map<string, string> {
  const tree = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
  const found = new Map<string, string>()
  const look = (node: ts.Node) => {
    const [title] = ts.isCallExpression(node) ? node.arguments : []
    const named = title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))
    if (named && ts.isCallExpression(node) && /^test\b/.test(node.expression.getText()))
      found.set(title.getText().slice(1, -1), node.getText())
    ts.forEachChild(node, look)
  }
  look(tree)
  return found
}

const cited = [...chartability.flatMap(({ evidence }) => evidence), ...tasks.map(({ by }) => by)]
const known = new Map([...new Set(cited.map(({ file }) => file))].map((file) => [file, testsOf(file)]))

describe('the evidence', () => {
  test('is there for each of the fourteen critical checks', () => {
    expect(new Set(chartability.map(({ check }) => check)).size).toBe(14)
    expect(chartability.filter(({ evidence }) => evidence.length === 0)).toEqual([])
  })

  test('names only tests that exist', () => {
    expect(cited.filter(({ file, title }) => !known.get(file)?.has(title))).toEqual([])
  })
})

test('every task of the product is done by a test that uses the keyboard alone', () => {
  const pointer =
    /\.(click|dblclick|tap|hover|check|uncheck|setChecked|selectOption|dragTo|dispatchEvent|fill|focus|setInputFiles)\(|\.(mouse|touchscreen)\b/
  const text = ({ file, title }: { file: string; title: string }) => known.get(file)?.get(title) ?? ''
  expect(tasks.length).toBeGreaterThan(30)
  expect(tasks.filter(({ by }) => pointer.test(text(by))).map(({ task }) => task)).toEqual([])
  expect(tasks.filter(({ by }) => !/press\(/.test(text(by))).map(({ task }) => task)).toEqual([])
})

const css = files.filter((path) => path.startsWith('app/') && path.endsWith('.css'))
const globals = read('app/globals.css')
const en = leaves(parseJson('app/_words/en.json'))
const es = leaves(parseJson('app/_words/es.json'))

/** The value of each token in a block of the common stylesheet. */
function tokens(selector: string): Map<string, string> {
  const from = globals.indexOf('{', globals.indexOf(selector))
  const block = globals.slice(from, globals.indexOf('}', from))
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6}|[\d.]+px);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Contrast of two colours as WCAG reckons it, 1 to 21. */
function contrast(a: string, b: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

test('every ink can be read, and every mark be seen, on its grounds, in both themes', () => {
  const inks = ['ink', 'ink-2', 'ink-3', 'base-ink', 'up-ink', 'down-ink', 's-a-ink', 's-b-ink', 's-c-ink', 's-d-ink']
  const marks = ['up', 'down', 'hold', 'base', 'edge', 'focus', 'caution', 's-a', 's-b', 's-c', 's-d']
  for (const selector of [`[data-theme='paper']`, `[data-theme='projector']`]) {
    const theme = tokens(selector)
    const colour = (name: string) => theme.get(`--${name}`) ?? ''
    const faint = (names: string[], grounds: string[], least: number) =>
      names.flatMap((name) =>
        grounds
          .map((ground) => ({ name, ground, contrast: contrast(colour(name), colour(ground)) }))
          .filter(({ contrast }) => !(contrast >= least)),
      )
    expect(faint(inks, ['paper', 'paper-2', 'raise'], 4.5), selector).toEqual([])
    expect(faint(marks, ['paper', 'raise'], 3), selector).toEqual([])
  }
  expect([contrast('#000000', '#ffffff'), contrast('#777777', '#777777')]).toEqual([21, 1])
})

test('the smallest letters of each kind of screen are those known here', () => {
  const sizes = [...globals.matchAll(/--micro: ([\d.]+)px/g)].map(([, size]) => Number(size))
  // Laptop, phone, wide: see what "Small text size" says of the first in chartability.json.
  expect(sizes).toEqual([11, 13, 12])
})

test('nothing flashes, repeats or moves by itself', () => {
  const texts = css.map((path) => ({ path, text: read(path) }))
  // One animation: what stands for a page that is on its way comes at once, after a fifth of a second.
  const animated = texts.flatMap(({ text }) => [...text.matchAll(/animation(?:-\w+)*: [^;]*/g)].map(([rule]) => rule))
  expect(animated).toEqual(['animation: appear 1ms 200ms both'])
  const timed = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/transition(?:-duration)?:[^;]*/g)].map(([rule]) => `${path} ${rule}`),
  )
  expect(timed.length).toBeGreaterThan(0)
  expect(timed.filter((rule) => !/var\(--motion\)|: none|: 0s/.test(rule))).toEqual([])
  expect(/--motion: (\d+)ms/.exec(globals)?.[1]).toBe('140')
  expect(/prefers-reduced-motion: reduce\) \{\s*:root \{\s*--motion: 0ms/.test(globals)).toBe(true)
  const tags = within('app').filter(({ text }) =>
    /<(animate|animateTransform|animateMotion|set|marquee|video)\b/.test(text),
  )
  expect(tags.map(({ path }) => path)).toEqual([])
})

test('keys of the page are left alone with a modifier and while something is typed', () => {
  const hearing = within('app').filter(({ text }) => /(addEventListener|document\.onkey)\w*\(?['"]key/.test(text))
  expect(hearing.length).toBeGreaterThan(1)
  for (const { path, text } of hearing) {
    expect(text, path).toMatch(/ctrlKey \|\| event\.metaKey \|\| event\.altKey|Escape/)
    expect(text, path).toMatch(/input, ?select, ?textarea|typing|Escape/)
  }
})

test('what a press or a key does is said in words, in both languages', () => {
  const said = (words: Map<string, unknown>, pattern: RegExp) =>
    [...words.values()].filter((text) => typeof text === 'string' && pattern.test(text)).length
  expect(said(en, /\b[Pp]ress\b|Show why|Show what explains/)).toBeGreaterThan(5)
  expect(said(es, /\b[Pp]ulse\b|\b[Pp]resione\b|\b[Tt]oque\b|Mostrar|Muestra/)).toBeGreaterThan(5)
  const keys = [...en.keys()].filter((key) => key.startsWith('keys.'))
  expect(keys.length).toBeGreaterThan(15)
})

test('every chart has a sentence on how it is read, in both languages', () => {
  for (const words of [en, es])
    for (const key of [
      'slide.keyDots',
      'slide.keyPath',
      'slide.keyMarks',
      'slide.keyParts',
      'slide.keyGuess',
      'links.howShift',
      'sensitivity.keyNow',
    ])
      // prettier-ignore
      expect(String(words.get(key) ?? ''), key).toMatch(/\S+ \S+/)
})

test('every figure is described, and its table by the same words', () => {
  const frame = read('app/_charts/chart-frame.tsx')
  expect(frame).toContain('<figure aria-label={description}')
  expect(frame).toMatch(/<DataTable table=\{sheet\(\)\.table\} label=\{description\}/)
  expect(frame).toContain('<caption className="hidden">{label}</caption>')
  // The figure itself has a name, or else the one picture in it.
  const figures = within('app').flatMap(({ path, text }) =>
    [...text.matchAll(/<figure\b[^>]*>(?:\s*<[A-Z]\w+[^>]*>)?/g)].flatMap(([tag]) =>
      /label/.test(tag) ? [] : [`${path} ${tag}`],
    ),
  )
  expect(figures).toEqual([])
})

test('a reader’s own stylesheet wins over ours', () => {
  const important = css.flatMap((path) =>
    read(path)
      // On paper a sheet has colours and sizes of its own.
      .replace(/@media print[\s\S]*$/, '')
      .split('\n')
      .filter((line) => line.includes('!important'))
      .map((line) => `${path} ${line.trim()}`),
  )
  expect(important).toEqual([])
  // What is drawn is of elements that a stylesheet reaches.
  const sealed = within('app').filter(({ text }) => /<canvas\b|attachShadow\(/.test(text))
  expect(sealed.map(({ path }) => path)).toEqual([])
})

/** Sentences of the interface, without the marks of ICU: what is chosen by a number or a kind is left out. */
function sentences(words: Map<string, unknown>): string[] {
  return [...words.values()].flatMap((text) =>
    typeof text === 'string' && !/plural,|select,/.test(text)
      ? text
          .replace(/<\/?\w+>|[{}“”«»]/g, ' ')
          .split(/(?<=[.?!:;])\s+/)
          .filter((sentence) => sentence.trim().split(/\s+/).length >= 6)
      : [],
  )
}
const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? []
/** Syllables by groups of vowels: near enough over hundreds of sentences. */
const syllables = (word: string, silent: boolean) =>
  Math.max(1, (word.match(/[aeiouyáéíóúü]+/g)?.length ?? 0) - Number(silent && /[^l]e$|[^td]ed$/.test(word)))

test('the interface is written for a ninth grade, in both languages', () => {
  const measure = (words: Map<string, unknown>, silent: boolean) => {
    const all = sentences(words)
    const tokens = all.flatMap(wordsOf)
    const spoken = tokens.reduce((sum, word) => sum + syllables(word, silent), 0)
    return { count: all.length, length: tokens.length / all.length, perWord: spoken / tokens.length }
  }
  const english = measure(en, true)
  const grade = 0.39 * english.length + 11.8 * english.perWord - 15.59
  const spanish = measure(es, false)
  // Fernández Huerta: 60 and more is normal to easy, what is read at the end of primary school and after.
  const ease = 206.84 - 60 * spanish.perWord - 1.02 * spanish.length
  expect(english.count).toBeGreaterThan(200)
  expect(spanish.count).toBeGreaterThan(200)
  expect(grade).toBeLessThanOrEqual(9)
  expect(ease).toBeGreaterThanOrEqual(60)
})
