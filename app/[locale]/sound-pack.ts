import { createHash } from 'node:crypto'
import { packs } from '../../data/index'
import { formatIssue } from '../../lib/fail'
import { canonical } from '../../lib/pack/canonical'
import { load } from '../../lib/pack/load'

/** The pack the pages open on, with its content hash; an unsound one fails the build with every fault in the message. */
export function soundPack() {
  const loaded = load(packs['peru-prc'])
  if (!loaded.ok) throw new Error(`The model pack is unsound:\n${loaded.issues.map(formatIssue).join('\n')}`)
  return { pack: loaded.value, hash: createHash('sha256').update(canonical(loaded.value)).digest('hex') }
}
