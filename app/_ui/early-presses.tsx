'use client'
import { useEffect, useLayoutEffect } from 'react'

declare global {
  /**
   * Presses since the first paint that nobody handled, in their order; `public/first.js` keeps them until it is asked, but
   * for those on links and fields, which do what they do without scripts, and for the one that is being handled just
   * now: a press that comes while the page becomes alive makes React hurry, and React handles it.
   */
  var earlyPresses: (() => Event[]) | undefined
}

const presses: Event[] = []

/**
 * The other half of `public/first.js`, which runs before the first paint: it sets the theme, lest a projector room see a
 * flash of the light one, and keeps presses. This does what was pressed after the page was painted and before it was
 * alive, so that no press of a slow machine or network is lost. What React could handle it has handled by the time it
 * takes the page over, hence the layout effect; what follows waits until all parts listen.
 */
export function EarlyPresses() {
  useLayoutEffect(take, [])
  useEffect(pressAgain, [])
  return null
}

function take() {
  presses.push(...(globalThis.earlyPresses?.() ?? []))
}

function pressAgain() {
  // Each in a turn of its own, as presses come: what one opens is there for the next.
  presses.splice(0).forEach((press, turn) => setTimeout(dispatchAgain, turn, press))
}

function dispatchAgain(press: Event) {
  const target = press.target as Node
  if (target.isConnected) target.dispatchEvent(new (press.constructor as typeof Event)(press.type, press))
}
