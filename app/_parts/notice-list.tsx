'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { decodedAtom } from '../_state/url'
import { useMissingPack } from '../_state/workspace'
import styles from './notice-list.module.css'

/** What a link held that could not be used, until it is dismissed. */
export function NoticeList() {
  const t = useTranslations('notice')
  const { dropped } = useAtomValue(decodedAtom)
  const [dismissed, setDismissed] = useState('')
  const missing = useMissingPack()
  const lines = [
    ...(missing === null ? [] : [t('model', { part: missing.replace(/[^a-z0-9.-]/g, '').slice(0, 70) })]),
    ...dropped.map(({ kind, part }) => t(kind, { part })),
  ]
  const all = lines.join('\n')
  if (all === '' || all === dismissed) return null
  return (
    <div className={styles.notice} role="status">
      <div>
        <strong>{t('title')}</strong>
        <ul>
          {lines.slice(0, 8).map((line, i) => (
            <li key={`${i} ${line}`}>{line}</li>
          ))}
        </ul>
      </div>
      <button type="button" className="button" onClick={() => setDismissed(all)}>
        {t('dismiss')}
      </button>
    </div>
  )
}
