'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { hashAtom, yearAtom } from '../_state/atoms'
import { changesAtom, modelAtom, queryAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { CopyText } from '../_ui/copy-text'
import styles from './citation.module.css'

/** The text to cite a screen by, to be copied. */
export function Citation({ title, reference }: { title: string; reference: string | null }) {
  const t = useTranslations('cite')
  const { text } = useText()
  const { meta } = useAtomValue(modelAtom).pack
  const year = useAtomValue(yearAtom)
  const hash = useAtomValue(hashAtom)
  const link = useCitedLink()
  const mine = useTranslations('mine')
  const changes = useAtomValue(changesAtom)
  const [said, setSaid] = useState<'copied' | 'byHand' | null>(null)
  const values = {
    ...meta.source,
    title,
    id: meta.id,
    version: meta.version,
    hash: hash.slice(0, 16),
    date: text(meta.evidenceDate),
    year,
    source: meta.source.title,
    link,
  }
  const cited = reference === null ? t('textAlone', values) : t('text', { ...values, reference })
  const citation = changes.length > 0 ? `${cited} ${mine('captionChanges', { n: changes.length })}` : cited
  const copy = () =>
    void navigator.clipboard
      .writeText(citation)
      .then(() => setSaid('copied'))
      .catch(() => setSaid('byHand'))
  return (
    <>
      <CopyText label={t('means')} rows={6} text={citation} />
      <p className={styles.copy} aria-live="polite">
        <button type="button" className="button" onClick={copy}>
          {said === 'copied' ? t('copied') : t('copy')}
        </button>
        {said === 'byHand' && t('byHand')}
      </p>
    </>
  )
}

/** The address of this screen with the content hash of the pack in it. */
function useCitedLink(): string {
  const { version } = useAtomValue(modelAtom).pack.meta
  const hash = useAtomValue(hashAtom)
  const query = new URLSearchParams(useAtomValue(queryAtom) || `v=1&pack=${version}`)
  query.set('hash', hash.slice(0, 16))
  return typeof location === 'undefined' ? '' : `${location.origin}${location.pathname}?${query.toString()}`
}
