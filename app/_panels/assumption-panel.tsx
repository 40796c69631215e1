'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { formatPercent } from '../../lib/format'
import type { Assumption } from '../../lib/pack/schema'
import { differing } from '../../lib/scenario/assignment'
import { StateMark } from '../_charts/mark'
import { assignmentAtom, openAtom, stateAtomsAtom, summaryAtom } from '../_state/atoms'
import { applyScenarioAtom, assignAtom, modelAtom, resetAtom } from '../_state/url'
import { useRow, useText } from '../_state/workspace'
import { Bubble, Closing } from '../_ui/bubble'
import { Radios } from '../_ui/radios'
import { Sheet } from '../_ui/sheet'
import { useMedia } from '../_ui/use-media'
import styles from './assumption-panel.module.css'

/** Every assumption with its states, and the scenarios to start from; the only writer of the assignment besides "bring it back". */
export function AssumptionPanel() {
  const t = useTranslations('rail')
  const beside = useMedia('(min-width: 1200px)', true)
  const [open, setOpen] = useState(false)
  if (beside)
    return (
      <aside className={styles.rail} aria-label={t('title')}>
        <Rail />
      </aside>
    )
  return (
    <div className={styles.bar}>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t('title')}
        trigger={
          <button type="button" className={styles.opener}>
            {t('open')} <Changes />
          </button>
        }
        foot={<LiveLine />}
      >
        <div className={styles.sheet}>
          <Rail onDone={() => setOpen(false)} />
        </div>
      </Sheet>
    </div>
  )
}

function Rail({ onDone }: { onDone?: () => void }) {
  const t = useTranslations('rail')
  const { pack } = useAtomValue(modelAtom)
  const headline = pack.meta.headline.flatMap((id) => pack.assumptions.filter((a) => a.id === id))
  const others = pack.assumptions.filter((a) => !pack.meta.headline.includes(a.id))
  const kinds = [
    { kind: 'uncertainty', label: t('uncertainties'), count: 'ofChanged' },
    { kind: 'lever', label: t('levers'), count: 'ofUsed' },
  ] as const
  return (
    <>
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        <Counts />
        {onDone && (
          <button type="button" className={styles.done} onClick={onDone}>
            {t('done')}
          </button>
        )}
      </div>
      <ScenarioPicker />
      {headline.map((assumption) => (
        <section key={assumption.id} className={styles.headline}>
          <h3>
            <About assumption={assumption} />
          </h3>
          {assumption.states.length > 2 ? <Cards assumption={assumption} /> : <Switch assumption={assumption} />}
        </section>
      ))}
      {kinds.map(({ kind, label, count }) => {
        const own = others.filter((a) => a.kind === kind)
        return (
          <section key={kind} className={styles.group}>
            <h3>
              {label} <GroupCount count={count} own={own} />
            </h3>
            {own.map((assumption) => (
              <Row key={assumption.id} assumption={assumption} />
            ))}
          </section>
        )
      })}
      <p className={styles.key}>
        <span>
          <StateMark chosen={false} baseline /> {t('keyBaseline')}
        </span>
        <span>
          <StateMark chosen baseline={false} /> {t('keyNow')}
        </span>
        <span>
          <i className={styles.bar90} aria-hidden /> {t('keyInterval')}
        </span>
      </p>
    </>
  )
}

/** Ids of the assumptions that differ from the baseline. Read by counts alone, so that a toggle wakes no other line. */
function useChanged(): string[] {
  const model = useAtomValue(modelAtom)
  return differing(model, model.baseline, useAtomValue(assignmentAtom))
}

function Changes() {
  return <span className={styles.count}>{useChanged().length}</span>
}

/** How many assumptions have changed, and the way back. */
function Counts() {
  const t = useTranslations('rail')
  const { pack } = useAtomValue(modelAtom)
  const reset = useSetAtom(resetAtom)
  const n = useChanged().length
  const own = useRef<HTMLSpanElement>(null)
  const resetAll = () => {
    reset()
    // The button goes; the focus stays by the count that it has brought to nothing.
    own.current?.focus()
  }
  return (
    <span className={styles.counts} ref={own} tabIndex={-1}>
      {t('changed', { n, total: pack.assumptions.length })}
      {n > 0 && (
        <button type="button" className="link" onClick={resetAll} aria-label={t('resetAll', { n })}>
          {t('reset')}
        </button>
      )}
    </span>
  )
}

function GroupCount({ count, own }: { count: 'ofChanged' | 'ofUsed'; own: readonly Assumption[] }) {
  const t = useTranslations('rail')
  const changed = useChanged()
  return <small>{t(count, { n: own.filter((a) => changed.includes(a.id)).length, total: own.length })}</small>
}

/** The state of one assumption now, its baseline state, and how to change it. */
function useChoice({ id, states }: Assumption) {
  const model = useAtomValue(modelAtom)
  const value = useAtomValue(useAtomValue(stateAtomsAtom).get(id)!)
  const assign = useSetAtom(assignAtom)
  const baseline = model.baseline[id] ?? ''
  return {
    value,
    baseline,
    changed: value !== baseline,
    states,
    choose: (state: string) => assign({ assumption: id, state }),
  }
}

function Cards({ assumption }: { assumption: Assumption }) {
  const { text } = useText()
  const { value, baseline, states, choose } = useChoice(assumption)
  const choices = states.map(({ id, label, hint }) => ({
    id,
    label: text(label),
    content: (
      <>
        <b>{text(label)}</b>
        <span>{hint && text(hint)}</span>
        <StateMark chosen={id === value} baseline={id === baseline} />
      </>
    ),
  }))
  return (
    <Radios
      label={text(assumption.label)}
      value={value}
      choices={choices}
      onChoose={choose}
      className={styles.cards}
      itemClassName={styles.card}
    />
  )
}

function Switch({ assumption }: { assumption: Assumption }) {
  const { text } = useText()
  const { value, baseline, states, choose } = useChoice(assumption)
  const choices = states.map(({ id, label }) => ({
    id,
    label: text(label),
    content: (
      <>
        {id === baseline && id !== value && <StateMark chosen={false} baseline />}
        {text(label)}
      </>
    ),
  }))
  return (
    <Radios
      label={text(assumption.label)}
      value={value}
      choices={choices}
      onChoose={choose}
      className={styles.switch}
      itemClassName={styles.half}
    />
  )
}

/** One line: name, chosen state in words, and its stops on a short track. */
function Row({ assumption }: { assumption: Assumption }) {
  const { text } = useText()
  const { value, baseline, changed, states, choose } = useChoice(assumption)
  const chosen = states.find(({ id }) => id === value)
  const choices = states.map(({ id, label }) => ({
    id,
    label: text(label),
    content: <StateMark chosen={id === value} baseline={id === baseline} />,
  }))
  return (
    <div className={styles.row} data-changed={changed || undefined}>
      <About assumption={assumption} />
      <span className={styles.value} aria-hidden>
        {chosen && text(chosen.label)}
      </span>
      <Radios
        label={text(assumption.label)}
        value={value}
        choices={choices}
        onChoose={choose}
        className={styles.stops}
        itemClassName={styles.stop}
      />
    </div>
  )
}

/** The name of an assumption; pressed, it tells the question, what each state means, and takes it back. */
function About({ assumption }: { assumption: Assumption }) {
  const t = useTranslations('rail')
  const { text } = useText()
  const { baseline, changed, states, choose } = useChoice(assumption)
  return (
    <Bubble
      side="right"
      label={t('about', { name: text(assumption.label) })}
      trigger={
        <button type="button" className={styles.name}>
          {text(assumption.label)}
        </button>
      }
    >
      <p className={styles.question}>{text(assumption.question)}</p>
      <dl className={styles.meanings}>
        {states.map(({ id, label, meaning }) => (
          <div key={id}>
            <dt>
              {text(label)} {id === baseline && <small>({t('baseline')})</small>}
            </dt>
            <dd>{text(meaning)}</dd>
          </div>
        ))}
      </dl>
      {changed && (
        <Closing>
          <button type="button" className="button" onClick={() => choose(baseline)}>
            {t('backToBaseline')}
          </button>
        </Closing>
      )}
    </Bubble>
  )
}

/** The pack's scenarios with their stories; applied whole or by their headline alone. */
function ScenarioPicker() {
  const t = useTranslations('rail')
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  const apply = useSetAtom(applyScenarioAtom)
  const nameOf = (assumption: string, state: string) => {
    const found = pack.assumptions.find((a) => a.id === assumption)
    const chosen = found?.states.find((s) => s.id === state)
    return found && chosen ? `${text(found.label)}: ${text(chosen.label)}` : ''
  }
  return (
    <div className={styles.picker}>
      <Bubble
        wide
        side="right"
        label={t('scenariosTitle')}
        trigger={
          <button type="button" className="button">
            {t('scenariosTitle')} <span aria-hidden>▾</span>
          </button>
        }
      >
        <h3 className={styles.pickerTitle}>{t('scenariosTitle')}</h3>
        <ul className={styles.scenarios}>
          {pack.scenarios.map(({ id, label, story, secondary }) => (
            <li key={id}>
              <h4>{text(label)}</h4>
              <p>{text(story)}</p>
              {secondary.length > 0 && (
                <details>
                  <summary>{t('also')}</summary>
                  <ul>
                    {secondary.map(({ assumption, state, reason }) => (
                      <li key={assumption}>
                        <b>{nameOf(assumption, state)}.</b> {text(reason)}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
              <p className={styles.applies}>
                <Closing>
                  <button
                    type="button"
                    className="button solid"
                    aria-label={`${t('whole')}: ${text(label)}`}
                    onClick={() => apply(id, 'whole')}
                  >
                    {t('whole')}
                  </button>
                </Closing>
                {secondary.length > 0 && (
                  <Closing>
                    <button
                      type="button"
                      className="button"
                      aria-label={`${t('headlineOnly')}: ${text(label)}`}
                      onClick={() => apply(id, 'headline')}
                    >
                      {t('headlineOnly')}
                    </button>
                  </Closing>
                )}
              </p>
            </li>
          ))}
        </ul>
      </Bubble>
    </div>
  )
}

/** At the foot of the sheet: cause and effect on one screen. */
function LiveLine() {
  const t = useTranslations('rail')
  const { pack } = useAtomValue(modelAtom)
  const { likely, risks, largest } = useAtomValue(summaryAtom)
  const open = useAtomValue(openAtom)
  const shown =
    pack.variables.find((v) => v.id === (open ?? largest?.id) && v.kind !== 'indicator') ??
    pack.variables.find((v) => v.kind === 'risk')
  return (
    <p className={styles.live}>
      <span>{t.rich('live', { n: likely, total: risks, b: (words) => <b>{words}</b> })}</span>
      {shown && <LiveRow id={shown.id} />}
    </p>
  )
}

function LiveRow({ id }: { id: string }) {
  const t = useTranslations('rail')
  const { text } = useText()
  const variable = useAtomValue(modelAtom).pack.variables.find((v) => v.id === id)
  const { baseline, value } = useRow(id)
  if (!variable) return null
  return (
    <span>
      {t.rich('liveWas', {
        name: text(variable.label),
        value: formatPercent(value),
        baseline: formatPercent(baseline),
        b: (words) => <b>{words}</b>,
      })}
    </span>
  )
}
