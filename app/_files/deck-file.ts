import { deckLimits } from '../../lib/deck/limits'
import type { Deck } from '../../lib/deck/schema'
import type { Result } from '../../lib/fail'
import type { Pack } from '../../lib/pack/schema'
import { download } from './download'

/** Save a deck as a file that this program opens again. */
export async function saveDeckFile(deck: Deck, pack: Pack, hash: string, name: string) {
  const { writeDeckFile } = await import('../../lib/deck/file')
  const { id, version } = pack.meta
  const text = writeDeckFile(deck, { id, version, hash })
  download(new Blob([text], { type: 'application/json' }), `encrucijada ${name}.json`)
}

/** Read a deck file: its deck, or every reason why it is not taken. A file too large is not even read. */
export async function openDeckFile(file: File, pack: Pack): Promise<Result<Deck>> {
  const { decodeDeckBytes, readDeckFile } = await import('../../lib/deck/file')
  // Enough bytes to see that it is too large.
  const decoded = decodeDeckBytes(new Uint8Array(await file.slice(0, deckLimits.bytes + 1).arrayBuffer()))
  if (!decoded.ok) return decoded
  const read = readDeckFile(decoded.value, pack)
  return read.ok ? { ok: true, value: read.value.deck } : read
}
