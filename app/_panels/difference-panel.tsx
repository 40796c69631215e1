'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Bar, pushesUp, tickDecimals, waterfall } from '../../lib/chart/waterfall'
import type { RuleBehind, SplitPart } from '../../lib/explain/shapley'
import { changesPart } from '../../lib/explain/versions'
import { formatQuantity, formatShift, formatSigned } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import type { Place } from '../../lib/scenario/comparison'
import { ChartFrame, type Sheet } from '../_charts/chart-frame'
import { wordedBands } from '../_charts/ladder'
import { Triangle } from '../_charts/mark'
import { scenarioColour, ScenarioMark } from '../_charts/scenario-mark'
import {
  WaterfallDrawing,
  type WaterfallEnd,
  WaterfallEndTrack,
  WaterfallGround,
  WaterfallTrack,
  waterfallAxis,
} from '../_charts/waterfall'
import { useAddToDeck } from '../_parts/use-add-to-deck'
import { type Named, useSides } from '../_parts/compared'
import { Grounds } from '../_parts/evidence-chip'
import { ToRules } from '../_parts/place-link'
import { LadderScale } from '../_parts/ladder-scale'
import { useFrameWords } from '../_parts/use-caption'
import { useCompareCaption } from '../_parts/use-compare-caption'
import { useConditionWords } from '../_parts/use-condition-words'
import { usePairedWords } from '../_parts/use-paired-words'
import { yearAtom } from '../_state/atoms'
import { explainedAtom, splitAtom } from '../_state/compare'
import { changesAtom, comparisonAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './difference-panel.module.css'

/** What separates two sides on one variable: exact shares of the assumptions that differ, and the paired difference. */
export function DifferencePanel() {
  const t = useTranslations('difference')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const { pair } = useAtomValue(comparisonAtom)
  const { at } = useSides()
  const explained = useAtomValue(explainedAtom)
  const [from, to] = [at(pair[0]), at(pair[1])]
  const variable = model.pack.variables.find(({ id }) => id === explained)!
  const year = useAtomValue(yearAtom)
  const title = t('title', { from: inSentence(from), to: inSentence(to), name: text(variable.label), year })
  const difference = useDifference(variable, from, to)
  const head = (menu: ReactNode) => (
    <>
      <div className={styles.head}>
        <h2>{title}</h2>
        {menu}
      </div>
      <Pickers variable={variable.id} />
    </>
  )
  return (
    <section>
      <ChartFrame
        description={difference.description(title)}
        words={useFrameWords(title)}
        sheet={() => difference.sheet(title)}
        titled={head}
        more={useAddToDeck((seeds) => seeds.differenceSeed)}
      >
        {(menu) => (
          <>
            {head(menu)}
            <Waterfall difference={difference} variable={variable} from={from} to={to} />
          </>
        )}
      </ChartFrame>
    </section>
  )
}

/** A side as it goes by within a sentence: "B", or "the baseline". */
const inSentence = ({ letter, said }: Named) => letter ?? said

/** Which two sides, and which variable. The same side twice: the two change places. */
function Pickers({ variable }: { variable: string }) {
  const t = useTranslations('difference')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const { pair } = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const { all, baseline } = useSides()
  const choose = (which: 0 | 1, place: Place) => {
    const other = pair[which === 0 ? 1 : 0]
    const swapped: readonly [Place, Place] = [pair[1], pair[0]]
    setComparison({ pair: place === other ? swapped : which === 0 ? [place, other] : [other, place] })
  }
  const side = (which: 0 | 1, label: string) => (
    <select
      aria-label={label}
      value={pair[which] ?? 'base'}
      onChange={(event) => choose(which, event.target.value === 'base' ? null : Number(event.target.value))}
    >
      {[baseline, ...all].map(({ place, full }) => (
        <option key={full} value={place ?? 'base'}>
          {full}
        </option>
      ))}
    </select>
  )
  const kinds = [
    { kind: 'risk', label: t('risks') },
    { kind: 'opportunity', label: t('opportunities') },
    { kind: 'indicator', label: t('indicators') },
  ] as const
  return (
    <div className={styles.pickers}>
      {side(0, t('from'))}
      <span aria-hidden>→</span>
      {side(1, t('to'))}
      <select
        className={styles.variable}
        aria-label={t('variable')}
        value={variable}
        onChange={(event) => setComparison({ open: event.target.value })}
      >
        {kinds.map(({ kind, label }) => (
          <optgroup key={kind} label={label}>
            {pack.variables
              .filter((v) => v.kind === kind)
              .map((v) => (
                <option key={v.id} value={v.id}>
                  {text(v.label)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}

/** The split as bars with their words, its ends, and what a file of it holds. */
function useDifference(variable: Variable, from: Named, to: Named) {
  const t = useTranslations('difference')
  const word = useTranslations('word')
  const { text, locale } = useText()
  const { pack } = useAtomValue(modelAtom)
  const split = useAtomValue(splitAtom)
  const mine = useTranslations('mine')
  const changes = useAtomValue(changesAtom)
  const paired = usePairedWords(variable, from, to)
  const caption = useCompareCaption()
  const decimals = 'decimals' in variable ? variable.decimals : undefined
  const { bars, small } = waterfall(split, variable.scale, decimals)
  const format = (value: number) => formatQuantity(variable, value, locale)
  const stateOf = (assumption: string, state: string) => {
    const found = pack.assumptions.find(({ id }) => id === assumption)?.states.find(({ id }) => id === state)
    return found ? text(found.label) : state
  }
  const labelOf = ({ assumption }: SplitPart) =>
    assumption === changesPart ? mine('changesPart') : text(pack.assumptions.find(({ id }) => id === assumption)!.label)
  const changeOf = ({ assumption, from, to }: SplitPart) =>
    assumption === changesPart
      ? mine('changesCount', { n: changes.length })
      : t('change', { from: stateOf(assumption, from), to: stateOf(assumption, to) })
  const drawn = (bar: Bar, id: string, label: string, change: string) => ({
    ...bar,
    id,
    label,
    change,
    coloured: variable.kind === 'risk' && bar.shown !== 0,
    number: bar.shown,
    shown: formatSigned(bar.shown, decimals ?? 0, locale),
  })
  const rows = [
    ...bars.map((bar) => ({
      ...drawn(bar, bar.part.assumption, labelOf(bar.part), changeOf(bar.part)),
      parts: [bar.part],
    })),
    ...(small ? [{ ...drawn(small, 'small', t('smaller', { n: small.parts.length }), ''), parts: small.parts }] : []),
  ]
  const end = (side: Named, value: number): WaterfallEnd => ({
    letter: side.letter,
    name: side.name,
    value,
    text: format(value),
  })
  const ends = [end(from, split.before), end(to, split.after)] as const
  const event = variable.kind !== 'indicator'
  const ticks = (values: readonly number[]) => {
    const written = variable.scale === 'chance' ? values.map((value) => 100 * value) : values
    const places = tickDecimals(written, decimals ?? 0)
    return values.map((value) => formatQuantity({ scale: variable.scale, decimals: places }, value, locale))
  }
  const axis = waterfallAxis([split.before, split.after, ...rows.map((row) => row.end)], event, ticks)
  const total = formatShift(variable, split.before, split.after, locale)
  const description = (title: string) =>
    t('description', {
      title,
      from: `${from.full} ${ends[0].text}`,
      to: `${to.full} ${ends[1].text}`,
      bars: rows.map(({ label, shown }) => `${label} ${shown}`).join(', ') || t('none'),
    })
  const sheet = (title: string): Sheet => ({
    caption: caption(title, t('belongs')),
    table: {
      head: [t('assumption'), t('changeColumn'), event ? t('points') : t('amount')],
      rows: [
        [from.full, '', ends[0].text],
        ...rows.map(({ label, change, shown }) => [label, change, shown]),
        [to.full, '', ends[1].text],
        [t('total'), '', total],
        ...paired.map((line) => [line, '', '']),
      ],
    },
    drawing: WaterfallDrawing({
      from: ends[0],
      to: ends[1],
      bars: rows,
      axis,
      words: event ? wordedBands.map((band) => ({ text: word(band.word), at: (band.from + band.to) / 2 })) : [],
    }),
  })
  return { sheet, description, rows, ends, axis, split, labelOf, changeOf }
}

type Difference = ReturnType<typeof useDifference>

function Waterfall(props: { difference: Difference; variable: Variable; from: Named; to: Named }) {
  const { variable, from, to } = props
  const t = useTranslations('difference')
  const { rows, ends, axis, split, labelOf, changeOf } = props.difference
  const [open, setOpen] = useState<string | null>(null)
  if (rows.length === 0)
    return (
      <p className={styles.none}>
        {split.parts.length === 0 ? t('sameSide') : t('nothing', { from: inSentence(from), to: inSentence(to) })}
      </p>
    )
  const end = (which: 0 | 1) => (
    <div className={styles.row}>
      <span className={styles.end} style={{ color: scenarioColour(ends[which].letter, 'ink') }}>
        <ScenarioMark letter={ends[which].letter} hollow={which === 0} />
        {ends[which].name}
      </span>
      <span className={styles.track}>
        <WaterfallGround axis={axis} height="100%" />
        <WaterfallEndTrack end={ends[which]} axis={axis} height="100%" last={which === 1} />
      </span>
      <b>{ends[which].text}</b>
    </div>
  )
  return (
    <div className={styles.waterfall}>
      <div className={styles.axis} aria-hidden>
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
      {end(0)}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={styles.row}
              aria-expanded={open === row.id}
              onClick={() => setOpen(open === row.id ? null : row.id)}
            >
              <span className={styles.label}>
                <b>{row.label}</b> <small>{row.change}</small>
              </span>
              <span className={styles.track}>
                <WaterfallGround axis={axis} height="100%" />
                <WaterfallTrack bar={row} axis={axis} height="100%" />
              </span>
              <b className={row.coloured ? (row.number > 0 ? 'up' : 'down') : row.number === 0 ? 'hold' : ''}>
                {row.shown}
              </b>
            </button>
            {open === row.id && (
              <div className={styles.behind}>
                {row.parts.map((part) => (
                  <section key={part.assumption} aria-label={labelOf(part)}>
                    {row.parts.length > 1 || row.change === '' ? (
                      <h3>
                        {labelOf(part)} <small>{changeOf(part)}</small>
                      </h3>
                    ) : null}
                    <Behind part={part} variable={variable} from={from} to={to} />
                  </section>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      {end(1)}
      <p className={styles.foot}>
        {t('belongs')} {split.method === 'on-scale' && t('onScale')}
      </p>
    </div>
  )
}

/** The rules behind a bar: what each needs, on which side it acts, which way it pushes, and its grounds. */
function Behind({ part, variable, from, to }: { part: SplitPart; variable: Variable; from: Named; to: Named }) {
  const t = useTranslations('difference')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const words = useConditionWords()
  const acts = ({ firesBefore, firesAfter }: RuleBehind) => {
    if (firesBefore && firesAfter) return t('actsBoth')
    if (firesBefore) return t('actsIn', { name: inSentence(from) })
    return firesAfter ? t('actsIn', { name: inSentence(to) }) : t('actsBetween')
  }
  const pushOf = ({ push, effect }: RuleBehind) => {
    const reached = pack.variables.find(({ id }) => id === effect.variable)
    const name = reached ? text(reached.label) : effect.variable
    // What raises a part of a computed variable may lower the whole: there the part is named.
    if (variable.scale === 'derived') {
      const up = pushesUp(effect, reached?.scale ?? 'amount')
      return { up, said: up ? t('raisesOf', { name }) : t('lowersOf', { name }), through: [] }
    }
    const through = effect.variable === variable.id ? [] : [t('through', { name })]
    return { up: push > 0, said: push > 0 ? t('raises') : t('lowers'), through }
  }
  const tone = (up: boolean) => (variable.kind !== 'risk' ? 'var(--ink-2)' : up ? 'var(--up)' : 'var(--down)')
  return (
    <ul className={styles.rules}>
      {part.rules.slice(0, 12).map((rule) => {
        const { up, said, through } = pushOf(rule)
        return (
          <li key={`${rule.rule.id}/${rule.effect.variable}`}>
            <p className={styles.cause}>
              <ToRules place={{ rule: rule.rule.id }}>
                {rule.rule.when.map((condition) => words(condition, 'plain')).join(' · ')}
              </ToRules>
            </p>
            <p className={styles.push}>
              <Triangle up={up} tone={tone(up)} size={7} />
              <span>{[said, acts(rule), ...through].join(' · ')}</span>
            </p>
            <p className={styles.reason}>{text(rule.effect.reason)}</p>
            <Grounds basis={rule.effect.basis} evidence={rule.effect.evidence} />
          </li>
        )
      })}
      {part.assumption === changesPart && <li>{t('changesMean')}</li>}
      {part.rules.length > 12 && <li>{t('more', { n: part.rules.length - 12 })}</li>}
    </ul>
  )
}
