import { atom } from 'jotai/vanilla'
import { evaluate } from '../../lib/engine/evaluate'
import { samples } from '../../lib/engine/fan'
import { byHand } from '../../lib/explain/by-hand'
import {
  exampleVariable,
  linkExample,
  partingVariable,
  rampExamples,
  rangedEffect,
  scaleExamples,
} from '../../lib/explain/examples'
import { shapley } from '../../lib/explain/shapley'
import { trace } from '../../lib/explain/trace'
import { examplePair, workedAssignment } from '../../lib/scenario/example'
import { variantsAtom, yearAtom } from './atoms'
import { drawsAtom } from './draws'
import { methodScreenAtom, modelAtom } from './url'

/** The assignment that Method works under: the one of its address, or an example where that is the baseline. */
export const workedAtom = atom((get) => workedAssignment(get(modelAtom), get(methodScreenAtom).assignment))
/** The variable whose number is worked out by hand: the one of the address, or one that is short to work out. */
export const workedVariableAtom = atom(
  (get) =>
    get(methodScreenAtom).open ?? exampleVariable(get(modelAtom), get(workedAtom), get(yearAtom), get(variantsAtom)),
)
export const handAtom = atom((get) =>
  byHand(get(modelAtom), get(workedAtom), get(workedVariableAtom), get(yearAtom), get(variantsAtom)),
)
/** Why that number moved. */
export const workedTraceAtom = atom((get) =>
  trace(get(modelAtom), get(workedAtom), get(workedVariableAtom), get(yearAtom), get(variantsAtom)),
)
/** That number in every draw. */
export const workedSampleAtom = atom((get) =>
  samples(get(modelAtom), get(workedAtom), get(drawsAtom), get(workedVariableAtom), get(yearAtom), get(variantsAtom)),
)

export const scaleExamplesAtom = atom((get) => scaleExamples(get(modelAtom), get(variantsAtom)))
export const rampExamplesAtom = atom((get) => rampExamples(get(modelAtom), get(workedAtom)))
export const linkExampleAtom = atom((get) =>
  linkExample(get(modelAtom), get(workedAtom), get(yearAtom), get(variantsAtom)),
)

/** Two scenarios of the pack, and the variable in which they part most. */
export const pairAtom = atom((get) => examplePair(get(modelAtom)))
/** Why they part. */
export const pairSplitAtom = atom((get) => {
  const [model, pair, year, variants] = [get(modelAtom), get(pairAtom), get(yearAtom), get(variantsAtom)]
  return shapley(model, ...pair, partingVariable(model, pair, year, variants).id, year, variants)
})

/** All paths under the assignment that is worked under. */
export const workedOutcomeAtom = atom((get) => evaluate(get(modelAtom), get(workedAtom), get(variantsAtom)))
/** One effect of a rule to show a range on: the first on the number worked out, or the first example. */
export const rangedAtom = atom((get) => rangedEffect(get(modelAtom), get(handAtom), get(scaleExamplesAtom)))
