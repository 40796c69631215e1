/** Upper bounds of a deck; the loader says so where one is passed. */
export const deckLimits = { slides: 60, rows: 3, columns: 4, toggles: 4, bytes: 1_000_000 } as const
