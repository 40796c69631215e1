'use client'
import { content } from '#content'
import { useStore } from 'jotai'
import { type ReactNode, useEffect, useState } from 'react'
import { useReady } from '../_content/use-ready'
import { slideLinesAtom } from './atoms'
import { followDecks } from './decks'
import { holdVersion } from './held-version'
import { packNameAtom, type Page, pageAtom } from './url'
import { slideAssignmentsAtom, workshopAtom } from './workshop'

/** Where a presentation runs: no other version comes in between. */
const atWork: readonly Page[] = ['show', 'speaker']

/** The pages of a presentation, on what comes with the pack for a workshop; a pack of somebody's own comes with nothing. */
export function Presented({ file, children }: { file: string; children: ReactNode }) {
  const store = useStore()
  const workshop = useReady(content.readWorkshop(file))
  useState(() => {
    store.set(workshopAtom, store.get(packNameAtom) === null ? workshop : null)
    store.set(slideLinesAtom, slideAssignmentsAtom)
  })
  useEffect(() => (atWork.includes(store.get(pageAtom)) ? holdVersion() : undefined), [store])
  useEffect(() => followDecks(store), [store])
  return children
}
