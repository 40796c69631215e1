'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { BasisMark } from '../_charts/mark'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useMedia } from '../_ui/use-media'
import { Grounds } from './evidence-chip'
import { LinkReading } from './link-chosen'
import styles from './link-list.module.css'
import { useChosenPiece } from './use-chosen-piece'
import { useLinkWords } from './use-link-words'

/** All links of the model, each a button that chooses it; on a narrow screen the chosen one is told in its row. */
export function LinkList() {
  const t = useTranslations('links')
  const basis = useTranslations('basis')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const words = useLinkWords()
  const [chosen, choose] = useChosenPiece()
  const beside = useMedia('(min-width: 1200px)', true)
  const isChosen = (id: string) => chosen?.kind === 'edge' && chosen.id === id
  return (
    <section className={styles.list} aria-label={t('all')}>
      <h3>{t('all')}</h3>
      <div className={`${styles.row} ${styles.columns}`} aria-hidden>
        <span>{t('from')}</span>
        <span>{t('to')}</span>
        <span>{t('strength')}</span>
        <span>{t('lagColumn')}</span>
        <span>{t('basis')}</span>
        <span>{t('reason')}</span>
      </div>
      <ul>
        {pack.links.map((link) => (
          <li key={link.id} data-chosen={isChosen(link.id) || undefined}>
            <button
              type="button"
              className={styles.row}
              aria-pressed={isChosen(link.id)}
              onClick={() => choose(isChosen(link.id) ? null : { kind: 'edge', id: link.id })}
            >
              <b>{words.name(link.from)}</b>
              <span className={styles.to}>{words.name(link.to)}</span>
              <span>{words.strength(link)}</span>
              <span>{words.lagShort(link)}</span>
              <span className={styles.basis}>
                <BasisMark basis={link.basis} />
                {basis(link.basis)}
              </span>
              <span className={styles.reason}>{text(link.reason)}</span>
            </button>
            {!beside && isChosen(link.id) && (
              <div className={styles.told}>
                <LinkReading link={link} />
                <Grounds basis={link.basis} evidence={link.evidence} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
