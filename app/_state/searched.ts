import { atomWithStorage } from 'jotai/vanilla/utils'

/** Longest text searched for, in characters. */
const longest = 200

/** What the tab remembers; where the browser stores nothing, the words last as long as the page. */
const tab = {
  getItem(key: string, initial: string): string {
    try {
      return sessionStorage.getItem(key)?.slice(0, longest) ?? initial
    } catch {
      return initial
    }
  },
  setItem(key: string, words: string) {
    try {
      sessionStorage.setItem(key, words)
    } catch {
      // Blocked or full.
    }
  },
  removeItem(key: string) {
    tab.setItem(key, '')
  },
}

/** Words that facts and rules are searched for: never in the address, from which no text is taken. */
export const factSearchAtom = atomWithStorage('encrucijada-facts', '', tab)
export const ruleSearchAtom = atomWithStorage('encrucijada-rule-words', '', tab)
