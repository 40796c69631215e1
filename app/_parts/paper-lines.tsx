import styles from './paper-text.module.css'

/** Empty lines to write on. */
export function PaperLines({ lines }: { lines: number }) {
  return <div className={styles.lines} style={{ height: `${8 * lines}mm` }} aria-hidden />
}
