// @vitest-environment jsdom
import { act } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { KeyHints } from '../../app/_parts/key-hints'
import { LetterKeysSwitch } from '../../app/_parts/letter-keys-switch'
import { assignmentAtom } from '../../app/_state/atoms'
import { assignAtom } from '../../app/_state/url'
import { letLettersAct } from '../../app/_ui/letter-keys'
import { useKeys } from '../../app/_ui/use-keys'
import { explore, type Explored } from './explore'

let page: Explored
const heard: string[] = []
const press = (key: string) =>
  act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

function Listener() {
  useKeys({ z: () => heard.push('z'), 1: () => heard.push('1'), ' ': () => heard.push('space'), ArrowRight: () => heard.push('right') }) // prettier-ignore
  return null
}

async function open() {
  page = await explore(
    <>
      <Listener />
      <KeyHints toggles={2} predict={false} />
      <LetterKeysSwitch />
    </>,
  )
  heard.length = 0
}
const box = () => page.host.querySelector<HTMLInputElement>('input[type=checkbox]')!
const hints = () => [...page.host.querySelectorAll('kbd')].map((key) => key.textContent)
const pressAll = () => {
  for (const key of ['z', 'Z', '1', ' ', 'ArrowRight']) press(key)
  return heard.splice(0)
}

afterEach(() => {
  page.leave()
  act(() => letLettersAct(true))
  localStorage.clear()
  vi.restoreAllMocks()
})

describe('keys of one letter, number or sign', () => {
  test('act until they are switched off, and other keys always do', async () => {
    await open()
    expect(box().checked).toBe(true)
    expect(hints()).toEqual(['1–2', 'R', 'S', 'B'])
    expect(pressAll()).toEqual(['z', 'z', '1', 'space', 'right'])
    act(() => box().click())
    expect(box().checked).toBe(false)
    expect(hints()).toEqual([])
    expect(pressAll()).toEqual(['space', 'right'])
    act(() => box().click())
    expect(pressAll()).toEqual(['z', 'z', '1', 'space', 'right'])
  })

  test('u undoes no change while they are off', async () => {
    await open()
    const changed = () => page.store.get(assignmentAtom)['leadership']
    const before = changed()
    act(() => page.store.set(assignAtom, { assumption: 'leadership', state: 'leftist-successor' }))
    const after = changed()
    expect(after).not.toBe(before)
    act(() => letLettersAct(false))
    press('u')
    expect(changed()).toBe(after)
    act(() => letLettersAct(true))
    press('u')
    await act(() => vi.waitFor(() => expect(changed()).toBe(before)))
  })

  test('stay off on the next visit, and follow what another window chooses', async () => {
    localStorage.setItem('encrucijada-keys', 'off')
    const told = () => act(() => void dispatchEvent(new StorageEvent('storage', { key: 'encrucijada-keys' })))
    await open()
    told()
    expect(box().checked).toBe(false)
    localStorage.setItem('encrucijada-keys', 'on')
    told()
    expect(box().checked).toBe(true)
  })

  test('are switched off for this visit where storage is blocked', async () => {
    await open()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('blocked')
    })
    act(() => box().click())
    expect(box().checked).toBe(false)
    expect(pressAll()).toEqual(['space', 'right'])
  })
})
