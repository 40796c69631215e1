'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Outcome } from '../../lib/engine/evaluate'
import { formatPercent, probabilityBands, type ProbabilityWord, probabilityWord } from '../../lib/format'
import { baselineOutcomeAtom } from '../_state/atoms'
import { workedOutcomeAtom } from '../_state/method'
import { modelAtom } from '../_state/url'
import { type Line, Row, Section, Worked } from './method-section'
import { useWorked } from './use-worked'

/** Where the words of the scale begin and end. */
const [lowest, highest] = [probabilityBands[0].from, 1 - probabilityBands[0].from] as const

/** The words for probabilities, with their edges and the events of the pack that they fit. */
export function MethodWords({ title }: { title: string }) {
  const t = useTranslations('method.words')
  return (
    <Section id="words" title={title}>
      <Row beside={<Bands />}>
        <p>{t('scale')}</p>
        <p>
          {t('ends', {
            low: formatPercent(lowest),
            high: formatPercent(highest),
            below: formatPercent(0),
            above: formatPercent(1),
          })}
        </p>
        <p>{t('never')}</p>
      </Row>
    </Section>
  )
}

function Bands() {
  const t = useTranslations('method.words')
  const said = useTranslations('word')
  const model = useAtomValue(modelAtom)
  const [baseline, worked] = [useAtomValue(baselineOutcomeAtom), useAtomValue(workedOutcomeAtom)]
  const { scenario, year } = useWorked()
  const at = model.years.indexOf(year)
  const counted = ({ paths }: Outcome, fits: (p: number) => boolean) =>
    model.variables.filter(({ kind }, i) => kind !== 'indicator' && fits(paths[i]?.[at] ?? NaN)).length
  const line = (id: string, name: string, edges: readonly string[], fits: (p: number) => boolean): Line => {
    return { id, name, cells: [...edges, counted(baseline, fits), counted(worked, fits)] }
  }
  const isWord = (word: ProbabilityWord) => (p: number) => probabilityWord(p) === word
  const lines = [
    line('below', t('none'), ['', formatPercent(0)], (p) => p < lowest),
    ...probabilityBands.map(({ from, word }, i) => {
      const to = probabilityBands[i + 1]?.from ?? highest
      return line(word, said(word), [formatPercent(from), formatPercent(to)], isWord(word))
    }),
    line('above', t('none'), [formatPercent(1), ''], (p) => p > highest),
  ]
  return (
    <Worked
      caption={t('caption', { year })}
      head={[t('word'), t('from'), t('to'), t('baseline'), scenario]}
      lines={lines}
    />
  )
}
