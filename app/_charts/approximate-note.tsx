import type { MapSite, MapWords } from './site-map'
import styles from './approximate-note.module.css'

/** What "~" means on a map, where a site has one; it stands there before the map does, as what is below would shift. */
export function ApproximateNote({ sites, words }: { sites: readonly MapSite[]; words: MapWords }) {
  return sites.some(({ approximate }) => approximate) && <p className={styles.note}>~ {words.approximate}</p>
}
