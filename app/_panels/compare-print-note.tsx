'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { useSides } from '../_parts/compared'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { hashAtom } from '../_state/atoms'
import { splitAtom } from '../_state/compare'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './compare-print-note.module.css'

/** On paper only: where the figures come from, so that the two pages stand alone. */
export function ComparePrintNote() {
  const t = useTranslations('compare')
  const chip = useTranslations('evidence')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const hash = useAtomValue(hashAtom)
  const split = useAtomValue(splitAtom)
  const { reference } = useSides()
  const { source } = useCompareCaption()('', '')
  const variable = pack.variables.find(({ id }) => id === split.variable)
  const cited = new Set(split.parts.flatMap(({ rules }) => rules.flatMap(({ effect }) => effect.evidence)))
  // Of the strongest rules of the largest parts first.
  const facts = [...cited].flatMap((cite) => pack.evidence.find(({ id }) => id === cite) ?? [])
  const section = (id: string) => text(pack.meta.sectors.find((sector) => sector.id === id)!.label)
  return (
    <section className={styles.note}>
      <h2>{t('printSources')}</h2>
      <p>{source}</p>
      <p>
        {t('printMethod', {
          reference: reference.said,
          n: pack.meta.draws.count,
          seed: pack.meta.draws.seed,
          hash: hash.slice(0, 16),
        })}
      </p>
      {variable && facts.length > 0 && (
        <>
          <h3>{t('printEvidence', { name: text(variable.label), n: facts.length })}</h3>
          <ul>
            {facts.map(({ id, section: own, notes, claim, caution }) => (
              <li key={id}>
                <b>
                  {notes.length > 0
                    ? chip('chip', { section: section(own), notes: notes.join(', ') })
                    : chip('chipNone', { section: section(own) })}
                </b>{' '}
                {text(claim)} {caution && <i>{text(caution)}</i>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
