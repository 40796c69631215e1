// @vitest-environment jsdom
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { RampSpark } from '../../app/_charts/ramp-spark'
import { SizeRange, SizeTicks } from '../../app/_charts/size-range'
import { TornadoTrack } from '../../app/_charts/tornado'
import { waterfallAxis } from '../../app/_charts/waterfall'
import { rampSeries } from '../../lib/chart/ramp'
import { sizeAxis } from '../../lib/chart/size-range'

const drawn = (chart: ReactNode) => new DOMParser().parseFromString(renderToStaticMarkup(chart), 'text/html')
const attributes = (chart: ReactNode, selector: string, name: string) =>
  [...drawn(chart).querySelectorAll(selector)].map((element) => element.getAttribute(name))

describe('a row of a tornado', () => {
  const axis = waterfallAxis([0.34, 0.2, 0.5], true, () => [])
  const row = (low: number, high: number, states?: number[]) => ({
    id: 'a',
    low,
    high,
    lowText: `${low}`,
    highText: `${high}`,
    ...(states ? { states } : {}),
  })
  const track = (own: ReturnType<typeof row>, coloured = true) => (
    <TornadoTrack row={own} value={0.34} axis={axis} height={40} coloured={coloured} />
  )
  const fills = (own: ReturnType<typeof row>, coloured?: boolean) => attributes(track(own, coloured), 'rect', 'fill')

  test('is coloured below and above the value now, from three points on, where it is adverse', () => {
    expect(fills(row(0.2, 0.5))).toEqual(['var(--down-wash)', 'var(--up-wash)'])
    expect(fills(row(0.5, 0.2))).toEqual(['var(--down-wash)', 'var(--up-wash)'])
    expect(fills(row(0.32, 0.37))).toEqual(['var(--hold-wash)', 'var(--up-wash)'])
    expect(fills(row(0.2, 0.5), false)).toEqual(['var(--hold-wash)', 'var(--hold-wash)'])
  })
  test('writes the lesser value left and the greater right, whichever end gives it', () => {
    const texts = (own: ReturnType<typeof row>) =>
      [...drawn(track(own)).querySelectorAll('text')].map((text) => [text.getAttribute('x'), text.textContent])
    expect(texts(row(0.2, 0.5))).toEqual([['20%', '0.2'], ['50%', '0.5']]) // prettier-ignore
    expect(texts(row(0.5, 0.2))).toEqual([['20%', '0.2'], ['50%', '0.5']]) // prettier-ignore
  })
  test('marks the high end of a range with a thick line, wherever it stands; states have thin ones', () => {
    const thick = (own: ReturnType<typeof row>) => attributes(track(own), 'line[stroke-width="3.6"]', 'x1')
    expect([thick(row(0.2, 0.5)), thick(row(0.5, 0.2)), thick(row(0.2, 0.5, [0.2, 0.5]))]).toEqual([
      ['50%'],
      ['20%'],
      [],
    ])
  })
  test('has the line of the value now over everything else', () => {
    const [last] = attributes(track(row(0.2, 0.5)), 'line', 'x1').slice(-1)
    expect(last).toBe('34%')
  })
})

describe('the size of an effect', () => {
  const axis = sizeAxis('chance', 1)
  const size = (low: number, central: number, high: number) => ({ low, central, high })

  test('has a dot for what is, and a ring for what it is compared with, under the dot', () => {
    const one = <SizeRange size={size(1, 1, 2)} axis={axis} label="" from={size(1, 10, 10)} />
    expect(attributes(one, 'circle', 'cx')).toEqual(['95%', '50%'])
    expect(attributes(one, 'circle', 'fill')).toEqual(['var(--paper)', 'var(--ink)'])
    expect(attributes(<SizeRange size={size(1, 1, 2)} axis={axis} label="" />, 'circle', 'cx')).toEqual(['50%'])
  })
  test('has an arrow only where it goes on beyond the axis', () => {
    const arrows = (low: number, high: number) =>
      attributes(<SizeRange size={size(low, 1, high)} axis={axis} label="" />, 'path', 'd').length
    expect([arrows(0.1, 10), arrows(0.05, 10), arrows(0.1, 11), arrows(0.05, 11)]).toEqual([0, 1, 1, 2])
  })
  test('shows the line of no effect stronger than the others', () => {
    const one = <SizeRange size={size(1, 2, 3)} axis={axis} label="" />
    const strong = attributes(one, 'line[stroke="var(--ink-3)"]', 'x1')
    expect([strong, attributes(one, 'line', 'x1').length]).toEqual([['50%'], 5])
  })
  test('of a level has the ends of its axis written inside the plot', () => {
    const ticks = <SizeTicks axis={sizeAxis('level', 500)} format={(shift) => `${shift}`} />
    expect(attributes(ticks, 'text', 'text-anchor')).toEqual(['start', 'middle', 'end'])
    expect(drawn(ticks).body.textContent).toBe('-5000500')
  })
})

test('the strength of a rule is a picture with words, its dots dark where it acts', () => {
  const spark = (
    <RampSpark series={rampSeries({ onset: 2022, rampYears: 2 }, [2021, 2022, 2023])} label="Half, then full" />
  )
  expect([attributes(spark, 'svg', 'role'), attributes(spark, 'svg', 'aria-label')]).toEqual([
    ['img'],
    ['Half, then full'],
  ])
  expect(attributes(spark, 'circle', 'fill')).toEqual(['var(--base)', 'var(--ink)', 'var(--ink)'])
})
