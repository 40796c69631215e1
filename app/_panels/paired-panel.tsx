'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { SignedInterval } from '../_charts/signed-interval'
import { useSides } from '../_parts/compared'
import { usePairedWords } from '../_parts/use-paired-words'
import { explainedAtom, pairedAtom, splitAtom } from '../_state/compare'
import { comparisonAtom, modelAtom } from '../_state/url'
import styles from './paired-panel.module.css'

/** The difference of the pair draw by draw: its own interval, and in how many draws one lies above the other. */
export function PairedPanel() {
  const t = useTranslations('difference')
  const { pack } = useAtomValue(modelAtom)
  const { pair } = useAtomValue(comparisonAtom)
  const explained = useAtomValue(explainedAtom)
  const { at } = useSides()
  const [from, to] = [at(pair[0]), at(pair[1])]
  const variable = pack.variables.find(({ id }) => id === explained)!
  const { low, high, equal } = useAtomValue(pairedAtom)
  const { before, after } = useAtomValue(splitAtom)
  const lines = usePairedWords(variable, from, to)
  return (
    <section className={styles.paired}>
      <h3>{t('pairedTitle', { from: from.short, to: to.short })}</h3>
      {equal < 1 && (
        <SignedInterval low={low} value={after - before} high={high} width={290} zero={t('noDifference')} />
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  )
}
