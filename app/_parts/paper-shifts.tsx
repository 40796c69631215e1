'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { interval } from '../../lib/chart/series'
import { largestShifts, type Shift } from '../../lib/deck/shifts'
import { evaluate } from '../../lib/engine/evaluate'
import { formatPercent, formatSigned, probabilityWord } from '../../lib/format'
import type { Assignment } from '../../lib/scenario/assignment'
import { edgeText, ladderEdges, LadderGround, LadderTrack, toneOf } from '../_charts/ladder'
import { Triangle } from '../_charts/mark'
import { fansUnderAtom, variantsAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './paper-shifts.module.css'

/** The largest shifts of an assignment in a year, as rows of the ladder: ring, dot, interval, and the numbers with their word. */
export function PaperShifts({ assignment, year, most }: { assignment: Assignment; year: number; most: number }) {
  const t = useTranslations('paper')
  const model = useAtomValue(modelAtom)
  const variants = useAtomValue(variantsAtom)
  const quantiles = useAtomValue(fansUnderAtom)(assignment)
  const { text } = useText()
  const at = model.years.indexOf(year)
  const shifts = largestShifts(model, evaluate(model, assignment, variants), at, most)
  if (shifts.length === 0) return <p className={styles.none}>{t('noShift')}</p>
  return (
    <>
      <h3 className={styles.title}>{t('shifts', { year })}</h3>
      <div className={styles.head} aria-hidden>
        <span className={styles.edges}>
          {ladderEdges.map((edge) => (
            <i key={edge} style={{ left: `${100 * edge}%` }}>
              {edgeText(edge)}
            </i>
          ))}
        </span>
        <span>{t('fromTo')}</span>
        <span className={styles.points}>{t('points')}</span>
      </div>
      {shifts.map((shift) => (
        <Row
          key={shift.variable.id}
          shift={shift}
          label={text(shift.variable.label)}
          interval={interval(quantiles[shift.index] ?? null, at)}
        />
      ))}
      <p className={styles.key}>{t('key', { baseline: text(model.pack.meta.baselineLabel) })}</p>
    </>
  )
}

function Row(props: { shift: Shift; label: string; interval: { low: number; high: number } | null }) {
  const { baseline, value, points, variable } = props.shift
  const word = useTranslations('word')
  const adverse = variable.kind === 'risk'
  const tone = toneOf(points, adverse)
  return (
    <div className={styles.row}>
      <b>{props.label}</b>
      <span className={styles.track}>
        <span className={styles.ground}>
          <LadderGround height="100%" />
        </span>
        <LadderTrack baseline={baseline} value={value} interval={props.interval} height={26} coloured={adverse} />
      </span>
      <span>
        {formatPercent(baseline)} → <b>{formatPercent(value)}</b>
        <span className={styles.word}>{word(probabilityWord(value) ?? 'none')}</span>
      </span>
      <span className={`${styles.points} ${tone === 'hold' ? '' : tone}`}>
        <Triangle up={points > 0} tone={tone === 'hold' ? 'var(--ink-3)' : `var(--${tone})`} />
        {formatSigned(points, 0, 'en')}
      </span>
    </div>
  )
}
