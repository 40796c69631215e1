import { workshops } from '../../data/workshops'
import { loadWorkshop } from '../../lib/deck/load'
import type { Deck } from '../../lib/deck/schema'
import { starterDeck } from '../../lib/deck/starter'
import type { Model } from '../../lib/engine/compile'

/** The deck that a pack comes with, or one made from it: for pages that come without, fetched once somebody adds to it. */
export function ownDeck(model: Model): Deck {
  const given = workshops[model.pack.meta.id]
  const loaded = given === undefined ? null : loadWorkshop(given, model.pack)
  return loaded?.ok ? loaded.value.deck : starterDeck(model)
}
