import type { ReactNode } from 'react'
import styles from './present-frame.module.css'

/** The rooms of the page where a deck is made: its slides, the one in use, and what can be written of it. */
export function PresentFrame(rooms: { deck: ReactNode; slides: ReactNode; slide: ReactNode; editor: ReactNode }) {
  return (
    <>
      {rooms.deck}
      <div className={styles.rooms}>
        <div className={styles.slides}>{rooms.slides}</div>
        <div className={styles.slide}>{rooms.slide}</div>
        <div>{rooms.editor}</div>
      </div>
    </>
  )
}
