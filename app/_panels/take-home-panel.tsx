'use client'
import { useAtomValue, useStore } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Exported, ExportedColumn } from '../../lib/export/tables'
import { fan } from '../../lib/engine/fan'
import { saveScenarioFile } from '../_files/scenario-file'
import { exportWords } from '../_files/words'
import { type Named, useSides } from '../_parts/compared'
import { CiteButton } from '../_parts/cite-button'
import { useChangeWords } from '../_parts/use-change-words'
import { hashAtom } from '../_state/atoms'
import { drawsAtom } from '../_state/draws'
import { fansAtAtom } from '../_state/compare'
import { changedAtom, filedChangesAtom } from '../_state/mine'
import { modelAtom, queryAtom, shownAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import styles from './take-home-panel.module.css'

/** What leaves Compare as a whole: workbook, tidy table, paper, citation. */
export function TakeHomePanel() {
  const t = useTranslations('compare')
  const take = useTranslations('take')
  const { all, reference } = useSides()
  const exported = useExported()
  const store = useStore()
  const [failed, setFailed] = useState(false)
  const name = `encrucijada ${all.map(({ letter }) => letter).join('')}`
  const save = (write: () => Promise<void>) => () => {
    setFailed(false)
    write().catch(() => setFailed(true))
  }
  const workbook = async () => {
    const [{ assumptionSheet, outcomeSheet, sourceSheet, methodSheet }, { saveXlsx }] = await Promise.all([
      import('../../lib/export/tables'),
      import('../_files/spreadsheet'),
    ])
    const [x, words] = [exported(), exportWords(take)]
    await saveXlsx(
      [assumptionSheet, outcomeSheet, sourceSheet, methodSheet].map((sheet) => sheet(x, words)),
      name,
    )
  }
  const table = async () => {
    const [{ outcomeSheet }, { saveCsvTable }] = await Promise.all([
      import('../../lib/export/tables'),
      import('../_files/spreadsheet'),
    ])
    await saveCsvTable(outcomeSheet(exported(), exportWords(take)), name)
  }
  const file = () => {
    const { model, hash } = exported()
    const { id, version } = model.pack.meta
    const scenarios = all.map((side) => ({
      name: side.name.slice(0, 80),
      note: '',
      assignment: side.assignment,
      savedAt: new Date().toISOString(),
    }))
    return saveScenarioFile(scenarios, { id, version, hash }, store.get(queryAtom), store.get(filedChangesAtom))
  }
  return (
    <span className={styles.take}>
      <CiteButton
        className="button"
        title={t('title', {
          n: all.filter(({ place }) => place !== reference.place).length,
          reference: reference.said,
        })}
        reference={reference.said}
      />
      <Menu
        className={`button ${styles.menu}`}
        label={t('takeHome')}
        trigger={t('takeHome')}
        actions={[
          { label: t('takeWorkbook'), act: save(workbook) },
          { label: t('takeTable'), act: save(table) },
          { label: t('takeFile'), act: save(file) },
          { label: t('takePaper'), act: () => print() },
        ]}
      />
      {failed && (
        <span role="alert" className={styles.failed}>
          {t('takeFailed')}
        </span>
      )}
    </span>
  )
}

/** Everything on the page as the files want it; intervals not there yet are computed now. */
function useExported(): () => Exported {
  const store = useStore()
  const { locale } = useText()
  const { all, baseline, reference } = useSides()
  const words = useChangeWords()
  const changed = useAtomValue(changedAtom)
  return () => {
    const model = store.get(modelAtom)
    const { variants, year } = store.get(shownAtom)
    const query = store.get(queryAtom)
    const column = ({ place, letter, name, assignment, outcome, model: own }: Named): ExportedColumn => {
      const known = store.get(fansAtAtom)(place)
      const missing = known.flatMap((quantiles, index) => (quantiles ? [] : [index]))
      const made = fan(own, assignment, store.get(drawsAtom), variants, missing).quantiles
      const quantiles = known.map((own, index) => own ?? made[missing.indexOf(index)] ?? null)
      return { letter: letter ?? '', name, assignment, outcome, quantiles }
    }
    return {
      model,
      locale,
      baseline: column(baseline),
      columns: all.map(column),
      reference: reference.full,
      variants,
      year,
      hash: store.get(hashAtom),
      changes: changed.map(({ made, own, reason }) => {
        const { what, under, says } = words(made)
        return { what: [what, under].filter(Boolean).join(' · '), own: says(own), mine: says(made), reason }
      }),
      link: `${location.origin}${location.pathname}${query && `?${query}`}`,
    }
  }
}
