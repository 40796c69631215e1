'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import type { Slide } from '../../lib/deck/schema'
import { changeSlideAtom } from '../_state/deck-edit'
import { slideAtom } from '../_state/workshop'

/** Changes parts of the slide that was in use when this was rendered, whichever is by then. */
export function useChangeSlide(): (change: Partial<Omit<Slide, 'id'>>) => void {
  const { id } = useAtomValue(slideAtom)
  const change = useSetAtom(changeSlideAtom)
  return (parts) => change(id, parts)
}
