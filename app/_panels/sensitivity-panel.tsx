'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { probabilityWord } from '../../lib/format'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { wordedBands } from '../_charts/ladder'
import { TornadoDrawing } from '../_charts/tornado'
import { TornadoSample } from '../_charts/tornado-key'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { IntervalSureness } from '../_parts/interval-sureness'
import { SwingGroup } from '../_parts/swing-group'
import { useCaption, useFrameWords } from '../_parts/use-caption'
import { type Swings, type SwingGroup as Group, useSwings } from '../_parts/use-swings'
import { useTitle } from '../_parts/use-title'
import { VariableSelect } from '../_parts/variable-select'
import { YearControl } from '../_parts/year-control'
import { leadingAtom, pathOf, rulesScreenAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './sensitivity-panel.module.css'

/** What a variable hangs on in a year: one number, one assumption at a time. */
export function SensitivityPanel() {
  const t = useTranslations('sensitivity')
  const swings = useSwings()
  const { found, variable, name, format, numbers, states } = swings
  const title = t('title', { name, year: found.year })
  const listed = ({ main }: Group) =>
    main.map(({ label, lowText, highText }) => `${label} ${t('rowSpoken', { from: lowText, to: highText })}`).join('; ')
  const description = t('description', {
    title,
    value: format(found.value),
    numbers: listed(numbers) || t('nothing'),
    assumptions: listed(states) || t('nothing'),
  })
  const sheet = useSheet(swings)
  const head = (menu: ReactNode) => (
    <>
      <div className={styles.head}>
        <h2>{title}</h2>
        {menu}
      </div>
      <Looking swings={swings} />
    </>
  )
  return (
    <div className={styles.panel}>
      <ChartFrame
        description={description}
        words={useFrameWords(title)}
        sheet={() => sheet(title)}
        titled={head}
        more={useAddToDeck((seeds) => seeds.variableSeed(variable.id))}
      >
        {(menu) => (
          <>
            {head(menu)}
            <Key coloured={variable.kind === 'risk'} />
            <Groups swings={swings} />
          </>
        )}
      </ChartFrame>
      <Still still={found.still} year={found.year} />
      <IntervalSureness variable={variable} />
    </div>
  )
}

/** Which variable, which year, and under which scenario it stands where. */
function Looking({ swings }: { swings: Swings }) {
  const t = useTranslations('sensitivity')
  const rules = useTranslations('rules')
  const word = useTranslations('word')
  const { text, locale } = useText()
  const { assignment } = useAtomValue(rulesScreenAtom)
  const setScreen = useSetAtom(rulesScreenAtom)
  const query = useAtomValue(leadingAtom)('explore', '')
  const named = useTitle()
  const { found, variable, format } = swings
  const said = {
    value: format(found.value),
    title: named(assignment),
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  }
  const inBand = probabilityWord(found.value)
  return (
    <div className={styles.looking}>
      <VariableSelect
        label={t('variable')}
        value={variable.id}
        // A link chosen before belongs to another variable.
        onChoose={(open) => setScreen({ open, link: null })}
      />
      <YearControl />
      <p>
        {variable.kind === 'indicator'
          ? t.rich('nowUnit', { ...said, unit: text(variable.unit) })
          : t.rich('now', { ...said, word: inBand ? word(inBand) : 'none' })}{' '}
        <a className="link" href={`${pathOf(locale, 'explore')}${query && `?${query}`}`}>
          {rules('toExplore')}
        </a>
      </p>
    </div>
  )
}

/** What the marks mean. */
function Key({ coloured }: { coloured: boolean }) {
  const t = useTranslations('sensitivity')
  const marks = [
    { mark: 'now', word: t('keyNow') },
    { mark: 'low', word: t('keyThin') },
    { mark: 'high', word: t('keyThick') },
    { mark: 'state', word: t('keyState') },
  ] as const
  return (
    <ul className={styles.key}>
      {marks.map(({ mark, word }) => (
        <li key={mark}>
          <TornadoSample mark={mark} />
          {word}
        </li>
      ))}
      {coloured && <li>{t('keyColour')}</li>}
    </ul>
  )
}

function Groups({ swings }: { swings: Swings }) {
  const t = useTranslations('sensitivity')
  const { found, variable, format, numbers, states, axis, acting } = swings
  const drawn = { value: found.value, format, axis, coloured: variable.kind === 'risk' }
  const silent =
    acting === 'nowhere' ? t('noRule') : acting === 'elsewhere' ? t('noEffect', { year: found.year }) : null
  return (
    <div className={styles.groups}>
      <SwingGroup
        {...drawn}
        title={t('numbers')}
        means={t('numbersMean')}
        group={numbers}
        note={silent ?? (numbers.main.length === 0 ? t('noNumber') : null)}
      />
      <SwingGroup
        {...drawn}
        title={t('assumptions')}
        means={t('assumptionsMean')}
        group={states}
        note={states.main.length === 0 ? t('noAssumption', { year: found.year }) : null}
      />
    </div>
  )
}

/** How much does not move it here, so that nothing is left out unsaid. */
function Still({ still, year }: { still: Swings['found']['still']; year: number }) {
  const t = useTranslations('sensitivity')
  if (still.effects + still.baselines + still.assumptions === 0) return null
  return <p className={styles.still}>{t('still', { ...still, year })}</p>
}

/** What a file of the tornado holds. */
function useSheet(swings: Swings): (title: string) => Sheet {
  const t = useTranslations('sensitivity')
  const word = useTranslations('word')
  const caption = useCaption()
  const { found, variable, format, numbers, states, axis } = swings
  const event = variable.kind !== 'indicator'
  return (title) => {
    const groups = [
      { name: t('numbers'), group: numbers },
      { name: t('assumptions'), group: states },
    ]
    const folded = ({ small }: Group, name: string) =>
      small
        ? [
            {
              id: `small/${name}`,
              label: t('smaller', { n: small.swings.length }),
              note: name,
              low: small.low,
              high: small.high,
              lowText: format(small.low),
              highText: format(small.high),
              states: [],
            },
          ]
        : []
    return {
      caption: caption(title, `${t('numbers')}. ${t('assumptions')}.`),
      table: {
        head: [t('columnWhat'), t('columnHow'), t('columnLow'), t('columnHigh')],
        rows: [
          [t('rowNow'), '', format(found.value), format(found.value)],
          ...groups.flatMap(({ group }) =>
            [...group.main, ...(group.small?.swings ?? [])].map(({ label, note, lowText, highText }) => [
              label,
              note,
              lowText,
              highText,
            ]),
          ),
        ],
      },
      drawing: TornadoDrawing({
        rows: groups.flatMap(({ name, group }) => [...group.main, ...folded(group, name)]),
        value: found.value,
        now: t('nowMark', { value: format(found.value) }),
        axis,
        coloured: variable.kind === 'risk',
        words: event ? wordedBands.map((band) => ({ text: word(band.word), at: (band.from + band.to) / 2 })) : [],
      }),
    }
  }
}
