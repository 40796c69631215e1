'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { yearAtom } from '../_state/atoms'
import { modelAtom, setShownAtom } from '../_state/url'
import styles from './year-control.module.css'

/** The year that the ladder and the figures show: a list, and a step to either side. */
export function YearControl() {
  const t = useTranslations('year')
  const year = useAtomValue(yearAtom)
  const years = useAtomValue(modelAtom).years.slice(1)
  const setShown = useSetAtom(setShownAtom)
  const step = (by: number, label: string, sign: string) => (
    <button
      type="button"
      aria-label={label}
      // Not disabled outright: the button that has just been pressed would drop the focus.
      aria-disabled={!years.includes(year + by)}
      onClick={() => years.includes(year + by) && setShown({ year: year + by })}
    >
      {sign}
    </button>
  )
  return (
    <div className={styles.year}>
      {step(-1, t('earlier'), '‹')}
      <select aria-label={t('label')} value={year} onChange={(event) => setShown({ year: Number(event.target.value) })}>
        {years.map((y) => (
          <option key={y}>{y}</option>
        ))}
      </select>
      {step(1, t('later'), '›')}
    </div>
  )
}
