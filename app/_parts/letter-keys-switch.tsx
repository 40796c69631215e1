'use client'
import { useTranslations } from 'use-intl'
import { letLettersAct, useLettersAct } from '../_ui/letter-keys'
import styles from './letter-keys-switch.module.css'

/** Switches the keys of one letter, number or sign off and on. */
export function LetterKeysSwitch() {
  const t = useTranslations('keys')
  const act = useLettersAct()
  return (
    <label className={styles.label}>
      <input type="checkbox" checked={act} onChange={(event) => letLettersAct(event.target.checked)} />
      {t('letters')}
    </label>
  )
}
