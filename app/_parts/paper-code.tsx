'use client'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { storedId } from '../../lib/scenario/long'
import { QrCode } from '../_charts/qr-code'
import { type Page, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './paper-code.module.css'

/** What a code opens: a page with its query text, and what that is in words. */
export interface Opened {
  page: Page
  query: string
  says: string
}

const never = () => () => undefined
/** Longest address that is printed in full, in characters. */
const longest = 58

/** A QR code with what it opens and the address in short; where the address means something in this browser alone, it says so instead. */
export function PaperCode({ opens }: { opens: Opened }) {
  const t = useTranslations('paper')
  const { locale } = useText()
  // The server does not know under which address it is reached.
  const origin = useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  )
  const address = `${origin}${pathOf(locale, opens.page)}${opens.query && `?${opens.query}`}`
  if (storedId(opens.query) !== null) return <p className={styles.words}>{t('codeLong')}</p>
  return (
    <div className={styles.code}>
      <p className={styles.words}>
        {opens.says}
        {/* Half an address would shift when it grows whole. */}
        <span className={styles.address}>{origin && short(address)}</span>
      </p>
      <QrCode text={address} label={t('codeLabel', { what: opens.says })} />
    </div>
  )
}

function short(address: string): string {
  const bare = address.replace(/^https?:\/\//, '')
  return bare.length > longest ? `${bare.slice(0, longest - 1)}…` : bare
}
