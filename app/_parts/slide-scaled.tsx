import type { ReactNode } from 'react'
import styles from './slide-scaled.module.css'

/**
 * The sheet of a slide at the width of whatever it stands in. With a label it is a picture of that name: nothing in it can be
 * reached.
 */
export function SlideScaled({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div className={styles.frame} {...(label !== undefined && { role: 'img', 'aria-label': label })}>
      <div className={styles.sheet} inert={label !== undefined} aria-hidden={label !== undefined || undefined}>
        {children}
      </div>
    </div>
  )
}
