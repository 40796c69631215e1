import type { ReactNode } from 'react'
import { PaintMark } from '../_ui/paint-mark'
import styles from './page-frame.module.css'

/** The rooms of a page to read: the bar on top, what is to be told, and the page itself, painted `whole` if it is short. */
export function PageFrame(rooms: { top: ReactNode; notices: ReactNode; whole?: boolean; children: ReactNode }) {
  return (
    <>
      <div className={styles.top}>{rooms.top}</div>
      {!rooms.whole && <PaintMark />}
      <main className={styles.main}>
        {rooms.notices}
        {rooms.children}
      </main>
      {rooms.whole && <PaintMark />}
    </>
  )
}
