import { atom } from 'jotai/vanilla'
import { intervalError, samples } from '../../lib/engine/fan'
import { mostMovedEvent } from '../../lib/explain/most-moved'
import { sensitivity } from '../../lib/explain/sensitivity'
import { variantsAtom, yearAtom } from './atoms'
import { drawsAtom } from './draws'
import { modelAtom, rulesScreenAtom } from './url'

/** The variable looked into: the one of the address, or the event that the scenario of the page moves most. */
const variableAtom = atom((get) => {
  const { open, assignment } = get(rulesScreenAtom)
  return open ?? mostMovedEvent(get(modelAtom), assignment, get(yearAtom), get(variantsAtom)).id
})

/** What that variable hangs on, in the year shown and the scenario of the page, by my version. */
export const sensitivityAtom = atom((get) =>
  sensitivity(get(modelAtom), get(rulesScreenAtom).assignment, get(variableAtom), get(yearAtom), get(variantsAtom)),
)

/** The ends of its 90 % interval, and how far they may be off; computed for whoever asks. */
export const intervalErrorAtom = atom((get) =>
  intervalError(
    samples(
      get(modelAtom),
      get(rulesScreenAtom).assignment,
      get(drawsAtom),
      get(variableAtom),
      get(yearAtom),
      get(variantsAtom),
    ),
  ),
)
