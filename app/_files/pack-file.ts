import { type Issue, refuse, type Result } from '../../lib/fail'
import { decodeUtf8, plain } from '../../lib/pack/bytes'
import { limits } from '../../lib/pack/limits'
import type { Pack } from '../../lib/pack/schema'
import { download } from './download'
import { isCalled, type OpenedPack, packWords, type ReadFile } from './opened-pack'

/** Save a whole pack as one JSON file, with the line by which an editor beside `pack.schema.json` checks it. */
export function savePackJson(pack: Pack) {
  const whole = { $schema: 'pack.schema.json', ...pack }
  const readable = new Blob([`${JSON.stringify(whole, null, 2)}\n`], { type: 'application/json' })
  // What is saved must open again: the spaces go before the size does not fit.
  const fits = readable.size <= limits.bytes
  download(fits ? readable : new Blob([JSON.stringify(whole)], { type: readable.type }), `${nameOf(pack)}.json`)
}

/** Save a whole pack as CSV tables in one zip archive, with a page that says what they are. */
export async function savePackTables(pack: Pack) {
  const { tableArchive } = await import('./pack-tables')
  download(new Blob([await tableArchive(pack)], { type: 'application/zip' }), `${nameOf(pack)}-tables.zip`)
}

function nameOf({ meta }: Pack): string {
  return `${meta.id}-${meta.version}`
}

/**
 * Open a model pack from files: one .json, or else one .zip of CSV tables, or else all .csv tables together. Sizes are
 * judged before anything is read, and again as an archive is unzipped. The issues of tables name line and column.
 */
export async function openPackFiles(files: readonly File[]): Promise<OpenedPack> {
  const taken = takenOf(files)
  const read = await readAll(taken)
  const opened = read.ok ? await open(read.value) : { ...read, leftOut: [] }
  const leftOut = files.filter((file) => !taken.includes(file)).map(({ name }) => name)
  return {
    ...(opened.ok ? opened : { ok: false, issues: opened.issues.map(shown) }),
    leftOut: [...leftOut, ...opened.leftOut].map(plain),
  }
}

/** The files that are opened together: the first that may hold a whole pack, or all tables, or the first whatever it is. */
function takenOf(files: readonly File[]): readonly File[] {
  const one = files.find(({ name }) => isCalled(name, 'json')) ?? files.find(({ name }) => isCalled(name, 'zip'))
  if (one) return [one]
  const tables = files.filter(({ name }) => isCalled(name, 'csv'))
  return tables.length > 0 ? tables : files.slice(0, 1)
}

/** Read files after judging their size together. What cannot be read, such as a folder, is told by name. */
async function readAll(files: readonly File[]): Promise<Result<ReadFile[]>> {
  if (files.length === 0) return refuse('file', 'no file was chosen', packWords.expected, packWords.otherKind)
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const most = `at most ${limits.bytes} bytes`
  if (size > limits.bytes) return refuse('file', `${size} bytes long`, most, packWords.tooLarge)
  try {
    const read = async (file: File) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return { ok: true, value: await Promise.all(files.map(read)) }
  } catch {
    const names = files.map(({ name }) => name).join(', ')
    return refuse(names, 'it could not be read', packWords.expected, 'Choose files that are there, and not a folder.')
  }
}

async function open(files: readonly ReadFile[]): Promise<OpenedPack> {
  const [first] = files
  if (!first) throw new Error('There is no file to open: call this with what was read.')
  if (isCalled(first.name, 'csv')) return (await import('./pack-tables')).openTables(files)
  if (isCalled(first.name, 'zip')) return (await import('./pack-tables')).openArchive(first.bytes)
  return { ...(await openJson(first.bytes)), leftOut: [] }
}

async function openJson(bytes: Uint8Array): Promise<Result<Pack>> {
  const [{ load, parse }, { isScenarioFile }] = await Promise.all([
    import('../../lib/pack/load'),
    import('../../lib/scenario/file'),
  ])
  const text = decodeUtf8(bytes, limits.bytes, packWords)
  const parsed = text.ok ? parse(text.value) : text
  if (!parsed.ok) return parsed
  if (!isScenarioFile(parsed.value)) return load(parsed.value)
  const hint = 'Open it among the saved scenarios, with the pack that it was made for.'
  return refuse('file', 'this is a scenario file, not a model pack', packWords.expected, hint)
}

/** An issue as it may be shown: a stranger's words are quoted in it, and nothing in them may hide or turn. */
function shown({ path, message, expected, hint }: Issue): Issue {
  return { path: plain(path) || 'file', message: plain(message), expected: plain(expected), hint: plain(hint) }
}
