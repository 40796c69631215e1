'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { type Column, letters } from '../../lib/scenario/comparison'
import { comparisonAtom, leadingAtom, packModelAtom, pageAtom, pathOf, screenAtom } from '../_state/url'
import { encodeComparison, restingComparison } from '../../lib/scenario/comparison'
import { useText } from '../_state/workspace'

/** Puts what the pack itself says beside my version: four lines, of baseline and scenario, the pack's and mine. */
export function Beside() {
  const page = useAtomValue(pageAtom)
  if (page === 'explore') return <BesideExplore />
  return page === 'compare' ? <BesideCompare /> : null
}

function BesideExplore() {
  const t = useTranslations('mine')
  const { locale } = useText()
  const { beside, assignment, kept } = useAtomValue(screenAtom)
  const setScreen = useSetAtom(screenAtom)
  const leading = useAtomValue(leadingAtom)
  const model = useAtomValue(packModelAtom)
  const columns = besides({ assignment, kept }, { assignment: model.baseline, kept: null })
  const query = leading('compare', encodeComparison(model, { ...restingComparison(model), columns, pair: [1, 0] }))
  return (
    <>
      <label>
        <input type="checkbox" checked={beside} onChange={(event) => setScreen({ beside: event.target.checked })} />
        {t('beside')}
      </label>
      <a className="link" href={`${pathOf(locale, 'compare')}?${query}`}>
        {t('compare')}
      </a>
    </>
  )
}

function BesideCompare() {
  const t = useTranslations('mine')
  const comparison = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const model = useAtomValue(packModelAtom)
  const first = comparison.columns.find(({ asPack }) => !asPack)
  if (!first || comparison.columns.some(({ asPack }) => asPack)) return null
  const columns = besides(first, { assignment: model.baseline, kept: null })
  return (
    <button
      type="button"
      className="link"
      onClick={() => setComparison({ columns, reference: null, pair: [1, 0], sort: { by: 'pack', up: true } })}
    >
      {t('besideFirst', { letter: letters[comparison.columns.indexOf(first)] ?? '' })}
    </button>
  )
}

/** A scenario as I have it and as the pack has it, and the pack's baseline; mine stands beside them anyway. */
function besides(scenario: Column, baseline: Column): Column[] {
  const { asPack: _, ...mine } = scenario
  return [mine, { ...mine, asPack: true }, { ...baseline, asPack: true }]
}
