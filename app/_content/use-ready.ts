import { use } from 'react'

/** What is at hand, at once; what is fetched, once it is there: until then nothing of the component is shown anew. */
export function useReady<T>(value: T | Promise<T>): T {
  return value instanceof Promise ? use(value) : value
}
