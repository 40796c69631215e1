import { refuse, type Result } from '../fail'
import { hidden } from './limits'

/** What is said of bytes that are not taken, by who knows what the file should have been. */
export interface FileWords {
  /** What the file should be, e.g. "a scenario file: JSON text in UTF-8". */
  readonly expected: string
  /** What to do about a file that is too large. */
  readonly tooLarge: string
  /** What to do about another kind of file. */
  readonly otherKind: string
}

/**
 * Decode the bytes of a stranger's file as UTF-8 text, without its byte-order mark. Refuses more than `most` bytes,
 * another kind of file under a false name, UTF-16, and bytes that are no UTF-8, with the offset of the first of them.
 */
export function decodeUtf8(bytes: Uint8Array, most: number, words: FileWords): Result<string> {
  if (bytes.length > most) return refuse('file', `${bytes.length} bytes long`, `at most ${most} bytes`, words.tooLarge)
  const kind = signatures.find(({ start }) => start.every((byte, i) => bytes[i] === byte))
  if (kind) return refuse('offset 0', `this is ${kind.name}, whatever its name says`, words.expected, words.otherKind)
  if (isUtf16(bytes)) return refuse('offset 0', 'the file is in UTF-16', words.expected, saveAsUtf8)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const offset = firstInvalid(bytes, text)
  if (offset !== null)
    return refuse(`offset ${offset}`, 'this byte is not part of UTF-8 text', words.expected, saveAsUtf8)
  return { ok: true, value: text.replace(/^\uFEFF/, '') }
}

/** Text of a stranger's file as it may be shown, 400 characters of it: nothing in it turns, hides or breaks a line. */
export function plain(text: string): string {
  return text.replace(new RegExp(hidden, 'gu'), '').slice(0, 400)
}

const saveAsUtf8 = 'Save the file again as "UTF-8".'

/** First bytes of what people take for a file of text. */
const signatures = [
  { name: 'a PNG picture', start: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'a JPEG picture', start: [0xff, 0xd8, 0xff] },
  { name: 'a GIF picture', start: [0x47, 0x49, 0x46, 0x38] },
  { name: 'a PDF document', start: [0x25, 0x50, 0x44, 0x46] },
  { name: 'a zip archive, such as an Excel workbook', start: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'an empty zip archive', start: [0x50, 0x4b, 0x05, 0x06] },
]

/** Our files begin with two ASCII characters, so a zero among the first two bytes is half of one in UTF-16. */
function isUtf16([first, second]: Uint8Array): boolean {
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return marked || first === 0 || second === 0
}

/** Offset of the first byte that is not UTF-8, or null: where a replacement character was read that does not stand there. */
function firstInvalid(bytes: Uint8Array, text: string): number | null {
  let offset = 0
  for (const character of text) {
    const isReal = bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd
    if (character === '\uFFFD' && !isReal) return offset
    const code = character.codePointAt(0) ?? 0
    offset += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return null
}
