/** Shared by all windows of a running session; the browser frees it when a window closes or crashes. */
const lock = 'encrucijada-session'

/** Keep the version in use, in every tab, while a session runs in this window. Returns the end. */
export function holdVersion(): () => void {
  // Only where there are locks there are service workers, which bring new versions.
  if (!('locks' in navigator)) return () => undefined
  const leave = new AbortController()
  const ended = new Promise<void>((end) => leave.signal.addEventListener('abort', () => end()))
  navigator.locks.request(lock, { mode: 'shared' }, () => ended).catch(() => undefined)
  return () => leave.abort()
}

/** Whether a session runs in any window of this browser. */
export async function isVersionHeld(): Promise<boolean> {
  if (!('locks' in navigator)) return false
  const { held } = await navigator.locks.query()
  return held?.some(({ name }) => name === lock) ?? false
}
