'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Basis, Evidence } from '../../lib/pack/schema'
import { BasisMark } from '../_charts/mark'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Bubble } from '../_ui/bubble'
import { FactLink } from './place-link'
import styles from './evidence-chip.module.css'

/** Basis in a mark and a word, and one chip that opens the facts behind a statement. */
export function Grounds({ basis, evidence }: { basis: Basis; evidence: readonly string[] }) {
  const t = useTranslations('basis')
  return (
    <span className={styles.grounds}>
      <span className={styles.basis} title={t(`${basis}-means`)}>
        <BasisMark basis={basis} />
        {t(basis)}
      </span>
      <FactsChip evidence={evidence} />
    </span>
  )
}

/** One chip that opens some facts; nothing where there are none. */
export function FactsChip({ evidence }: { evidence: readonly string[] }) {
  const { pack } = useAtomValue(modelAtom)
  const facts = evidence.flatMap((id) => pack.evidence.filter((fact) => fact.id === id))
  return facts.length > 0 && <EvidenceChip facts={facts} />
}

function EvidenceChip({ facts }: { facts: readonly Evidence[] }) {
  const t = useTranslations('evidence')
  const name = useChipName()
  const [first, ...rest] = facts
  if (!first) return null
  const label = name(first)
  const more = rest.length > 0 && t('more', { n: rest.length })
  return (
    <Bubble
      label={t('label')}
      trigger={
        <button
          type="button"
          className={styles.chip}
          aria-label={t('open', { chip: more ? `${label} ${more}` : label })}
        >
          {label}
          {more && <span>{more}</span>}
        </button>
      }
    >
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <Fact key={fact.id} fact={fact} name={name(fact)} />
        ))}
      </ul>
    </Bubble>
  )
}

function Fact({ fact, name }: { fact: Evidence; name: string }) {
  const t = useTranslations('evidence')
  const { text } = useText()
  return (
    <li>
      <p className={styles.place}>
        {name} · {t('says', { who: t(`voucher.${fact.voucher}`) })}
      </p>
      <p>{text(fact.claim)}</p>
      {fact.figure !== null && <p className={styles.figure}>{t('printed', { figure: fact.figure })}</p>}
      {fact.forecast && <p className={styles.place}>{t('forecast')}</p>}
      {fact.caution && (
        <p className={styles.caution}>
          <svg width={11} height={11} viewBox="0 0 11 11" role="img" aria-label={t('caution')}>
            <path d="M5.5,0.5L10.8,10.5H0.2Z" fill="var(--caution)" />
          </svg>
          {text(fact.caution)}
        </p>
      )}
      <p className={styles.place}>
        <FactLink fact={fact.id}>{t('openFact')}</FactLink>
      </p>
    </li>
  )
}

/** Where a fact stands: section and footnotes, or that there is none, said plainly. */
function useChipName(): (fact: Evidence) => string {
  const t = useTranslations('evidence')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  return ({ section: id, notes, voucher }) => {
    const found = pack.meta.sectors.find((s) => s.id === id)
    const section = found ? text(found.label) : id
    if (notes.length > 0) return t('chip', { section, notes: notes.join(', ') })
    return voucher === 'consulted' ? t('chipConsulted', { section }) : t('chipNone', { section })
  }
}
