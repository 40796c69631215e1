import { workshops } from '../../data/workshops'
import { loadWorkshop } from '../../lib/deck/load'
import type { Workshop } from '../../lib/deck/schema'
import { formatIssue } from '../../lib/fail'
import { soundPack } from './sound-pack'

/** The deck and roles that come with the pack, null without any; unsound ones fail the build with every fault in the message. */
export function soundWorkshop(): Workshop | null {
  const { pack } = soundPack()
  const given = workshops[pack.meta.id]
  if (given === undefined) return null
  const loaded = loadWorkshop(given, pack)
  if (!loaded.ok) throw new Error(`The workshop is unsound:\n${loaded.issues.map(formatIssue).join('\n')}`)
  return loaded.value
}
