'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { shownParts } from '../../lib/chart/parts'
import { baselineOf } from '../../lib/engine/evaluate'
import { rankError } from '../../lib/engine/fan'
import type { Trace } from '../../lib/explain/trace'
import { formatNumber, formatQuantity, formatShift, formatSigned, probabilityWord, wholePoints } from '../../lib/format'
import type { Variable } from '../../lib/pack/schema'
import { ChartFrame, type Sheet as ChartSheet } from '../_charts/chart-frame'
import { toneOf } from '../_charts/ladder'
import { type Part, RunningTotal } from '../_charts/running-total'
import { bringBackAtom, traceAtom, variantsAtom } from '../_state/atoms'
import { assignAtom, leadingAtom, modelAtom, pathOf, rulesQueryAtom, screenAtom } from '../_state/url'
import { useRow, useText } from '../_state/workspace'
import { focusOn } from '../_ui/focus-on'
import { Radios } from '../_ui/radios'
import { Sheet } from '../_ui/sheet'
import { useEscape } from '../_ui/use-escape'
import { useMedia } from '../_ui/use-media'
import { Grounds } from './evidence-chip'
import { IdleRules, TraceParts } from './trace-parts'
import { useAddToDeck } from './use-add-to-deck'
import { useCaption, useFrameWords } from './use-caption'
import styles from './why-drawer.module.css'

/** Why one variable moved: renders what trace() returns, beside the ladder or as a sheet over it. */
export function WhyDrawer() {
  const t = useTranslations('why')
  const beside = useMedia('(min-width: 1200px)', true)
  const trace = useAtomValue(traceAtom)
  const setScreen = useSetAtom(screenAtom)
  const close = () => setScreen({ open: null })
  const giveBack = useFocusBack(trace?.variable ?? null)
  useEscape(beside && trace !== null, close)
  if (beside)
    return (
      trace && (
        <aside className={styles.drawer} aria-label={t('label')}>
          <Explanation trace={trace} onClose={close} />
        </aside>
      )
    )
  return (
    <Sheet open={trace !== null} onOpenChange={(open) => open || close()} title={t('label')} onClosed={giveBack}>
      <div className={styles.sheet}>{trace && <Explanation trace={trace} onClose={close} />}</div>
    </Sheet>
  )
}

/**
 * Once the explanation of a variable is gone and has taken the focus with it, give the focus to the row or chart
 * that opens it, or to the tabs where neither is on screen. Returns the giving, for a sheet that is slower to go.
 */
function useFocusBack(variable: string | null): () => void {
  const last = useRef(variable)
  const giveBack = () =>
    last.current !== null && focusOn(`[data-variable="${last.current}"]`, 'main [role="radio"][aria-checked="true"]')
  useEffect(() => {
    if (variable === null) giveBack()
    else last.current = variable
  }, [variable])
  return giveBack
}

function Explanation({ trace, onClose }: { trace: Trace; onClose: () => void }) {
  const t = useTranslations('why')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const variable = model.pack.variables.find((v) => v.id === trace.variable)!
  const moved = trace.contributions.length > 0
  return (
    <>
      <div className={styles.eye}>
        {moved ? t('label') : t('still')}
        <button type="button" aria-label={t('close')} onClick={onClose}>
          ×
        </button>
      </div>
      <h2 className={styles.title}>{text(variable.title)}</h2>
      <p className={styles.test}>{text(variable.test)}</p>
      <FromTo trace={trace} variable={variable} />
      {moved ? (
        <>
          <Total trace={trace} variable={variable} />
          <TraceParts trace={trace} variable={variable} />
        </>
      ) : (
        <p className={styles.none}>
          {t('noRule', { kind: variable.kind, value: formatQuantity(variable, trace.value, locale) })}
        </p>
      )}
      <InBaseline variable={variable} />
      {moved && <BringBack variable={variable} />}
      <IdleRules idle={trace.idle} />
      <Foot variable={variable} />
    </>
  )
}

/** Baseline and scenario with their words, the shift, and the 90 % interval. */
function FromTo({ trace: { baseline, value, year }, variable }: { trace: Trace; variable: Variable }) {
  const t = useTranslations('why')
  const word = useTranslations('word')
  const { text, locale } = useText()
  const first = useAtomValue(modelAtom).pack.meta.horizon.first
  const { interval } = useRow(variable.id)
  const event = variable.kind !== 'indicator'
  const under = (at: number, when: number) => (event ? word(probabilityWord(at) ?? 'none') : t('was', { year: when }))
  const format = (at: number) => formatQuantity(variable, at, locale)
  const tone = variable.kind === 'risk' ? toneOf(wholePoints(baseline, value)) : 'hold'
  const shift = formatShift(variable, baseline, value, locale)
  return (
    <div className={styles.from}>
      <p className={styles.before}>
        <b>{format(baseline)}</b>
        <span>{under(baseline, first)}</span>
      </p>
      <svg width={22} height={10} viewBox="0 -5 22 10" role="img" aria-label="→" className={styles.arrow}>
        <path d="M0,0H20M15,-4L20,0L15,4" fill="none" stroke="currentColor" strokeWidth={1.3} />
      </svg>
      <p>
        <b>{format(value)}</b>
        <span>{under(value, year)}</span>
      </p>
      <p className={styles.points}>
        <b className={tone}>{event || variable.scale === 'chance' ? t('points', { points: shift }) : shift}</b>
        <span>
          {interval ? t('interval', { low: format(interval.low), high: format(interval.high) }) : t('computing')}
        </span>
        {!event && variable.scale !== 'chance' && <span>{text(variable.unit)}</span>}
      </p>
    </div>
  )
}

/** The running total on the ladder's scale, with its files. */
function Total({ trace, variable }: { trace: Trace; variable: Variable }) {
  const t = useTranslations('why')
  const { text, locale } = useText()
  const caption = useCaption()
  const cause = useCauses()
  const event = variable.kind !== 'indicator'
  const decimals = 'decimals' in variable ? variable.decimals : undefined
  const shown = shownParts(trace, variable.scale, decimals)
  const parts = shown.map(({ contribution, shown }, i): Part => ({
    id: `${i}`,
    amount: contribution.natural,
    label: formatSigned(shown, decimals ?? 0, locale),
  }))
  const sum = (sign: number) =>
    formatSigned(
      shown.filter((p) => p.shown * sign > 0).reduce((total, p) => total + p.shown, 0),
      decimals ?? 0,
      locale,
    )
  const [from, to] = [formatQuantity(variable, trace.baseline, locale), formatQuantity(variable, trace.value, locale)]
  const chart = (width: number) => (
    <RunningTotal
      baseline={trace.baseline}
      value={trace.value}
      parts={parts}
      width={width}
      event={event}
      coloured={variable.kind === 'risk'}
    />
  )
  const sheet = (): ChartSheet => ({
    caption: caption(text(variable.title), t('running', { from, to, up: sum(1), down: sum(-1) })),
    table: {
      head: [t('cause'), t('amount')],
      rows: shown.map(({ contribution, shown }) => [cause(contribution), formatSigned(shown, decimals ?? 0, locale)]),
    },
    drawing: { width: 760, height: 64, content: chart(760) },
  })
  return (
    <ChartFrame
      description={t('running', { from, to, up: sum(1), down: sum(-1) })}
      words={useFrameWords(t('label'))}
      sheet={sheet}
      more={useAddToDeck((seeds) => seeds.reasonSeed(variable.id))}
    >
      {(menu) => (
        <div className={styles.total}>
          {chart(284)}
          {menu}
        </div>
      )}
    </ChartFrame>
  )
}

/** A contribution in one line of text, for the table and the file. */
function useCauses() {
  const { text } = useText()
  return (contribution: Trace['contributions'][number]) =>
    contribution.kind === 'rule' ? text(contribution.effect.reason) : text(contribution.link.reason)
}

/** What the baseline itself rests on, and the choice of another baseline where the paper gives one. */
function InBaseline({ variable }: { variable: Variable }) {
  const t = useTranslations('why')
  const { text } = useText()
  const model = useAtomValue(modelAtom)
  const variants = useAtomValue(variantsAtom)
  const setScreen = useSetAtom(screenAtom)
  if (variable.scale === 'derived') return null
  const baseline = baselineOf(model, model.indexOf.get(variable.id)!, variants)!
  const choices = 'variants' in variable ? (variable.variants ?? []) : []
  const printed = `${variable.baseline.year}`
  const choose = (id: string) => {
    const { [variable.id]: _, ...others } = variants
    setScreen({ variants: id === printed ? others : { ...others, [variable.id]: id } })
  }
  return (
    <section className={styles.section}>
      <h3>{t('inBaseline')}</h3>
      {choices.length > 0 && (
        <Radios
          label={t('variant')}
          value={variants[variable.id] ?? printed}
          choices={[{ id: printed, label: printed }, ...choices.map(({ id, label }) => ({ id, label: text(label) }))]}
          onChoose={choose}
          className={styles.variants}
          itemClassName={styles.variant}
        />
      )}
      <p>{text(baseline.reason)}</p>
      <Grounds basis={baseline.basis} evidence={baseline.evidence} />
      <p className={styles.held}>{t('held')}</p>
    </section>
  )
}

/** Up to three single changes, recomputed, each a button that makes the change. */
function BringBack({ variable }: { variable: Variable }) {
  const t = useTranslations('why')
  const { text, locale } = useText()
  const { pack } = useAtomValue(modelAtom)
  const changes = useAtomValue(bringBackAtom).slice(0, 3)
  const assign = useSetAtom(assignAtom)
  return (
    <section className={styles.section}>
      <h3>{t('back')}</h3>
      {changes.length === 0 && <p>{t('backNone')}</p>}
      <ul>
        {changes.map(({ assumption, state, value, change }) => {
          const found = pack.assumptions.find((a) => a.id === assumption)!
          const label = found.states.find((s) => s.id === state)!.label
          const tone = variable.kind === 'risk' ? toneOf(wholePoints(value - change, value)) : 'hold'
          return (
            <li key={`${assumption}=${state}`} className={styles.back}>
              <button type="button" className="link" onClick={() => assign({ assumption, state })}>
                {t('set', { assumption: text(found.label), state: text(label) })}
              </button>
              <span>{formatQuantity(variable, value, locale)}</span>
              <b className={tone}>{formatShift(variable, value - change, value, locale)}</b>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** How the parts add, and how many draws stand behind the interval. */
function Foot({ variable }: { variable: Variable }) {
  const t = useTranslations('why')
  const { locale } = useText()
  const { draws } = useAtomValue(modelAtom).pack.meta
  const rules = useAtomValue(rulesQueryAtom)
  const leading = useAtomValue(leadingAtom)
  const words = { chance: 'foot', amount: 'footAmount', level: 'footLevel', derived: 'footDerived' } as const
  const error = formatNumber((200 * rankError(draws.count, 0.05)) / draws.count, 1, locale)
  return (
    <>
      <p className={styles.foot}>
        {t(words[variable.scale])} {t('draws', { n: draws.count, seed: draws.seed, error })}
      </p>
      <p className={styles.further}>
        <a className="link" href={`${pathOf(locale, 'rules')}?${rules({ by: 'variable', of: variable.id })}`}>
          {t('allRules')}
        </a>
        <a className="link" href={`${pathOf(locale, 'rules')}?${rules({ view: 'sensitivity', open: variable.id })}`}>
          {t('sensitivity')}
        </a>
        <a className="link" href={`${pathOf(locale, 'method')}?${leading('method', '', { open: variable.id })}#hand`}>
          {t('byHand')}
        </a>
      </p>
    </>
  )
}
