'use client'
import { useLayoutEffect, useRef } from 'react'
import { isLetter, lettersAct } from './letter-keys'

/** Keys that a focused control takes for itself. */
const pressing = new Set(['Enter', ' '])
const moving = /^(Arrow|Home$|End$)/

/**
 * Hear keys anywhere on the page, by their names, letters in lower case. Keys that a control in focus needs stay its own: all
 * while text is typed or a dialog or menu is open, Enter and space on buttons and links, arrows in a group of choices.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>) {
  const latest = useRef(keys)
  // Before the page is painted: what is seen hears keys.
  useLayoutEffect(() => {
    latest.current = keys
  })
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const act = latest.current[key]
      if (!act || isTaken(event) || (isLetter(key) && !lettersAct())) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('input, select, textarea, [contenteditable], [role=dialog], [role=menu]')) return true
  if (pressing.has(key)) return target.closest('button, a[href], summary, [role=button], [role=radio]') !== null
  return moving.test(key) && target.closest('[role=radiogroup], [role=listbox]') !== null
}
