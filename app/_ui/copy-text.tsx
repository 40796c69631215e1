import styles from './copy-text.module.css'

/** A text to be copied by hand: all of it is chosen as soon as it has the focus. */
export function CopyText({ label, rows, text }: { label: string; rows: number; text: string }) {
  return (
    <label>
      {label}
      <textarea readOnly rows={rows} value={text} className={styles.text} onFocus={(event) => event.target.select()} />
    </label>
  )
}
