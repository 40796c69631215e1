import { packs } from '../../data/index'
import { compile, type Model } from '../../lib/engine/compile'
import { load } from '../../lib/pack/load'
import type { Pack } from '../../lib/pack/schema'

/** Load a pack that must be sound; throws with its first faults otherwise. */
export function soundPack(value: unknown): Pack {
  const loaded = load(value)
  if (loaded.ok) return loaded.value
  throw new Error(`The pack is refused: ${loaded.issues.slice(0, 3).map(({ path, message }) => `${path}: ${message}`).join('; ')}.`) // prettier-ignore
}

/** The model that pages open on. */
export function openingModel(): Model {
  return compile(soundPack(Object.values(packs)[0]))
}
