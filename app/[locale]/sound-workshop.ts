import { workshops } from '../../data/workshops'
import { formatIssue } from '../../lib/fail'
import { loadWorkshop } from '../../lib/deck/load'
import { soundPack } from './sound-pack'

/** What a page of a presentation opens on: the pack, its hash, and its deck and roles; unsound ones fail the build with every fault in the message. */
export function soundWorkshop() {
  const { pack, hash } = soundPack()
  const given = workshops[pack.meta.id]
  if (given === undefined) return { pack, hash, workshop: null }
  const loaded = loadWorkshop(given, pack)
  if (!loaded.ok) throw new Error(`The workshop is unsound:\n${loaded.issues.map(formatIssue).join('\n')}`)
  return { pack, hash, workshop: loaded.value }
}
