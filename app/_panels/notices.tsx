'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { decodedAtom } from '../_state/url'
import styles from './notices.module.css'

/** What a link held that could not be used. */
export function Notices() {
  const t = useTranslations('notice')
  const { dropped } = useAtomValue(decodedAtom)
  const [dismissed, setDismissed] = useState('')
  const lines = dropped.map(({ kind, part }) => t(kind, { part }))
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
