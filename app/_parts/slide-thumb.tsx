'use client'
import { useAtomValue } from 'jotai'
import { memo, useMemo } from 'react'
import type { Slide } from '../../lib/deck/schema'
import { stand } from '../../lib/deck/slide'
import { fansUnderAtom } from '../_state/atoms'
import { modelAtom, shownAtom } from '../_state/url'
import { SlideScaled } from './slide-scaled'
import { SlideSheet } from './slide-sheet'

/** A slide as written, small: a picture that nothing in can be reached. */
export const SlideThumb = memo(function SlideThumb(props: {
  slide: Slide
  number: number
  count: number
  label: string
}) {
  const { slide, number, count, label } = props
  const model = useAtomValue(modelAtom)
  const { variants } = useAtomValue(shownAtom)
  const fans = useAtomValue(fansUnderAtom)
  const standing = useMemo(() => stand(model, slide, {}, variants), [model, slide, variants])
  return (
    <SlideScaled label={label}>
      <SlideSheet
        standing={standing}
        written
        number={number}
        count={count}
        fans={fans(standing.assignment)}
        hidden={false}
        guess={null}
      />
    </SlideScaled>
  )
})
