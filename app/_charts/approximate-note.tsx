import styles from './approximate-note.module.css'

/** What "~" means on a map, where a site has one; it stands there before the map does, as what is below would shift. */
export function ApproximateNote({ sites, word }: { sites: readonly { approximate: boolean }[]; word: string }) {
  return sites.some(({ approximate }) => approximate) && <p className={styles.note}>~ {word}</p>
}
