import { atomWithStorage } from 'jotai/vanilla/utils'

/** Longest text searched for, in characters. */
const longest = 100

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

/** Words that the rules are searched for: never in the address, from which no text is taken. */
export const ruleSearchAtom = atomWithStorage('encrucijada-rule-words', '', tab)
