import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical } from './canonical'
import type { Pack } from './schema'

/**
 * Hash the content of a pack: SHA-256 of its canonical text, as 64 hexadecimal digits. Equal content, equal hash,
 * whatever the order of keys. A library, since browsers keep their own from pages without a secure address.
 */
export function contentHash(pack: Pack): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(pack))))
}
