// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { StrictMode } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { EarlyPresses } from '../../app/_ui/early-presses'

/** The two halves together: what keeps presses before React has come, and what does them afterwards. */

const heard = vi.fn<(what: string) => void>()
let host: HTMLElement
let root: Root | null = null

const page = (
  <StrictMode>
    <EarlyPresses />
    <button onClick={() => heard('first')}>first</button>
    <button onClick={() => heard('second')} onKeyDown={({ key }) => heard(key)}>
      second
    </button>
    <a href="#there" onClick={() => heard('link')}>
      link
    </a>
  </StrictMode>
)

beforeEach(() => {
  window.eval(readFileSync('public/first.js', 'utf8'))
  host = document.body.appendChild(document.createElement('div'))
  host.innerHTML = renderToString(page)
})
afterEach(() => {
  root?.unmount()
  host.remove()
  heard.mockClear()
})

const find = (text: string) =>
  [...host.querySelectorAll<HTMLElement>('button, a')].find((own) => own.textContent === text)!
const come = async (...expected: string[]) => {
  root = hydrateRoot(host, page)
  await vi.waitFor(() => expect(heard.mock.calls.flat()).toEqual(expected))
}

test('presses are done in their order, once, and none that comes later is done twice', async () => {
  find('second').click()
  find('second').dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))
  find('first').click()
  find('link').click()
  expect(heard).not.toHaveBeenCalled()
  await come('second', 'x', 'first')
  find('first').click()
  expect(heard.mock.calls.flat()).toEqual(['second', 'x', 'first', 'first'])
})

test('a press that makes React take the page over is handled by it alone', async () => {
  find('first').click()
  const alive = come('second', 'first')
  // React has been called and has not begun; this press makes it.
  find('second').click()
  expect(heard.mock.calls.flat()).toEqual(['second'])
  await alive
})

test('what is gone by then is left alone', async () => {
  const lost = document.body.appendChild(document.createElement('button'))
  const again = vi.fn<() => void>()
  lost.click()
  lost.addEventListener('click', again)
  lost.remove()
  find('first').click()
  await come('first')
  expect(again).not.toHaveBeenCalled()
})
