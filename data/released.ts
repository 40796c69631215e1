/** An earlier version of a pack: its content hash, and its text, fetched only when a link asks for it. */
export interface Released {
  pack: string
  version: string
  hash: string
  read: () => Promise<unknown>
}

/**
 * Packs of earlier versions, as they were: a link or citation made with one can show its numbers again. Never
 * change an entry; add one whenever a pack's version goes up.
 */
export const released: readonly Released[] = [
  {
    pack: 'peru-prc',
    version: '1.0.0',
    hash: 'ab590275bd3c75231bdb80b67d90b91bde692577540b4d2ad1c4a7402a3fcaa1',
    read: async () => (await import('./released/peru-prc-1.0.0.json')).default,
  },
  {
    pack: 'peru-prc',
    version: '1.1.0',
    hash: 'eefa3e72f4817545b9f991ceccaae2a6b8853dc7e9ce73139bd020da79189629',
    read: async () => (await import('./released/peru-prc-1.1.0.json')).default,
  },
]
