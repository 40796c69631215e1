import styles from './slide-progress.module.css'

/** How far a deck has come: a dash a slide, the one on screen heavier. */
export function SlideProgress({ index, count }: { index: number; count: number }) {
  return (
    <span className={styles.progress} aria-hidden>
      {Array.from({ length: count }, (_, i) => (
        <i key={i} data-at={i < index ? 'past' : i === index ? 'now' : undefined} />
      ))}
    </span>
  )
}
