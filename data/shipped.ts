/** A pack that ships with the product besides the one that pages open on: fetched only when an address names it. */
export interface Shipped {
  id: string
  read: () => Promise<unknown>
}

/** The packs of `index.ts` after the first. */
export const shipped: readonly Shipped[] = [
  { id: 'teaching', read: async () => (await import('./teaching/pack.json')).default },
]
