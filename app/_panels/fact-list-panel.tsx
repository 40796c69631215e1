'use client'
import { useAtom, useAtomValue, useSetAtom } from 'jotai'
import { type KeyboardEvent, memo, type SyntheticEvent, useDeferredValue, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { groupFacts } from '../../lib/explain/facts'
import { FactFilters } from '../_parts/fact-filters'
import { type FactRow, useFactWords } from '../_parts/use-fact-words'
import { arriveAtom, listedAtoms, markedAtom, pointAtom, showAllAtom, usageAtom } from '../_state/facts'
import { evidenceScreenAtom, packModelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './fact-list-panel.module.css'

declare module 'react' {
  interface CSSProperties {
    '--rows'?: number
  }
}

/** Every fact by section, narrowed to what is asked; a row opens the fact beside the list. */
export function FactListPanel() {
  const { locale } = useText()
  const facts = useDeferredValue(useAtomValue(listedAtoms[locale]))
  const arrive = useSetAtom(arriveAtom)
  // The address is read by now, and so are words left in the tab.
  useEffect(() => arrive(locale), [arrive, locale])
  return (
    <>
      <div className={styles.bar}>
        <FactFilters />
        <Heads n={facts.length} />
      </div>
      {facts.length === 0 ? <Nothing /> : <Rows ids={facts.map(({ id }) => id)} />}
    </>
  )
}

/** Names of the columns, and how many facts are shown. */
function Heads({ n }: { n: number }) {
  const t = useTranslations('facts')
  const total = useAtomValue(packModelAtom).pack.evidence.length
  const showAll = useSetAtom(showAllAtom)
  const all = n === total
  return (
    <div className={styles.heads} data-all={all || undefined}>
      <span className={styles.shown}>
        <span aria-hidden className={styles.name}>
          {t('fact')}
        </span>
        <span role="status" className={all ? 'hidden' : undefined}>
          {t('shown', { n, total })}
        </span>
        {!all && n > 0 && (
          <button type="button" className="link" onClick={showAll}>
            {t('showAll')}
          </button>
        )}
      </span>
      <span aria-hidden className={styles.figure}>
        {t('figure')}
      </span>
      <span aria-hidden>{t('year')}</span>
      <span aria-hidden>{t('note')}</span>
      <span aria-hidden>{t('caution')}</span>
      <span aria-hidden>{t('used')}</span>
    </div>
  )
}

/** Nothing fits: said plainly, with the way out. */
function Nothing() {
  const t = useTranslations('facts')
  const showAll = useSetAtom(showAllAtom)
  return (
    <div className={styles.nothing}>
      <p>
        <b>{t('empty')}</b> {t('emptyHow')}
      </p>
      <button type="button" className="button" onClick={showAll}>
        {t('clear')}
      </button>
    </div>
  )
}

/** Id of the fact whose row something is in. */
function factAt({ target }: SyntheticEvent): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-fact]')?.dataset.fact : undefined
}

/** Where a key leads from the row at a place among so many. */
function step(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(count - 1, at + 1)
  if (key === 'ArrowUp') return Math.max(0, at - 1)
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

/** The groups of rows: one stop for the keyboard, in which the arrow keys move. */
function Rows({ ids }: { ids: readonly string[] }) {
  const t = useTranslations('facts')
  const { sectionOf, row } = useFactWords()
  const { pack } = useAtomValue(packModelAtom)
  const usage = useAtomValue(usageAtom)
  const [{ fact: open }, setScreen] = useAtom(evidenceScreenAtom)
  const marked = useAtomValue(markedAtom)
  const point = useSetAtom(pointAtom)
  const [reached, setReached] = useState<string | null>(null)
  const rows = new Map(pack.evidence.map((fact) => [fact.id, row(fact, usage.get(fact.id) ?? [])]))
  const facts = pack.evidence.filter(({ id }) => ids.includes(id))
  const groups = groupFacts(pack, facts)
  const words = { note: t('fn'), none: t('noteIs'), caution: t('cautionOf'), used: t('usedOf') }
  const stop = [reached, open].find((id) => id !== null && ids.includes(id)) ?? groups[0]?.facts[0]?.id
  useInView(open)
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-fact]')]
    const at = buttons.findIndex((button) => button === event.target)
    const to =
      event.shiftKey || event.ctrlKey || event.altKey || event.metaKey ? undefined : step(event.key, at, buttons.length)
    if (at < 0 || to === undefined) return
    event.preventDefault()
    buttons[to]?.focus()
  }
  return (
    <div
      onKeyDown={key}
      onClick={(event) => {
        const fact = factAt(event)
        if (fact !== undefined) setScreen({ fact: fact === open ? null : fact })
      }}
      onFocus={(event) => {
        const fact = factAt(event)
        if (fact === undefined) return
        setReached(fact)
        point({ fact })
      }}
      onBlur={() => point({})}
      onPointerMove={(event) => {
        // A list that scrolls under a resting pointer moves it nowhere.
        const moved = event.movementX !== 0 || event.movementY !== 0
        if (event.pointerType === 'mouse' && moved) point({ fact: factAt(event) })
      }}
      onPointerLeave={() => point({})}
    >
      {groups.map(({ section, facts, total }) => (
        <section
          key={section}
          className={styles.group}
          aria-labelledby={`section-${section}`}
          style={{ '--rows': facts.length }}
        >
          <h2 id={`section-${section}`}>
            {sectionOf(section)} <small>{t('shown', { n: facts.length, total })}</small>
          </h2>
          <ul>
            {facts.map(({ id }) => (
              <Row
                key={id}
                row={rows.get(id)!}
                open={id === open}
                stop={id === stop}
                marked={marked.includes(id)}
                words={words}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Bring the row of the open fact on screen where it is not: a link leads to it, or a place on the map. */
function useInView(fact: string | null) {
  useEffect(() => {
    const row = fact === null ? null : document.querySelector(`[data-fact="${fact}"]`)
    if (!row) return
    const { top, bottom } = row.getBoundingClientRect()
    if (top < 90 || bottom > innerHeight) row.scrollIntoView({ block: 'center' })
  }, [fact])
}

/** Words that stand before a cell for a listener, and on a phone, where no column says them. */
interface Words {
  note: string
  none: string
  caution: string
  used: string
}

const Row = memo(function Row(props: { row: FactRow; open: boolean; stop: boolean; marked: boolean; words: Words }) {
  const { row, open, stop, marked, words } = props
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        data-fact={row.id}
        data-marked={marked || undefined}
        aria-expanded={open}
        tabIndex={stop ? 0 : -1}
      >
        <span className={styles.claim}>
          <span>{row.claim}</span>
        </span>
        <b className={styles.figure}>{row.figure}</b>
        <span className={styles.when}>{row.when}</span>
        <span className={styles[row.source]}>
          {row.source !== 'interviews' && <i>{row.source === 'note' ? words.note : words.none} </i>}
          {row.note}
        </span>
        <span className={styles.reason}>
          {row.reason && <i>{words.caution} </i>}
          {row.reason}
        </span>
        <span className={styles.used}>
          {!row.unused && <i>{words.used} </i>}
          {row.used.name && <b>{row.used.name}</b>}
          {row.used.name && row.used.rest && ', '}
          {row.used.rest}
        </span>
      </button>
    </li>
  )
})
