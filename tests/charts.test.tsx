// @vitest-environment jsdom
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { HeatDrawing } from '../app/_charts/heat-drawing'
import { heatFill } from '../app/_charts/heat-matrix'
import { LadderTrack } from '../app/_charts/ladder'
import { PathChart } from '../app/_charts/path-chart'
import { RunningTotal } from '../app/_charts/running-total'
import { series } from '../lib/chart/series'
import { cases, fanOf } from './gallery/cases'

/** The gallery: every chart in its awkward cases, as pictures under tests/gallery that a browser opens in our colours. */

const complaints = { error: vi.spyOn(console, 'error'), warn: vi.spyOn(console, 'warn') }
beforeEach(() => Object.values(complaints).forEach((spy) => spy.mockClear()))
afterEach(() => {
  for (const spy of Object.values(complaints)) expect(spy.mock.calls, 'said on the console').toEqual([])
})

/** A chart on paper of its own, one element a line, with the product's stylesheet. */
function sheet({ width, height, chart }: { width: number; height: number; chart: ReactNode }): string {
  const markup = renderToStaticMarkup(
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <rect width={width} height={height} fill="var(--paper)" />
      {chart}
    </svg>,
  )
  const plain = markup
    .replaceAll('<table', '<table xmlns="http://www.w3.org/1999/xhtml"')
    .replace(/ class="_[^"]*"/g, '')
  return `<?xml-stylesheet href="../../app/globals.css" type="text/css"?>\n${plain.replaceAll('><', '>\n<')}\n`
}

const parsed = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml')

/** What a reader must not find in a picture: broken numbers, and digits on which two machines may differ. */
function faults(text: string): string[] {
  const tree = parsed(text)
  const broken = [...tree.querySelectorAll('parsererror')].map((error) => error.textContent ?? 'not XML')
  const numbers = [...tree.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name }) => !['style', 'fill', 'xmlns', 'class'].includes(name))
      .filter(({ value }) => /\.\d{3,}|\de[+-]?\d/.test(value))
      .map(({ name, value }) => `${element.tagName} ${name}="${value}"`),
  )
  return [...broken, ...(text.match(/.*\b(NaN|undefined|Infinity|null|\[object)\b.*/g) ?? []), ...numbers]
}

describe('the gallery', () => {
  test.each(cases)('$name is well-formed, to two decimals, and drawn as before', async ({ name, ...drawn }) => {
    const text = sheet(drawn)
    expect(faults(text)).toEqual([])
    await expect(text).toMatchFileSnapshot(`gallery/${name}.svg`)
  })

  test('has a picture of each case and no other, and each case its own name', () => {
    const names = cases.map(({ name }) => `${name}.svg`).toSorted()
    const kept = readdirSync(join(import.meta.dirname, 'gallery')).filter((file) => file.endsWith('.svg'))
    expect(kept.toSorted()).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
  })

  test.each([
    ['a broken number', '<svg xmlns="http://www.w3.org/2000/svg"><rect x="NaN%"/></svg>'],
    ['a missing one', '<svg xmlns="http://www.w3.org/2000/svg"><rect x="undefined"/></svg>'],
    ['a long one', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0.123,1"/></svg>'],
    ['an exponent', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M1e-7,1"/></svg>'],
    ['an open tag', '<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>'],
  ])('would be told of %s', (_, text) => {
    expect(faults(text)).not.toEqual([])
  })
})

describe('what the marks say', () => {
  const probability = fc.double({ min: 0, max: 1, noNaN: true })
  const elements = (chart: ReactNode, selector: string) => [
    ...parsed(sheet({ width: 400, height: 64, chart })).querySelectorAll(selector),
  ]
  const attributes = (chart: ReactNode, selector: string, name: string) =>
    elements(chart, selector).map((element) => element.getAttribute(name))
  const still = { interval: null, height: 24 }

  test('a row is drawn bar, line, ring, dot, each at its probability on a scale from 0 to 100 %', () => {
    const chart = <LadderTrack baseline={0.2} value={0.456789} interval={{ low: 0.1, high: 0.75 }} height={24} />
    const marks = elements(chart, '.mark')
    expect(marks.map(({ tagName }) => tagName)).toEqual(['rect', 'rect', 'circle', 'circle'])
    expect(attributes(chart, 'rect.mark', 'x')).toEqual(['10%', '20%'])
    expect(attributes(chart, 'rect.mark', 'width')).toEqual(['65%', '25.68%'])
    expect(attributes(chart, 'circle', 'cx')).toEqual(['20%', '45.68%'])
  })

  test('a shift is coloured from three points on, as they are shown, and only where it is adverse', () => {
    const fill = (baseline: number, value: number, coloured = true) =>
      attributes(<LadderTrack {...still} baseline={baseline} value={value} coloured={coloured} />, 'circle', 'fill')[1]
    expect([fill(0.2, 0.23), fill(0.23, 0.2), fill(0.2, 0.22)]).toEqual(['var(--up)', 'var(--down)', 'var(--hold)'])
    expect([fill(0.2, 0.225), fill(0.205, 0.23)]).toEqual(['var(--up)', 'var(--hold)'])
    expect([fill(0.2, 0.6, false), fill(0.2, 0.2, false)]).toEqual(['var(--ink)', 'var(--hold)'])
  })

  test('the running total gives its dot the colour that the ladder gives the same shift', () => {
    const last = (chart: ReactNode) => attributes(chart, 'circle', 'fill').at(-1)
    fc.assert(
      fc.property(probability, fc.double({ min: -0.04, max: 0.04, noNaN: true }), (baseline, by) => {
        const value = Math.min(1, Math.max(0, baseline + by))
        const total = <RunningTotal baseline={baseline} value={value} parts={[]} width={284} event coloured />
        expect(last(total)).toBe(last(<LadderTrack {...still} baseline={baseline} value={value} />))
      }),
      { seed: 25, numRuns: 200 },
    )
  })

  test('a part of the running total says its points only where they fit: from 26 pixels', () => {
    const total = (amount: number) => (
      <RunningTotal
        baseline={0.2}
        value={0.2 + amount}
        parts={[{ id: 'only', amount, label: 'points' }]}
        width={200}
        event
        coloured
      />
    )
    const said = (amount: number) => elements(total(amount), 'text').some(({ textContent }) => textContent === 'points')
    expect([said(0.13), said(0.129)]).toEqual([true, false])
  })

  test('heat is plain under 1.5 points, grows to 24 and no further, and is the same on paper', () => {
    expect([heatFill(1.49), heatFill(-1.49), heatFill(0)]).toEqual(Array(3).fill('var(--paper-2)'))
    expect(heatFill(1.5)).toContain('var(--up)')
    expect(heatFill(-1.5)).toContain('var(--down)')
    expect(heatFill(24)).toBe(heatFill(60))
    const share = (points: number) => Number(/\* ([\d.]+) \*/.exec(heatFill(points))?.[1])
    const shares = [1.5, 6, 12, 24, 48].map(share)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([share(24), share(-24)]).toEqual([1, 1])
    const cells = { heads: ['2022', '2023'], rows: [{ label: 'Ports', points: [7, -30], texts: ['+7', '−30'] }] }
    const fills = elements(HeatDrawing(cells).content, 'g rect').map((rect) => rect.getAttribute('style'))
    expect(fills).toEqual(cells.rows[0]?.points.map((points) => `fill:${heatFill(points)}`))
  })

  test('whatever the numbers, no mark is broken and none has more than two decimals', () => {
    const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    const amounts = fc.array(amount, { minLength: 2, maxLength: 10 })
    const path = (values: number[]) =>
      series(
        values.map((_, t) => 2021 + t),
        Float64Array.from(values),
        fanOf(values, 1 / 3),
      )
    const of = (width: number, from: number, values: number[], event: boolean) => ({
      baseline: from,
      value: values.reduce((sum, value) => sum + value, from),
      parts: values.map((value, i) => ({ id: String(i), amount: value, label: '+1' })),
      width,
      event,
      coloured: event,
    })
    fc.assert(
      fc.property(probability, probability, probability, amounts, (low, value, high, values) => {
        const charts = [
          <LadderTrack key="track" baseline={high} value={value} interval={{ low: low * high, high }} height={24} />,
          <PathChart key="path" series={path(values)} height={64} year={2022} reference="" />,
          <RunningTotal key="event" {...of(284, low, [value - low, high - value], true)} />,
          <RunningTotal key="amount" {...of(283, values[0] ?? 0, values, false)} />,
        ]
        for (const chart of charts) expect(faults(sheet({ width: 400, height: 64, chart }))).toEqual([])
      }),
      { seed: 16, numRuns: 150 },
    )
  })
})
