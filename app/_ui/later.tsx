'use client'
import { type ComponentType, createElement, Suspense, use, useSyncExternalStore } from 'react'
import { FailureContext } from './failure-words'

/** What can be fetched later of all that this page knows of. */
const all = new Set<() => Promise<unknown>>()

/** Fetch now whatever is to be fetched later, so that it opens at once: for when somebody begins to use the page. */
export function fetchLater(): Promise<unknown> {
  return Promise.all([...all].map((ask) => ask()))
}

/**
 * A component whose code is fetched when it is first drawn; nothing stands in its place until then. `ask` fetches it
 * before, such as when the pointer comes near. Where it cannot be fetched, a line says so, and the next time tries again.
 * The server draws none: by the time the code is there the page may show another state than the server drew.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  let asked: Promise<ComponentType<P>> | null = null
  let found: ComponentType<P> | null = null
  const ask = () => {
    asked ??= load().then(
      (own) => (found = own),
      () => {
        asked = null
        return Missing
      },
    )
    return asked
  }
  all.add(ask)
  function Fetched(props: P) {
    return createElement(found ?? use(ask()), props)
  }
  function Later(props: P) {
    const alive = useSyncExternalStore(never, yes, no)
    if (!alive) return null
    return (
      <Suspense>
        <Fetched {...props} />
      </Suspense>
    )
  }
  return Object.assign(Later, { ask })
}

const never = () => () => undefined
const yes = () => true
const no = () => false

function Missing() {
  return <span role="alert">{use(FailureContext).part}</span>
}
