'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Basis, Evidence } from '../../lib/pack/schema'
import { BasisMark, StateMark } from '../_charts/mark'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './paper-assumed.module.css'
import { useFactWords } from './use-fact-words'

/** Why an assumption stands as it does: how far the source carries it, and in which facts. */
export interface Ground {
  basis: Basis
  evidence: readonly string[]
  reason: string
}

/** One assumption with the state it is in beside its baseline state, and what that rests on. */
export function PaperAssumed(props: { assumption: string; state: string; ground?: Ground | null }) {
  const { assumption: id, state, ground = null } = props
  const t = useTranslations('paper')
  const { text } = useText()
  const { pack, baseline } = useAtomValue(modelAtom)
  const assumption = pack.assumptions.find((own) => own.id === id)
  const label = (wanted: string | undefined) => text(assumption?.states.find((s) => s.id === wanted)?.label ?? same(id))
  const resting = state === baseline[id]
  return (
    <div className={styles.assumed}>
      <b>{text(assumption?.label ?? same(id))}</b>
      <span className={styles.state}>
        <StateMark chosen baseline={resting} />
        {label(state)}
      </span>
      <span className={styles.before}>{resting ? t('stays') : t('before', { state: label(baseline[id]) })}</span>
      {ground && (
        <p className={styles.ground}>
          <PaperGround {...ground} />
        </p>
      )}
    </div>
  )
}

function PaperGround({ basis, evidence, reason }: Ground) {
  const t = useTranslations('basis')
  const facts = useCited(evidence)
  return (
    <>
      <span className={styles.basis}>
        <BasisMark basis={basis} /> {t(basis)}
      </span>
      {reason} <PaperCited facts={facts} />
    </>
  )
}

/** Where some facts stand: section and footnotes, each place once. */
export function PaperCited({ facts }: { facts: readonly Evidence[] }) {
  const { place } = useFactWords()
  return <span className={styles.cited}>({[...new Set(facts.map(place))].join('; ')})</span>
}

/** The facts of some ids, as far as the pack has them. */
export function useCited(ids: readonly string[]): Evidence[] {
  const { evidence } = useAtomValue(modelAtom).pack
  return ids.flatMap((id) => evidence.filter((fact) => fact.id === id))
}

const same = (id: string) => ({ en: id, es: id })
