'use client'
import { useAtomValue } from 'jotai'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Text } from '../../lib/pack/schema'
import { hashAtom } from '../_state/atoms'
import { packModelAtom, packNameAtom } from '../_state/url'
import { useText, useUsualPack } from '../_state/workspace'
import styles from './model-list.module.css'

/** One model as a list shows it. */
interface Entry {
  /** How addresses call it; null for the one that pages open on. */
  name: string | null
  title: Text
  id: string
  version: string
  hash: string
  kept: boolean
}

export interface Models {
  entries: readonly Entry[]
  /** Whether the browser lets packs be kept. */
  stores: boolean
  refresh: () => void
}

/** The models that ship and those kept in this browser, looked up once the page stands, and again when asked. */
export function useModels(): Models {
  const usual = useUsualPack()
  const [found, setFound] = useState<{ entries: readonly Entry[]; stores: boolean }>({ entries: [], stores: true })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let current = true
    void import('../_state/packs').then(async ({ shippedPacks, keptPacks }) => {
      const shipped = (await shippedPacks()).map(({ name, pack, hash }): Entry => ({
        name,
        ...pack.meta,
        hash,
        kept: false,
      }))
      const kept = await keptPacks().then(
        (all) => all.map((own): Entry => ({ ...own, kept: true })),
        () => null,
      )
      if (current) setFound({ entries: [...shipped, ...(kept ?? [])], stores: kept !== null })
    })
    return () => void (current = false)
  }, [asked])
  const first: Entry = { name: null, ...usual.pack.meta, hash: usual.hash, kept: false }
  return { entries: [first, ...found.entries], stores: found.stores, refresh: () => setAsked(asked + 1) }
}

/** The models, which of them is in use, and how to switch to another or forget one. */
export function ModelList({ models: { entries, stores, refresh } }: { models: Models }) {
  const t = useTranslations('models')
  const { text, locale } = useText()
  const used = useAtomValue(packNameAtom)
  const usedHash = useAtomValue(hashAtom)
  const { meta } = useAtomValue(packModelAtom).pack
  const [forgotten, setForgotten] = useState<Entry | null>(null)
  const forget = async (entry: Entry) => {
    const { forgetPack } = await import('../_state/packs')
    await forgetPack(entry.name ?? '')
    setForgotten(entry)
    refresh()
  }
  // One used in this tab alone, because the browser stores nothing.
  const loose: Entry = { name: used, ...meta, hash: usedHash, kept: false }
  const all = entries.some(({ name }) => name === used) ? entries : [...entries, loose]
  return (
    <>
      <table className={styles.models}>
        <thead>
          <tr>
            <th scope="col">{t('model')}</th>
            <th scope="col">{t('version')}</th>
            <th scope="col">{t('content')}</th>
            <th scope="col">{t('where')}</th>
            <th scope="col">
              <span className="hidden">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((entry) => (
            <tr key={entry.name} data-used={entry.name === used || undefined}>
              <th scope="row">{text(entry.title)}</th>
              <td>
                {entry.id} {entry.version}
              </td>
              <td>{entry.hash.slice(0, 8)}</td>
              <td>{entry.kept ? t('here') : t('ships')}</td>
              <td>
                {entry.name === used ? (
                  <b>{t('inUse')}</b>
                ) : (
                  <a
                    className="button"
                    href={`/${locale}/method${entry.name === null ? '' : `?model=${entry.name}`}#models`}
                  >
                    {t('use')}
                    <span className="hidden"> {text(entry.title)}</span>
                  </a>
                )}
                {entry.kept && entry.name !== used && (
                  <button type="button" className="button" onClick={() => void forget(entry)}>
                    {t('forget')}
                    <span className="hidden"> {text(entry.title)}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!stores && <p role="alert">{t('noStorage')}</p>}
      {forgotten && <p role="status">{t('forgot', { title: text(forgotten.title), version: forgotten.version })}</p>}
    </>
  )
}
