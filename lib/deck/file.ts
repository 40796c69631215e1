import { z } from 'zod'
import type { Issue, Result } from '../fail'
import { plain } from '../pack/bytes'
import { decodeHanded, type HandedKind, readHanded } from '../pack/handed'
import { id, type Pack, version } from '../pack/schema'
import { checkDeck } from './check'
import { deckLimits } from './limits'
import { type Deck, deckShape } from './schema'

/** The deck file: one deck as people hand it to each other, with the name of the pack it was made for. */

const kind: HandedKind = {
  format: 'encrucijada-deck',
  version: 1,
  bytes: deckLimits.bytes,
  name: 'deck file',
  holds: 'a deck',
  these: 'the deck was',
  tooLarge: 'A deck file is far smaller: check that it is the right file.',
  pickAnother: 'Choose the file that "Save as a file" made of a deck; it ends in .json.',
  saveAgain: 'Save the deck as a file again where it was made, or ask the sender for the file again.',
}

/** The shape of a deck file. What the ids in it mean for the pack in use is judged by `checkDeck`. */
export const deckFileShape = z.strictObject({
  $schema: z.string().max(200).optional(),
  format: z.literal('encrucijada-deck'),
  version: z.literal(1),
  pack: z.strictObject({
    id,
    version,
    /** Content hash of the pack as hexadecimal digits, or empty where it is not known. */
    hash: z.string().regex(/^([0-9a-f]{8,64})?$/, 'a content hash of 8 to 64 hexadecimal digits, or nothing'),
  }),
  deck: deckShape,
})

/** A deck with the pack it was made for, as `readDeckFile` returns it. */
export type DeckFile = Omit<z.infer<typeof deckFileShape>, '$schema'>

/**
 * Write a deck file as JSON text that people can read: two spaces, a line break at the end. The deck is taken as
 * sound; `readDeckFile` judges what was written like any other file.
 */
export function writeDeckFile(deck: Deck, pack: DeckFile['pack']): string {
  const { title, slides } = deck
  const file = {
    $schema: 'deck-file.schema.json',
    format: kind.format,
    version: kind.version,
    pack: { id: pack.id, version: pack.version, hash: pack.hash },
    deck: { title, slides },
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Read a deck file as `readHanded` does, and then what its ids mean for the pack in use. Returns the whole file or every
 * issue of the stage it fails at.
 */
export function readDeckFile(text: string, pack: Pack): Result<DeckFile> {
  const read = readHanded(text, pack.meta, kind, deckFileShape)
  if (!read.ok) return read
  const { $schema: _, ...file } = read.value
  const issues = checkDeck(file.deck, pack)
  return issues.length > 0 ? { ok: false, issues: issues.map(inFile) } : { ok: true, value: file }
}

/** Decode the bytes of a deck file as `decodeUtf8` does, in the words of who was handed one. */
export function decodeDeckBytes(bytes: Uint8Array): Result<string> {
  return decodeHanded(bytes, kind)
}

function inFile({ path, message, ...rest }: Issue): Issue {
  return { path: `deck.${plain(path)}`, message: plain(message), ...rest }
}
