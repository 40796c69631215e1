'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Evidence } from '../../lib/pack/schema'
import { factQueryAtom, packModelAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import { CopyText } from '../_ui/copy-text'
import styles from './copy-locator.module.css'
import { useFactWords } from './use-fact-words'

/** Copies where a fact stands, in words and as a link; where the browser forbids it, shows the text to be copied by hand. */
export function CopyLocator({ fact }: { fact: Evidence }) {
  const t = useTranslations('facts')
  const { locale } = useText()
  const { place } = useFactWords()
  const { meta } = useAtomValue(packModelAtom).pack
  const query = useAtomValue(factQueryAtom)
  const [said, setSaid] = useState<{ text: string; copied: boolean } | null>(null)
  const write = () => {
    const { author, title, series } = meta.source
    const where = place(fact)
    return t('locatorText', {
      place: fact.figure === null ? where : t('locatorFigure', { place: where, figure: fact.figure }),
      source: [author, `“${title}”`, series].filter(Boolean).join(', '),
      id: meta.id,
      version: meta.version,
      link: `${location.origin}${pathOf(locale, 'evidence')}?${query(fact.id)}`,
    })
  }
  const copy = () => {
    const text = write()
    navigator.clipboard
      .writeText(text)
      .then(() => setSaid({ text, copied: true }))
      .catch(() => setSaid({ text, copied: false }))
  }
  return (
    <div className={styles.locator}>
      <button type="button" className="link" onClick={copy}>
        <span aria-live="polite">{said?.copied ? t('copied') : t('locator')}</span>
      </button>
      {said?.copied === false && <CopyText label={t('byHand')} rows={5} text={said.text} />}
    </div>
  )
}
