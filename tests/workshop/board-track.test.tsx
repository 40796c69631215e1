// @vitest-environment jsdom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BoardDrawing } from '../../app/_charts/board-drawing'
import { BoardTrack, type TrackedRange } from '../../app/_charts/board-track'
import { stackMarks } from '../../lib/workshop/board'

/** The range of an outcome over the groups: every group is there, inside its row, to two decimals. */

const rangeOf = (shares: readonly number[]): TrackedRange => ({
  baseline: 1 / 3,
  low: Math.min(...shares),
  median: 1 / 7,
  high: Math.max(...shares),
  marks: stackMarks(shares).map(({ group, ...mark }) => ({ ...mark, name: `Group ${group + 1}` })),
})
const drawn = (shares: readonly number[], height: number) => {
  const holder = document.createElement('div')
  holder.innerHTML = renderToStaticMarkup(<BoardTrack range={rangeOf(shares)} height={height} />)
  return holder
}
/** The dots, without the ring of the baseline. */
const dots = (holder: HTMLElement) => [...holder.querySelectorAll('circle:has(title)')]

test.each([
  ['one group', [0.5]],
  ['all at one place', Array.from({ length: 12 }, () => 1 / 3)],
  ['all over the axis', Array.from({ length: 12 }, (_, i) => i / 11)],
])('%s: a dot for each, none of them outside the row', (_, shares) => {
  const all = dots(drawn(shares, 30))
  expect(all.map((dot) => dot.textContent).sort()).toEqual(shares.map((_, i) => `Group ${i + 1}`).sort())
  for (const dot of all) {
    const [y, r] = [Number(dot.getAttribute('cy')), Number(dot.getAttribute('r'))]
    expect(y - r).toBeGreaterThanOrEqual(0)
    expect(y + r).toBeLessThanOrEqual(30)
  }
  // No two dots of one place lie over one another so far that they read as one.
  const places = all.map((dot) => `${dot.getAttribute('cx')} ${dot.getAttribute('cy')}`)
  expect(new Set(places).size).toBe(shares.length)
})

test('a picture has every row of every section, and no number that two machines may write differently', () => {
  const row = (label: string) => ({ label, range: rangeOf([1 / 3, 2 / 3]), numbers: ['33%', '50%', '67%', '34'] })
  const { content, width, height } = BoardDrawing({
    sections: [
      { label: 'Adverse events', events: true, rows: [row('a'), row('b')] },
      { label: 'Indicators', events: false, rows: [row('c')] },
    ],
    heads: ['Lowest', 'Median', 'Highest', 'Spread'],
  })
  const markup = renderToStaticMarkup(<svg>{content}</svg>)
  expect(markup).not.toMatch(/NaN|undefined|Infinity|"[\d.-]*\.\d{3,}/)
  expect([width, height]).toEqual([934, 2 * 46 + 3 * 28])
  for (const label of ['Adverse events', 'Indicators', 'a', 'b', 'c']) expect(markup).toContain(`>${label}</text>`)
})
