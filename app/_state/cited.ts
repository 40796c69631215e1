import { atom } from 'jotai/vanilla'
import { unwrap } from 'jotai/vanilla/utils'
import { released } from '../../data/released'
import { compile, type Model } from '../../lib/engine/compile'
import { hashAtom } from './atoms'
import { addressTextAtom, decodedAtom, modelAtom } from './url'

/** What a link was made with, where that is not the pack in use. */
export type Cited =
  /** The earlier pack, and the address to be read by it. */
  | { kind: 'found'; model: Model; hash: string; text: string }
  /** A version or content that is not kept here. */
  | { kind: 'missing'; version: string; hash: string | null }

/** The pack a link or citation was made with: null where it is the one in use, or while it is being fetched. */
export const citedAtom = unwrap(
  atom(async (get): Promise<Cited | null> => {
    const { madeWith, cited } = get(decodedAtom)
    const { id, version } = get(modelAtom).pack.meta
    const text = get(addressTextAtom)
    const same = cited === null ? madeWith === null : get(hashAtom).startsWith(cited)
    if (same) return null
    const found = released.find(
      (entry) => entry.pack === id && (cited === null ? entry.version === madeWith : entry.hash.startsWith(cited)),
    )
    const missing: Cited = { kind: 'missing', version: madeWith ?? version, hash: cited }
    if (!found) return missing
    const { load } = await import('../../lib/pack/load')
    const loaded = load(await found.read())
    return loaded.ok ? { kind: 'found', model: compile(loaded.value), hash: found.hash, text } : missing
  }),
  () => null,
)
