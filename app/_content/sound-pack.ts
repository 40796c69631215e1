import { packs } from '../../data/index'
import { formatIssue } from '../../lib/fail'
import { contentHash } from '../../lib/pack/content-hash'
import { load } from '../../lib/pack/load'
import type { Content } from './content'

let sound: Content['pack'] | null = null

/** The pack that pages open on, with its content hash; an unsound one fails the build with every fault in the message. */
export function soundPack(): Content['pack'] {
  sound ??= judged()
  return sound
}

function judged(): Content['pack'] {
  const [first] = Object.values(packs)
  const loaded = load(first)
  if (!loaded.ok) throw new Error(`The model pack is unsound:\n${loaded.issues.map(formatIssue).join('\n')}`)
  return { pack: loaded.value, hash: contentHash(loaded.value) }
}
