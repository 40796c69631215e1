import { type AsyncFlateStreamHandler, Inflate, Unzip, type UnzipFileInfo, unzipSync } from 'fflate'
import { refuse, type Result } from '../../lib/fail'

/** Most entries of an archive that are looked at. */
const mostEntries = 500
/** Compressed bytes that are expanded at once: at a thousandfold they become four megabytes. */
const pieceLength = 4096

/** The entries that were wanted, and the names of the others. */
export interface Unzipped {
  entries: readonly { name: string; bytes: Uint8Array }[]
  others: readonly string[]
}

/**
 * Unzip the wanted entries of an archive. Neither the sizes that it declares nor what comes out of it may be more than
 * `most` bytes together: expanding stops there, whatever the archive says of itself.
 */
export function unzip(archive: Uint8Array, isWanted: (name: string) => boolean, most: number): Result<Unzipped> {
  const listed = list(archive)
  if (!listed) return broken
  if (listed.length > mostEntries) return tooMany
  const wanted = listed.filter(({ name }) => isWanted(name))
  if (wanted.reduce((sum, { originalSize }) => sum + originalSize, 0) > most) return tooLarge(most)
  const expanded = expand(archive, isWanted, most)
  if (!expanded.ok) return expanded
  const entries = wanted.map(({ name }) => ({ name, bytes: expanded.value.get(name) ?? new Uint8Array() }))
  if (entries.some(({ bytes }, i) => bytes.length !== wanted[i]?.originalSize)) return broken
  return { ok: true, value: { entries, others: listed.map(({ name }) => name).filter((name) => !isWanted(name)) } }
}

/** What an archive says that it holds, one entry more than are looked at at most; null if it is none. */
function list(archive: Uint8Array): UnzipFileInfo[] | null {
  const listed: UnzipFileInfo[] = []
  const filter = (entry: UnzipFileInfo) => {
    if (listed.push(entry) > mostEntries) throw new Error('too many entries')
    return false
  }
  try {
    unzipSync(archive, { filter })
  } catch {
    return listed.length > mostEntries ? listed : null
  }
  return listed
}

function expand(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  most: number,
): Result<ReadonlyMap<string, Uint8Array>> {
  const chunks = new Map<string, Uint8Array[]>()
  let total = 0
  const stream = new Unzip((entry) => {
    if (!isWanted(entry.name)) return
    const own: Uint8Array[] = []
    chunks.set(entry.name, own)
    entry.ondata = (error, bytes) => {
      if (error) throw error
      own.push(bytes)
      total += bytes.length
      if (total > most) throw new Error('too large')
    }
    entry.start()
  })
  stream.register(PieceInflate)
  try {
    stream.push(archive, true)
  } catch {
    return total > most ? tooLarge(most) : broken
  }
  return { ok: true, value: new Map([...chunks].map(([name, own]) => [name, joined(own)])) }
}

/** Expands piece by piece, so that a bomb is stopped when it begins to burst. */
class PieceInflate {
  static compression = 8
  ondata: AsyncFlateStreamHandler = () => {}
  private readonly inflate = new Inflate((bytes, isLast) => this.ondata(null, bytes, isLast))

  push(chunk: Uint8Array, isLast: boolean) {
    for (let at = 0; at < chunk.length; at += pieceLength) this.inflate.push(chunk.subarray(at, at + pieceLength))
    if (isLast) this.inflate.push(new Uint8Array(), true)
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

const broken = refuse(
  'file',
  'not a zip archive, or a broken or locked one',
  'a zip archive of CSV tables without a password',
  'Make the archive again, or choose the CSV files themselves, all at once.',
)

const tooMany = refuse(
  'file',
  `more than ${mostEntries} files in the archive`,
  'the tables alone',
  'Zip only the CSV tables.',
)

function tooLarge(most: number): Result<never> {
  return refuse(
    'file',
    'the tables in the archive are too large when unzipped',
    `at most ${most} bytes in all`,
    'Split off what the model does not need.',
  )
}
