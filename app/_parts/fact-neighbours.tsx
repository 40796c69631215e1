'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import type { MouseEvent } from 'react'
import { useTranslations } from 'use-intl'
import { factsAround } from '../../lib/explain/usage'
import { evidenceScreenAtom, factQueryAtom, packModelAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './fact-neighbours.module.css'
import { useFactWords } from './use-fact-words'

/** How many facts are shown before and after one. */
const reach = 2

/** What stands close by in the text, each a link that opens it. */
export function FactNeighbours({ fact }: { fact: string }) {
  const t = useTranslations('facts')
  const { text, locale } = useText()
  const { notes } = useFactWords()
  const { pack } = useAtomValue(packModelAtom)
  const query = useAtomValue(factQueryAtom)
  const setScreen = useSetAtom(evidenceScreenAtom)
  const { before, after } = factsAround(pack, fact, reach)
  const around = [...before, ...after]
  if (around.length === 0) return null
  const open = (id: string) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    setScreen({ fact: id })
  }
  return (
    <section className={styles.nearby}>
      <h3>{t('nearby')}</h3>
      <ul>
        {around.map((other) => (
          <li key={other.id}>
            <a className="link" href={`${pathOf(locale, 'evidence')}?${query(other.id)}`} onClick={open(other.id)}>
              {text(other.claim)}
            </a>{' '}
            <small>{notes(other)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
