import { useAtomValue, useSetAtom } from 'jotai'
import type { Piece } from '../../lib/chart/link-graph'
import { rulesScreenAtom } from '../_state/url'

/**
 * What is chosen of the diagram of links, and the way to choose another: a link, or else the variable that is open, so that
 * a variable stays chosen from one part of Rules to the next. Both stand in the address.
 */
export function useChosenPiece(): readonly [Piece | null, (piece: Piece | null) => void] {
  const { link, open } = useAtomValue(rulesScreenAtom)
  const setScreen = useSetAtom(rulesScreenAtom)
  const chosen: Piece | null =
    link !== null ? { kind: 'edge', id: link } : open !== null ? { kind: 'node', id: open } : null
  const choose = (piece: Piece | null) =>
    setScreen({
      link: piece?.kind === 'edge' ? piece.id : null,
      open: piece?.kind === 'node' ? piece.id : null,
    })
  return [chosen, choose]
}
