'use client'
import { useSetAtom } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Changed, giveReasonAtom, longestReason, takeBackAtom } from '../_state/mine'
import styles from './change-form.module.css'

/** Under something changed: what the model itself says, the way back to it, and why somebody says otherwise. */
export function ChangeNote(props: {
  changed: Changed
  /** What it is about, for who hears the page. */
  what: string
  /** What the model says. */
  own: string
  /** Where the focus goes once there is nothing left to take back. */
  onTakenBack: () => void
}) {
  const { changed, what, own, onTakenBack } = props
  const t = useTranslations('rules')
  const takeBack = useSetAtom(takeBackAtom)
  const give = useSetAtom(giveReasonAtom)
  const [stored, setStored] = useState(true)
  return (
    <div className={styles.note}>
      <p>
        {own}{' '}
        <button
          type="button"
          className="link"
          aria-label={t('takeBackOf', { what })}
          onClick={() => {
            takeBack(changed.key)
            onTakenBack()
          }}
        >
          {t('takeBack')}
        </button>
      </p>
      <label>
        <span>{t('why')}</span>
        <textarea
          rows={1}
          maxLength={longestReason}
          aria-label={t('whyOf', { what })}
          placeholder={t('whyHint')}
          value={changed.reason}
          onChange={(event) => setStored(give(changed.key, event.target.value))}
        />
      </label>
      {!stored && <p role="status">{t('whyLost')}</p>}
    </div>
  )
}
