'use client'
import { useAtomValue } from 'jotai'
import { type ReactNode, useEffect, useRef } from 'react'
import { evidenceScreenAtom, packModelAtom } from '../_state/url'
import { useMedia } from '../_ui/use-media'
import styles from './evidence-frame.module.css'

/** The rooms of Evidence: its head, the list, and at its side the map over the fact that is open; on a narrow screen the map is above. */
export function EvidenceFrame(rooms: { head: ReactNode; list: ReactNode; map: ReactNode; fact: ReactNode }) {
  const beside = useMedia('(min-width: 1200px)', true)
  const { fact } = useAtomValue(evidenceScreenAtom)
  const { sites = [] } = useAtomValue(packModelAtom).pack
  const edge = useRef<HTMLDivElement>(null)
  // Another fact is read from its title.
  useEffect(() => {
    if (edge.current) edge.current.scrollTop = 0
  }, [fact])
  const side = beside && (sites.length > 0 || fact !== null)
  return (
    <>
      {rooms.head}
      {!beside && rooms.map}
      <div className={styles.body} data-side={side || undefined}>
        <div className={styles.list}>{rooms.list}</div>
        {beside ? (
          <div ref={edge} className={styles.side}>
            {rooms.map}
            {rooms.fact}
          </div>
        ) : (
          rooms.fact
        )}
      </div>
    </>
  )
}
