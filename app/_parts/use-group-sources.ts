'use client'
import { useAtomValue } from 'jotai'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import type { Assignment } from '../../lib/scenario/assignment'
import { decode } from '../../lib/scenario/codec'
import { fit } from '../../lib/scenario/kept'
import { keptAtom } from '../_state/kept'
import { modelAtom, packNameAtom } from '../_state/url'
import { lastQuery } from '../_state/visit'
import { slideIndexAtom, standingAtom, toggledAtom } from '../_state/workshop'
import { useTitle } from './use-title'

/** Where a group's scenario may come from; `hand` is typed in. */
export type SourceId = 'wall' | 'explore' | 'kept' | 'hand'

const never = () => () => undefined

/** What the screens of this browser show now: the wall, Explore as this tab left it, and the scenarios that are no group's. */
export function useGroupSources() {
  const t = useTranslations('groups')
  const title = useTitle()
  const model = useAtomValue(modelAtom)
  const name = useAtomValue(packNameAtom)
  const wall = useAtomValue(standingAtom).assignment
  const toggled = Object.keys(useAtomValue(toggledAtom)).length
  const slide = useAtomValue(slideIndexAtom) + 1
  // The server knows of no visit.
  const left = useSyncExternalStore(
    never,
    () => lastQuery('explore', name),
    () => '',
  )
  const explore: Assignment = decode(model, left).screen.assignment
  const saved = useAtomValue(keptAtom)
    .scenarios.filter(({ group }) => !group)
    .map((kept) => ({ id: kept.id, name: kept.name, assignment: fit(model, kept).assignment }))
  const choices: readonly { id: SourceId; label: string; means: string }[] = [
    { id: 'wall', label: t('fromWall'), means: t('wallMeans', { slide, n: toggled, title: title(wall) }) },
    { id: 'explore', label: t('fromExplore'), means: title(explore) },
    { id: 'hand', label: t('fromHand'), means: t('handMeans') },
    ...(saved.length > 0 ? [{ id: 'kept' as const, label: t('fromKept'), means: t('keptMeans') }] : []),
  ]
  return { wall, explore, saved, choices }
}
