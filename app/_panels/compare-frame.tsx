import type { ReactNode } from 'react'
import { PaintMark } from '../_ui/paint-mark'
import styles from './compare-frame.module.css'

/** The rooms of Compare: the first screen as one picture, and below it what a longer look wants. */
export function CompareFrame(rooms: {
  top: ReactNode
  notices: ReactNode
  head: ReactNode
  ladder: ReactNode
  sectors: ReactNode
  difference: ReactNode
  paired: ReactNode
  indicators: ReactNode
  assumptions: ReactNode
  parting: ReactNode
  gains: ReactNode
  outcomes: ReactNode
  paper: ReactNode
}) {
  return (
    <div>
      <div className={styles.top}>{rooms.top}</div>
      <main className={styles.main}>
        {rooms.notices}
        {rooms.head}
        <div className={styles.first}>
          <div className={styles.ladder}>{rooms.ladder}</div>
          <div className={styles.side}>
            <div>{rooms.sectors}</div>
            <div className={styles.difference}>{rooms.difference}</div>
            <div className={styles.paired}>{rooms.paired}</div>
            <div className={styles.indicators}>{rooms.indicators}</div>
            <div className={styles.paper}>{rooms.paper}</div>
          </div>
        </div>
        <div className={styles.assumptions}>{rooms.assumptions}</div>
        <div className={styles.pair}>
          <div>{rooms.parting}</div>
          <div>{rooms.gains}</div>
        </div>
        <div className={styles.outcomes}>{rooms.outcomes}</div>
      </main>
      <PaintMark />
    </div>
  )
}
