// @vitest-environment jsdom
import { act, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PathsChart } from '../../app/_charts/paths-chart'
import { fetchLater } from '../../app/_ui/later'
import { Menu } from '../../app/_ui/menu'

/** What rests while its page changes: it wakes for its own change, and does not act on what was. */

const leaving: (() => void)[] = []
beforeEach(() => void Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => {
  for (const leave of leaving.splice(0)) leave()
})

function mounted(first: ReactElement) {
  const host = document.body.appendChild(document.createElement('div'))
  const root = createRoot(host)
  const show = (element: ReactElement) => act(() => root.render(element))
  show(first)
  leaving.push(() => {
    act(() => root.unmount())
    host.remove()
  })
  return { host, show }
}

test('a menu of the same labels does what they mean by now', async () => {
  const [before, now] = [vi.fn(), vi.fn()]
  const menu = (act: () => void) => <Menu label="Actions" trigger="···" actions={[{ label: 'Save', act }]} />
  await fetchLater()
  const { host, show } = mounted(menu(before))
  show(menu(now))
  act(() => {
    const opener = host.querySelector('button')
    opener?.focus()
    opener?.click()
  })
  const item = document.querySelector<HTMLElement>('[role=menuitem]')
  expect(item?.textContent).toBe('Save')
  act(() => item?.click())
  expect(before).not.toHaveBeenCalled()
  expect(now).toHaveBeenCalledOnce()
})

test('curves are drawn again where a path changes, even in its middle alone, and not for equal numbers', () => {
  const format = vi.fn(String)
  const years = [2021, 2022, 2023]
  const chart = (middle: number) => (
    <PathsChart
      years={years}
      paths={[{ letter: 'A', values: [20, middle, 25], end: '25' }]}
      reference={{ letter: null, values: [20, 20, 20], end: '20' }}
      fan={null}
      year={2022}
      width={240}
      height={200}
      format={format}
    />
  )
  const { host, show } = mounted(chart(22))
  const [before, calls] = [host.innerHTML, format.mock.calls.length]
  show(chart(22))
  expect(format.mock.calls).toHaveLength(calls)
  show(chart(24))
  expect(host.innerHTML).not.toBe(before)
})
