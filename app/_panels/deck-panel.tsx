'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { minutesOf } from '../../lib/deck/edit'
import { openDeckFile, saveDeckFile } from '../_files/deck-file'
import { saveText } from '../_files/scenario-file'
import { DeckExport } from '../_parts/deck-export'
import { DeckFiles, DeckNotices } from '../_parts/deck-notices'
import { DeckPicker } from '../_parts/deck-picker'
import { hashAtom } from '../_state/atoms'
import { keepDeckAtom } from '../_state/decks'
import { packModelAtom, type Page, pathOf, presentingAtom, queryAtom } from '../_state/url'
import { deckAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import styles from './deck-panel.module.css'

/** The deck in use: which it is, what can be done with it as a whole, and the ways to show it. */
export function DeckPanel() {
  const t = useTranslations('deck')
  const { text } = useText()
  const deck = useAtomValue(deckAtom)
  const { pack } = useAtomValue(packModelAtom)
  const hash = useAtomValue(hashAtom)
  const keep = useSetAtom(keepDeckAtom)
  const setScreen = useSetAtom(presentingAtom)
  const [opened, setOpened] = useState<Awaited<ReturnType<typeof openDeckFile>> | null>(null)
  const [name, setName] = useState('')
  const open = async (file: File) => {
    const read = await openDeckFile(file, pack)
    setName(file.name)
    setOpened(read)
    if (read.ok) setScreen({ deck: keep(read.value).id, slide: null, toggled: {} })
  }
  return (
    <section className={styles.panel}>
      <div className={styles.head}>
        <h1>{text(deck.title)}</h1>
        <p>{t('sums', { n: deck.slides.length, minutes: minutesOf(deck) })}</p>
        <Ways />
      </div>
      <DeckPicker save={() => void saveDeckFile(deck, pack, hash, text(deck.title))} open={(file) => void open(file)} />
      <DeckNotices raw={saveText} />
      <DeckFiles name={name} opened={opened} onDone={() => setOpened(null)} />
    </section>
  )
}

/** The ways to show the deck, each with the same address. */
function Ways() {
  const t = useTranslations('deck')
  const { locale } = useText()
  const query = useAtomValue(queryAtom)
  const to = (page: Page) => `${pathOf(locale, page)}${query && `?${query}`}`
  return (
    <nav className={styles.ways} aria-label={t('ways')}>
      <a className="button solid" href={to('show')}>
        {t('present')}
      </a>
      <a className="button" href={to('speaker')} target="encrucijada-speaker">
        {t('speaker')}
      </a>
      <a className="button" href={to('groups')}>
        {t('groups')}
      </a>
      <a className="button" href={to('print')}>
        {t('print')}
      </a>
      <DeckExport />
    </nav>
  )
}
