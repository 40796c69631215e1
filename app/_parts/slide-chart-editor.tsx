'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { deckLimits } from '../../lib/deck/limits'
import type { SlideChart } from '../../lib/deck/schema'
import { chartOfKind } from '../../lib/deck/seed'
import type { Text } from '../../lib/pack/schema'
import { modelAtom } from '../_state/url'
import { slideAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { BothField } from './both-field'
import styles from './slide-editor.module.css'
import { useChangeSlide } from './use-change-slide'
import { StatesSelect } from './states-select'
import { useChartNames } from './use-chart-names'
import { VariableSelect } from './variable-select'

type Of<K extends SlideChart['kind']> = Extract<SlideChart, { kind: K }>

/** Which chart a slide shows, and of what. */
export function SlideChartEditor() {
  const t = useTranslations('deck')
  const model = useAtomValue(modelAtom)
  const slide = useAtomValue(slideAtom)
  const change = useChangeSlide()
  const names = useChartNames()
  const set = (chart: SlideChart) => change({ chart })
  return (
    <section className={styles.section}>
      <h3>{t('chart')}</h3>
      <label className={styles.field}>
        {t('kind')}
        <select
          value={slide.chart.kind}
          onChange={(event) => {
            const name = names.find(({ kind }) => kind === event.target.value)
            const chart = name && chartOfKind(model, slide, name.kind)
            if (chart) set(chart)
          }}
        >
          {names.map(({ kind, name }) => (
            <option key={kind} value={kind} disabled={chartOfKind(model, slide, kind) === null}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Shown key={slide.chart.kind} chart={slide.chart} set={set} />
    </section>
  )
}

/** What a chart of one kind can be told. */
function Shown({ chart, set }: { chart: SlideChart; set: (chart: SlideChart) => void }) {
  switch (chart.kind) {
    case 'ladder':
      return <Events chosen={chart.variables} onChange={(variables) => set({ ...chart, variables })} />
    case 'comparison':
      return (
        <>
          <Events chosen={chart.variables} onChange={(variables) => set({ ...chart, variables })} />
          <Columns chart={chart} set={set} />
        </>
      )
    case 'path':
      return <OneVariable variable={chart.variable} onChoose={(variable) => set({ ...chart, variable })} />
    case 'waterfall':
      return (
        <>
          <OneVariable variable={chart.variable} onChoose={(variable) => set({ ...chart, variable })} />
          <From chart={chart} set={set} />
        </>
      )
    case 'map':
      return <Sectors chosen={chart.sectors} onChange={(sectors) => set({ ...chart, sectors })} />
    case 'text':
      return <Lines lines={chart.lines} most={200} onChange={(lines) => set({ ...chart, lines })} />
  }
}

function OneVariable({ variable, onChoose }: { variable: string; onChoose: (id: string) => void }) {
  const t = useTranslations('deck')
  return (
    <label className={styles.field}>
      {t('variable')}
      <VariableSelect label={t('variable')} value={variable} onChoose={onChoose} />
    </label>
  )
}

function From({ chart, set }: { chart: Of<'waterfall'>; set: (chart: SlideChart) => void }) {
  const t = useTranslations('deck')
  return (
    <label className={styles.field}>
      {t('from')}
      <StatesSelect label={t('from')} states={chart.from} onChoose={(from) => set({ ...chart, from })} />
    </label>
  )
}

/** Up to three events; the first is emphasised, and the others may be left out. */
function Events({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useTranslations('deck')
  const rows = [...chosen, ''].slice(0, deckLimits.rows)
  return rows.map((id, i) => (
    <label key={i} className={styles.field}>
      {t(i === 0 ? 'firstRow' : 'row', { n: i + 1 })}
      <VariableSelect
        label={t(i === 0 ? 'firstRow' : 'row', { n: i + 1 })}
        value={id}
        eventsOnly
        {...(i > 0 && { none: t('none') })}
        onChoose={(next) => onChange([...new Set(rows.with(i, next))].filter((own) => own !== ''))}
      />
    </label>
  ))
}

/** The columns of a comparison; the last is the slide as it stands. */
function Columns({ chart, set }: { chart: Of<'comparison'>; set: (chart: SlideChart) => void }) {
  const t = useTranslations('deck')
  const { columns } = chart
  const last = columns.length - 1
  const change = (i: number, column: Partial<(typeof columns)[number]>) =>
    set({ ...chart, columns: columns.map((own, at) => (at === i ? { ...own, ...column } : own)) })
  const blank = { label: { en: `${columns.length}`, es: `${columns.length}` }, states: {} }
  return (
    <ol className={styles.items}>
      {columns.map(({ label, states }, i) => (
        <li key={i}>
          <BothField
            label={t('column', { n: i + 1 })}
            value={label}
            most={60}
            onChange={(label) => change(i, { label })}
          />
          {i === last ? (
            <p className={styles.hint}>{t('lastColumn')}</p>
          ) : (
            <p className={styles.row}>
              <StatesSelect
                label={t('columnStates', { n: i + 1 })}
                states={states}
                onChoose={(states) => change(i, { states })}
              />
              <button
                type="button"
                className="button"
                onClick={() => set({ ...chart, columns: columns.toSpliced(i, 1) })}
              >
                {t('removeColumn', { n: i + 1 })}
              </button>
            </p>
          )}
        </li>
      ))}
      {columns.length < deckLimits.columns && (
        <li>
          <button
            type="button"
            className="button"
            onClick={() => set({ ...chart, columns: columns.toSpliced(last, 0, blank) })}
          >
            {t('addColumn')}
          </button>
        </li>
      )}
    </ol>
  )
}

/** Sectors that have places on the map; all of them where none is chosen. */
function Sectors({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useTranslations('deck')
  const { text } = useText()
  const { meta, evidence, sites = [] } = useAtomValue(modelAtom).pack
  const facts = new Set(sites.flatMap((site) => site.evidence))
  const placed = meta.sectors.filter(({ id }) => evidence.some((fact) => fact.section === id && facts.has(fact.id)))
  return (
    <fieldset className={styles.checks}>
      <legend>{t('sectors')}</legend>
      {placed.map(({ id, label }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((own) => own !== id))}
          />
          {text(label)}
        </label>
      ))}
    </fieldset>
  )
}

/** Lines of text, each in both languages. */
function Lines({ lines, most, onChange }: { lines: readonly Text[]; most: number; onChange: (lines: Text[]) => void }) {
  const t = useTranslations('deck')
  return (
    <ol className={styles.items}>
      {[...lines, ...(lines.length < 4 ? [{ en: '', es: '' }] : [])].map((line, i) => (
        <li key={i}>
          <BothField
            label={t('line', { n: i + 1 })}
            value={line}
            most={most}
            mayBeEmpty
            onChange={(text) =>
              onChange(
                [...lines.slice(0, i), text, ...lines.slice(i + 1)].filter(({ en, es }) => en !== '' || es !== ''),
              )
            }
          />
        </li>
      ))}
    </ol>
  )
}
