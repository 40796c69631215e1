const key = 'encrucijada-asked-to-last'

/**
 * Ask the browser not to remove what is kept here when room runs short; for when something has just been kept. A
 * Chromium decides by itself, and may think better of it later; any other browser may put it to the user, so once.
 */
export async function askToLast(): Promise<void> {
  try {
    if (await navigator.storage.persisted()) return
    if (!('userAgentData' in navigator)) {
      if (localStorage.getItem(key) !== null) return
      localStorage.setItem(key, new Date().toISOString())
    }
    await navigator.storage.persist()
  } catch {
    // No such storage, or a blocked one: what is kept lasts as long as the browser likes.
  }
}
