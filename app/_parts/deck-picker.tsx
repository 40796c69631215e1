'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyOf, newDeck } from '../../lib/deck/edit'
import { decksAtom, decksOf, deleteDeckAtom, duplicateDeckAtom, keepDeckAtom } from '../_state/decks'
import { retitleAtom } from '../_state/deck-edit'
import { presentingAtom } from '../_state/url'
import { deckAtom, ownDeckAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import { BothField } from './both-field'
import styles from './deck-picker.module.css'

/** How a new deck is called until it is named. */
const untitled = { en: 'New deck', es: 'Presentación nueva' }

/** Chooses the deck in use, and names, copies, deletes, makes, saves and opens decks. */
export function DeckPicker({ save, open }: { save: () => void; open: (file: File) => void }) {
  const t = useTranslations('deck')
  const { text } = useText()
  const own = useAtomValue(ownDeckAtom)
  const decks = useAtomValue(decksAtom)
  const current = useAtomValue(deckAtom)
  const { deck: id } = useAtomValue(presentingAtom)
  const setScreen = useSetAtom(presentingAtom)
  const keep = useSetAtom(keepDeckAtom)
  const duplicate = useSetAtom(duplicateDeckAtom)
  const remove = useSetAtom(deleteDeckAtom)
  const retitle = useSetAtom(retitleAtom)
  const [naming, setNaming] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const kept = decks.some((deck) => deck.id === id)
  const choose = (deck: string | null) => setScreen({ deck, slide: null, toggled: {} })
  const copy = async () => {
    if (id === null || !kept) return choose(keep(copyOf(current, decksOf(decks))).id)
    choose(await duplicate(id))
  }
  const make = () => {
    const taken = decks.some(({ deck }) => deck.title.en === untitled.en)
    choose(keep(taken ? copyOf(newDeck(untitled), decksOf(decks)) : newDeck(untitled)).id)
    setNaming(true)
  }
  const actions = [
    { label: t('newDeck'), act: make },
    { label: t('rename'), act: () => setNaming(true) },
    { label: t('duplicate'), act: () => void copy() },
    ...(kept && id !== null
      ? [
          {
            label: t('delete'),
            act: () => {
              choose(null)
              void remove(id)
            },
          },
        ]
      : []),
    { label: t('saveFile'), act: save },
    { label: t('openFile'), act: () => input.current?.click() },
  ]
  return (
    <div className={styles.picker}>
      <label>
        {t('deck')}
        <select
          value={kept ? (id ?? '') : ''}
          onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{t('ownDeck', { title: text(own.title) })}</option>
          {decks.map((deck) => (
            <option key={deck.id} value={deck.id}>
              {text(deck.deck.title)}
            </option>
          ))}
        </select>
      </label>
      <Menu label={t('deckActions')} className="button" trigger={t('deckActions')} actions={actions} />
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label={t('openFile')}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) open(file)
        }}
      />
      {naming && (
        <div className={styles.naming}>
          <BothField key={id} label={t('name')} value={current.title} most={120} onChange={retitle} />
          <button type="button" className="button" onClick={() => setNaming(false)}>
            {t('done')}
          </button>
        </div>
      )}
    </div>
  )
}
