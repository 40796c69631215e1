import { z } from 'zod'
import { type Deck, deckShape } from './schema'

/** A deck kept in a browser, with its place in the list. */
export interface KeptDeck {
  id: string
  deck: Deck
  /** The pack it was made on. */
  pack: { id: string; version: string }
  /** When it was last changed, as an ISO date and time. */
  savedAt: string
  place: number
}

/** An id as addresses name it. */
const record = z.object({
  id: z.string().regex(/^[a-z0-9]{1,20}$/),
  deck: deckShape,
  pack: z.object({ id: z.string().max(60), version: z.string().max(20) }),
  savedAt: z.string().max(40),
  place: z.number(),
})

/** Read a stored value as a kept deck; null if it is not one in every part. Never throws. */
export function readKeptDeck(value: unknown): KeptDeck | null {
  const read = record.safeParse(value)
  return read.success ? read.data : null
}
