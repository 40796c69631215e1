import type { ReactNode } from 'react'
import styles from './page-frame.module.css'

/** The rooms of a page to read: the bar on top, what is to be told, and the page itself. */
export function PageFrame(rooms: { top: ReactNode; notices: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className={styles.top}>{rooms.top}</div>
      <main className={styles.main}>
        {rooms.notices}
        {rooms.children}
      </main>
    </>
  )
}
