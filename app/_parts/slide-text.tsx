import { fitHeadline } from '../../lib/chart/headline'
import type { Text } from '../../lib/pack/schema'
import { useText } from '../_state/workspace'
import { asWide, Pieces, useShown } from './slide-headline'
import type { SlideShown } from './slide-shown'
import styles from './slide-text.module.css'

/** Sentences in large type, their computed words in colour. */
export function SlideText(props: SlideShown & { lines: readonly Text[]; height: number }) {
  const { standing, hidden, lines, height } = props
  const { text } = useText()
  const shown = useShown()
  const said = lines.map((line) => shown(standing, text(line), hidden))
  const room = Math.floor(height / Math.max(1, lines.length)) - 24
  const sizes = said.map((pieces) => fitHeadline(asWide(pieces), 1650, room).size)
  const size = Math.min(68, ...sizes)
  return (
    <ul className={styles.lines} style={{ fontSize: size }}>
      {said.map((pieces, i) => (
        <li key={i}>
          <Pieces said={pieces} />
        </li>
      ))}
    </ul>
  )
}
