'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import { openAtom, viewAtom } from '../_state/atoms'
import { PaintMark } from '../_ui/paint-mark'
import styles from './explore-frame.module.css'

/** Where the parts of Explore stand; knows only whether the drawer is open and which list is shown. */
export function ExploreFrame(
  props: Record<'top' | 'rail' | 'head' | 'ladder' | 'indicators' | 'sectors' | 'why' | 'paper', ReactNode>,
) {
  const open = useAtomValue(openAtom) !== null
  const view = useAtomValue(viewAtom)
  return (
    <div className={styles.frame} data-open={open || undefined} data-view={view}>
      <div className={styles.top}>{props.top}</div>
      {props.rail}
      <main className={styles.main}>
        {props.head}
        <div className={styles.body}>
          <div className={styles.lists}>
            <div className={styles.ladder}>{props.ladder}</div>
            {view === 'sectors' && <div className={styles.sectors}>{props.sectors}</div>}
          </div>
          <div className={styles.indicators}>{props.indicators}</div>
        </div>
        {props.paper}
      </main>
      {props.why}
      <PaintMark />
    </div>
  )
}
