'use client'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { TornadoTrack } from '../_charts/tornado'
import { type WaterfallAxis, WaterfallGround } from '../_charts/waterfall'
import { useMedia } from '../_ui/use-media'
import { LadderScale } from './ladder-scale'
import { RulesLink } from './rules-link'
import styles from './swing-group.module.css'
import type { SwingGroup as Group, SwingRow } from './use-swings'

interface GroupProps {
  title: string
  means: string
  group: Group
  /** What is said where nothing moves the variable, or why a part of it is missing. */
  note: string | null
  value: number
  format: (value: number) => string
  axis: WaterfallAxis
  coloured: boolean
}

/** Rows of a tornado under their axis, widest first; the smallest are folded into one that opens. */
export function SwingGroup(props: GroupProps) {
  const { title, means, group, note, value, axis, coloured, format } = props
  const large = useMedia('(max-width: 719.98px), (min-width: 1680px)', false)
  const drawn: Drawn = { value, axis, coloured, fontSize: large ? 13 : 12 }
  return (
    <section className={styles.group} aria-label={title}>
      <h3>{title}</h3>
      <p className={styles.means}>{means}</p>
      {note !== null && <p className={styles.note}>{note}</p>}
      {group.main.length > 0 && (
        <>
          <Axis axis={axis} />
          <ol>
            {group.main.map((row) => (
              <li key={row.id}>
                <Row row={row} drawn={drawn} />
              </li>
            ))}
            {group.small && <Small small={group.small} format={format} drawn={drawn} />}
          </ol>
        </>
      )}
    </section>
  )
}

/** The scale above the rows: of events with its words, of quantities with gridline values. */
function Axis({ axis }: { axis: WaterfallAxis }) {
  return (
    <div className={styles.axis} aria-hidden>
      <div>
        {axis.event ? (
          <div style={{ marginLeft: `${axis.x(0)}%`, width: `${axis.x(1) - axis.x(0)}%` }}>
            <LadderScale />
          </div>
        ) : (
          <div className={styles.ticks}>
            {axis.ticks.map(({ at, text }) => (
              <span key={at} style={{ left: `${at}%` }}>
                {text}
              </span>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

/** How all rows of a group are drawn. */
interface Drawn extends Pick<GroupProps, 'value' | 'axis' | 'coloured'> {
  fontSize: number
}

function Row({ row, drawn }: { row: SwingRow; drawn: Drawn }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>
        <RulesLink place={row.place}>{row.label}</RulesLink>
        <small>{row.note}</small>
      </span>
      <Track row={row} drawn={drawn} />
    </div>
  )
}

function Track({ row, drawn }: { row: Omit<SwingRow, 'label' | 'note' | 'place'>; drawn: Drawn }) {
  const t = useTranslations('sensitivity')
  return (
    <span className={styles.track}>
      <WaterfallGround axis={drawn.axis} height="100%" />
      <TornadoTrack row={row} height="100%" {...drawn} />
      <span className="hidden">{t('rowSpoken', { from: row.lowText, to: row.highText })}</span>
    </span>
  )
}

/** What has no row of its own: one bar that holds all of it, and its rows once it is opened. */
function Small(props: { small: NonNullable<Group['small']>; format: GroupProps['format']; drawn: Drawn }) {
  const { small, format, drawn } = props
  const t = useTranslations('sensitivity')
  const [open, setOpen] = useState(false)
  const { low, high, swings } = small
  const whole = { id: 'small', low, high, lowText: format(low), highText: format(high), states: [] }
  return (
    <>
      <li>
        <div className={styles.row}>
          <span className={styles.label}>
            <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('smaller', { n: swings.length })}
            </button>
          </span>
          <Track row={whole} drawn={drawn} />
        </div>
      </li>
      {open &&
        swings.map((row) => (
          <li key={row.id}>
            <Row row={row} drawn={drawn} />
          </li>
        ))}
    </>
  )
}
