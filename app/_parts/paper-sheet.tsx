'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode, RefCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { PaperPart } from '../../lib/scenario/presenting'
import { changesAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { type Opened, PaperCode } from './paper-code'
import styles from './paper-sheet.module.css'

/** One sheet of paper at its own size, with its foot: pack, date of the evidence, version, page, and a code. */
export function PaperSheet(props: {
  part: PaperPart
  page: number
  of: number
  title: string | null
  opens: Opened | null
  /** Receives the room that what stands on the sheet has. */
  room?: RefCallback<HTMLElement>
  children: ReactNode
}) {
  const { part, page, of, title, opens, room, children } = props
  const t = useTranslations('paper')
  const mine = useTranslations('mine')
  const { text } = useText()
  const { meta } = useAtomValue(modelAtom).pack
  const changes = useAtomValue(changesAtom)
  const place = t('page', { part: t(`parts.${part}`), page, of })
  return (
    <div className={styles.holder}>
      <article className={styles.sheet} data-theme="paper" data-paper={part} aria-label={place}>
        <div className={styles.room} ref={room}>
          {children}
        </div>
        <footer className={styles.foot}>
          <p>
            <b>{text(meta.title)}</b>
            <br />
            {text(meta.evidenceDate)} · {t('model', { id: meta.id, version: meta.version })}
            {changes.length > 0 && ` · ${mine('count', { n: changes.length })}`}
            <br />
            {title !== null && `${title} · `}
            {place}
          </p>
          {opens && <PaperCode opens={opens} />}
        </footer>
      </article>
    </div>
  )
}
