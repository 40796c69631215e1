'use client'
import { useAtom, useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { type FactFilter, factFilters } from '../../lib/scenario/browsing'
import { useWidth } from '../_charts/use-width'
import { evidenceScreenAtom, packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import { type Choice, Radios } from '../_ui/radios'
import { useMedia } from '../_ui/use-media'
import styles from './fact-filters.module.css'

/** No section has this id: it stands for all of them. */
const all = '*'

/** What the list is narrowed to: one section, and any of four things that a fact can be. */
export function FactFilters() {
  const t = useTranslations('facts')
  const [{ section, only }, setScreen] = useAtom(evidenceScreenAtom)
  const words: Record<FactFilter, string> = {
    cautions: t('cautions'),
    figures: t('figures'),
    forecasts: t('forecasts'),
    unused: t('unused'),
  }
  const toggle = (filter: FactFilter) =>
    setScreen({ only: factFilters.filter((own) => only.includes(own) !== (own === filter)) })
  return (
    <div className={styles.filters}>
      <Sections section={section ?? all} onChoose={(id) => setScreen({ section: id === all ? null : id })} />
      <div role="group" aria-label={t('only')} className={styles.only}>
        {factFilters.map((filter) => (
          <button
            key={filter}
            type="button"
            className={styles.filter}
            aria-pressed={only.includes(filter)}
            onClick={() => toggle(filter)}
          >
            {words[filter]}
          </button>
        ))}
      </div>
    </div>
  )
}

interface Tab extends Choice {
  n: number
}

/** Tabs as far as they fit, the other sections behind More; on a narrow screen one list to choose from. */
function Sections({ section, onChoose }: { section: string; onChoose: (id: string) => void }) {
  const t = useTranslations('facts')
  const narrow = useMedia('(max-width: 719.98px)', false)
  const wide = useMedia('(min-width: 1680px)', false)
  const { ref, width } = useWidth(640)
  const tabs = useTabs()
  if (narrow)
    return (
      <select
        className={styles.select}
        aria-label={t('sections')}
        value={section}
        onChange={(event) => onChoose(event.target.value)}
      >
        {tabs.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    )
  const [shown, rest] = fitting(tabs, section, width, wide ? 7.7 : 6.9)
  return (
    <div ref={ref} className={styles.sections}>
      <Radios
        label={t('sections')}
        value={section}
        choices={shown}
        onChoose={onChoose}
        className={styles.tabs}
        itemClassName={styles.tab}
      />
      {rest.length > 0 && (
        <Menu
          label={t('moreSections')}
          trigger={t('more')}
          className={styles.more}
          actions={rest.map(({ id, label }) => ({ label, act: () => onChoose(id) }))}
        />
      )}
    </div>
  )
}

/** All sections together, and each that has facts. */
function useTabs(): Tab[] {
  const t = useTranslations('facts')
  const { text } = useText()
  const { evidence, meta } = useAtomValue(packModelAtom).pack
  const sections = meta.sectors.flatMap(({ id, label }): Tab[] => {
    const n = evidence.filter((fact) => fact.section === id).length
    const name = text(label)
    const content = (
      <>
        {name} <i>{n}</i>
      </>
    )
    return n === 0 ? [] : [{ id, label: t('tab', { section: name, n }), content, n: `${name} ${n}`.length }]
  })
  return [{ id: all, label: t('all'), n: t('all').length }, ...sections]
}

/** Part the tabs into those that a width holds, the chosen one always among them, and the rest; in the order given. */
function fitting(tabs: readonly Tab[], chosen: string, width: number, character: number): [Tab[], Tab[]] {
  const room = (tab: Tab) => tab.n * character + 16
  const more = 48
  const must = tabs.find(({ id }) => id === chosen)
  let left = width - more - (must ? room(must) : 0)
  const shown = tabs.filter((tab) => tab === must || (left -= room(tab)) >= 0)
  return [shown, tabs.filter((tab) => !shown.includes(tab))]
}
