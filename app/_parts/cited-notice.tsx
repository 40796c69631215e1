'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { evaluate, type Variants } from '../../lib/engine/evaluate'
import { type ChangedValue, changedValues } from '../../lib/explain/changed'
import { formatQuantity } from '../../lib/format'
import { revisionsSince } from '../../lib/pack/revisions'
import { type Assignment, sameRecord } from '../../lib/scenario/assignment'
import { decode } from '../../lib/scenario/codec'
import { decodeComparison, sameColumns } from '../../lib/scenario/comparison'
import { fit } from '../../lib/scenario/kept'
import { assignmentAtom, columnsAtom, hashAtom } from '../_state/atoms'
import { citedAtom, type Cited } from '../_state/cited'
import { comparisonAtom, modelAtom, pageAtom, screenAtom, shownAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './cited-notice.module.css'
import { useTitle } from './use-title'

/** Where a link was made with another pack: says so, and shows the figures it was made with beside those of now. */
export function CitedNotice() {
  const t = useTranslations('cite')
  const cited = useAtomValue(citedAtom)
  const { pack } = useAtomValue(modelAtom)
  const hash = useAtomValue(hashAtom)
  const [dismissed, setDismissed] = useState<Cited | null>(null)
  if (cited === null || cited === dismissed) return null
  const { id, version } = pack.meta
  const now = { id, now: version, nowHash: hash.slice(0, 12) }
  return (
    <section className={styles.cited} aria-label={t('changedTitle')}>
      <div className={styles.line}>
        <p>
          <b>{t('changedTitle')}.</b>{' '}
          {cited.kind === 'missing' ? (
            t('missing', { ...now, version: cited.version, hash: cited.hash ?? '–' })
          ) : (
            <>
              {t('madeWith', { ...now, before: cited.model.pack.meta.version, hash: cited.hash.slice(0, 12) })}{' '}
              <Revisions since={cited.model.pack.meta.version} />
            </>
          )}
        </p>
        <button type="button" className="button" onClick={() => setDismissed(cited)}>
          {t('dismiss')}
        </button>
      </div>
      {cited.kind === 'found' && <Figures cited={cited} />}
    </section>
  )
}

/** What changed in the pack since, as its revisions tell it. */
function Revisions({ since }: { since: string }) {
  const { text } = useText()
  const { pack } = useAtomValue(modelAtom)
  return revisionsSince(pack, since).map(({ version, note }) => (
    <span key={version}>{`${version}: ${text(note)} `}</span>
  ))
}

/** The scenarios of the address as the earlier pack reads it, evaluated by both packs, and how to put them on the page. */
function useCitedSides(cited: Extract<Cited, { kind: 'found' }>) {
  const page = useAtomValue(pageAtom)
  const model = useAtomValue(modelAtom)
  const { variants, year } = useAtomValue(shownAtom)
  const columns = useAtomValue(columnsAtom)
  const assignment = useAtomValue(assignmentAtom)
  const setScreen = useSetAtom(screenAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const { baseline, pack } = cited.model
  const fitted = (own: Assignment) => fit(model, { assignment: own, pack: pack.meta }).assignment
  const sidesOf = (meant: readonly Assignment[], own: Variants) => ({
    before: meant.map((side) => evaluate(cited.model, side, own)),
    now: meant.map((side) => evaluate(model, fitted(side), variants)),
    assignments: meant.map(fitted),
  })
  if (page === 'explore') {
    const old = decode(cited.model, cited.text).screen
    const change = { assignment: fitted(old.assignment), year: old.year }
    return {
      ...sidesOf([old.assignment], old.variants),
      year: old.year,
      same: year === old.year && sameRecord(change.assignment, assignment),
      open: () => setScreen(change),
    }
  }
  const old = decodeComparison(cited.model, cited.text).screen
  const fittedColumns = old.columns.map((column) => ({ ...column, assignment: fitted(column.assignment) }))
  return {
    ...sidesOf([baseline, ...old.columns.map((column) => column.assignment)], old.variants),
    year: old.year,
    same: year === old.year && sameColumns(fittedColumns, columns),
    open: () => setComparison({ columns: fittedColumns, reference: old.reference, pair: old.pair, year: old.year }),
  }
}

/** Figures that read otherwise than they did, with both readings; the rest are counted. */
function Figures({ cited }: { cited: Extract<Cited, { kind: 'found' }> }) {
  const t = useTranslations('cite')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const title = useTitle()
  const { before, now, assignments, year, same, open } = useCitedSides(cited)
  const values = changedValues({ model: cited.model, outcomes: before }, { model, outcomes: now }, year)
  const variableOf = (id: string) =>
    model.variables[model.indexOf.get(id) ?? -1] ?? cited.model.variables[cited.model.indexOf.get(id) ?? -1]
  const read = ({ variable }: ChangedValue, value: number | null) => {
    const found = variableOf(variable)
    return found && value !== null ? formatQuantity(found, value, locale) : t('none')
  }
  const changed = values.filter((entry) => read(entry, entry.before) !== read(entry, entry.now))
  return (
    <>
      {!same && (
        <p>
          {t('otherScenarios', { version: cited.model.pack.meta.version })}{' '}
          <button type="button" className="link" onClick={open}>
            {t('openCited')}
          </button>
        </p>
      )}
      {changed.length === 0 && <p>{t('allSame', { n: values.length, year })}</p>}
      {changed.length > 0 && (
        <details>
          <summary>{t('someChanged', { n: changed.length, total: values.length, year })}</summary>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('bothTable')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('figure')}</th>
                  <th scope="col">{t('scenario')}</th>
                  <th scope="col">{t('cited', { version: cited.model.pack.meta.version })}</th>
                  <th scope="col">{t('now', { version: model.pack.meta.version })}</th>
                </tr>
              </thead>
              <tbody>
                {changed.map((entry) => (
                  <tr key={`${entry.variable} ${entry.side}`}>
                    <th scope="row">{text(variableOf(entry.variable)!.label)}</th>
                    <td>{title(assignments[entry.side] ?? model.baseline)}</td>
                    <td>{read(entry, entry.before)}</td>
                    <td>{read(entry, entry.now)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  )
}
