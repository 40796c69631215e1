'use client'
import { useTranslations } from 'use-intl'
import { edgeText, ladderEdges, wordedBands } from '../_charts/ladder'
import styles from './ladder-scale.module.css'

/** Words and edges of the probability scale above the tracks of a ladder. */
export function LadderScale() {
  const word = useTranslations('word')
  return (
    <div className={styles.scale} aria-hidden>
      {wordedBands.map(({ word: id, from, to }) => (
        <span
          key={id}
          className={styles.word}
          data-two={word(id).includes(' ') || undefined}
          style={{ left: `${50 * (from + to)}%` }}
        >
          {word(id)}
        </span>
      ))}
      {ladderEdges.map((edge) => (
        <span key={edge} className={styles.edge} style={{ left: `${100 * edge}%` }}>
          {edgeText(edge)}
        </span>
      ))}
    </div>
  )
}
