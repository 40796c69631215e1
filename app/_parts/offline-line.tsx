'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { offlineAtom, repairAtom, takeVersionAtom } from '../_state/offline'
import styles from './offline-line.module.css'

/** Says that there is no network, that there is another version, or that this one is not fully kept; one line at most of each. */
export function OfflineLine() {
  const t = useTranslations('offline')
  const { status, reached } = useAtomValue(offlineAtom)
  const notice = useNotice()
  const [dismissed, setDismissed] = useState<string | null>(null)
  const shown = notice && notice.says !== dismissed ? notice : null
  return (
    <div className={styles.lines}>
      <div role="status">
        {status === 'ready' && !reached && (
          <p className={styles.working} title={t('workingMeans')}>
            <strong>{t('working')}</strong>
            <span>. {t('workingMeans')}</span>
          </p>
        )}
        {shown && (
          <p className={styles.notice}>
            <strong>{shown.says}</strong> {shown.means}
          </p>
        )}
      </div>
      {shown && (
        <div className={styles.ways}>
          <button type="button" className="button" disabled={shown.act === null} onClick={() => shown.act?.()}>
            {shown.way}
          </button>
          <button type="button" className="button" onClick={() => setDismissed(shown.says)}>
            {t('later')}
          </button>
        </div>
      )}
    </div>
  )
}

/** What is to be told, and the way on; `act` is null while it cannot be gone. */
function useNotice(): { says: string; means: string; way: string; act: (() => unknown) | null } | null {
  const t = useTranslations('offline')
  const { status, full, version } = useAtomValue(offlineAtom)
  const take = useSetAtom(takeVersionAtom)
  const repair = useSetAtom(repairAtom)
  if (version === 'ready') return { says: t('ready'), means: t('readyMeans'), way: t('use'), act: take }
  if (version === 'held') return { says: t('ready'), means: t('held'), way: t('use'), act: null }
  if (version === 'older') return { says: t('older'), means: t('olderMeans'), way: t('reload'), act: take }
  if (status === 'incomplete')
    return { says: t('incomplete'), means: t(full ? 'full' : 'missing'), way: t('again'), act: repair }
  return null
}
