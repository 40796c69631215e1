'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { SignedInterval } from '../_charts/signed-interval'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { useSides } from '../_parts/compared'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { usePairedWords } from '../_parts/use-paired-words'
import { yearAtom } from '../_state/atoms'
import { explainedAtom, pairedAtom, splitAtom } from '../_state/compare'
import { comparisonAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './paired-panel.module.css'

/** The difference of the pair draw by draw: its own interval, and in how many draws one lies above the other. */
export function PairedPanel() {
  const t = useTranslations('difference')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const year = useAtomValue(yearAtom)
  const { pair } = useAtomValue(comparisonAtom)
  const explained = useAtomValue(explainedAtom)
  const { at } = useSides()
  const [from, to] = [at(pair[0]), at(pair[1])]
  const variable = pack.variables.find(({ id }) => id === explained)!
  const { low, high, equal } = useAtomValue(pairedAtom)
  const { before, after } = useAtomValue(splitAtom)
  const lines = usePairedWords(variable, from, to)
  const caption = useCompareCaption()
  const title = t('pairedTitle', { from: from.short, to: to.short })
  const drawn = (width: number) =>
    equal < 1 && <SignedInterval low={low} value={after - before} high={high} width={width} zero={t('noDifference')} />
  const head = (menu: ReactNode) => (
    <div className={styles.head}>
      <h3>{title}</h3>
      {menu}
    </div>
  )
  const sheet = (): Sheet => ({
    caption: caption(`${title}: ${text(variable.label)}, ${year}`, lines.join(' ')),
    table: { head: [title, ''], rows: lines.map((line) => [line, '']) },
    drawing: { width: 640, height: 40, content: drawn(640) },
  })
  return (
    <section className={styles.paired}>
      <ChartFrame
        description={`${title}: ${text(variable.label)}. ${lines.join(' ')}`}
        words={useFrameWords(title)}
        sheet={sheet}
        titled={head}
        more={useAddToDeck((seeds) => seeds.differenceSeed)}
      >
        {(menu) => (
          <>
            {head(menu)}
            {drawn(290)}
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </>
        )}
      </ChartFrame>
    </section>
  )
}
