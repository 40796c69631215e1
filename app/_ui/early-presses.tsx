'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'

declare global {
  /** Presses since the first paint that nobody handled, in their order; `public/first.js` keeps them until it is asked. */
  var earlyPresses: (() => Event[]) | undefined
}

/**
 * Does what was pressed after the page was painted and before it was alive, so that no press of a slow machine or network
 * is lost. What React could handle it has handled by the time it takes the page over, hence the layout effect; what
 * follows waits until all parts listen.
 */
export function EarlyPresses() {
  const presses = useRef<Event[]>([])
  useLayoutEffect(() => {
    presses.current.push(...(globalThis.earlyPresses?.() ?? []))
  }, [])
  useEffect(() => void pressAgain(presses.current.splice(0)), [])
  return null
}

async function pressAgain(presses: readonly Event[]) {
  for (const press of presses) {
    // Each in a turn of its own, as presses come: what one opens is there for the next.
    await new Promise((turn) => setTimeout(turn))
    const made = new (press.constructor as typeof Event)(press.type, press)
    if (press.target instanceof Node && press.target.isConnected) press.target.dispatchEvent(made)
  }
}
