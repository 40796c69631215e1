'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { linkWeights } from '../../lib/chart/link-graph'
import { variableIndex } from '../../lib/engine/compile'
import { baselineOf } from '../../lib/engine/evaluate'
import { formatNumber, formatStart } from '../../lib/format'
import type { Link, Variable } from '../../lib/pack/schema'
import { variantsAtom } from '../_state/atoms'
import { leadingAtom, modelAtom, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import { Grounds } from './evidence-chip'
import styles from './link-chosen.module.css'
import { RulesLink } from './rules-link'
import { useChosenPiece } from './use-chosen-piece'
import { useLinkReading, useLinkWords } from './use-link-words'
import { unitOf } from './use-rule-words'

/** What is chosen of the links, in words; how to read them, where nothing is. */
export function LinkChosen() {
  const t = useTranslations('links')
  const { pack } = useAtomValue(modelAtom)
  const [chosen, choose] = useChosenPiece()
  const link = pack.links.find(({ id }) => chosen?.kind === 'edge' && id === chosen.id)
  const variable = pack.variables.find(({ id }) => chosen?.kind === 'node' && id === chosen.id)
  return (
    <section className={styles.chosen} aria-label={t('chosen')} aria-live="polite">
      {link ? <ChosenLink link={link} /> : variable ? <ChosenVariable variable={variable} /> : <HowToRead />}
      {(link ?? variable) && (
        <button type="button" className={`link ${styles.clear}`} onClick={() => choose(null)}>
          {t('clear')}
        </button>
      )}
    </section>
  )
}

function ChosenLink({ link }: { link: Link }) {
  const { text } = useText()
  const words = useLinkWords()
  const [, choose] = useChosenPiece()
  const end = (id: string) => (
    <button type="button" className={styles.end} onClick={() => choose({ kind: 'node', id })}>
      {words.name(id)}
    </button>
  )
  return (
    <>
      <h3>
        {end(link.from)} <span aria-hidden>→</span> {end(link.to)}
      </h3>
      <LinkReading link={link} />
      <p className={styles.reason}>{text(link.reason)}</p>
      <Grounds basis={link.basis} evidence={link.evidence} />
    </>
  )
}

/** One link read off an example, and what that leaves out. */
export function LinkReading({ link }: { link: Link }) {
  const t = useTranslations('links')
  const words = useLinkWords()
  const reading = useLinkReading()
  return (
    <>
      <p className={styles.reading}>{reading(link)}</p>
      <p className={styles.means}>
        {t('alone', { strength: words.strength(link) })} {t('silent')}
      </p>
    </>
  )
}

/** A variable with the links that lead to it and from it. */
function ChosenVariable({ variable }: { variable: Variable }) {
  const t = useTranslations('links')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const variants = useAtomValue(variantsAtom)
  const { pack } = model
  const into = pack.links.filter(({ to }) => to === variable.id)
  const out = pack.links.filter(({ from }) => from === variable.id)
  const baseline = baselineOf(model, variableIndex(model, variable.id), variants)
  const start = baseline && formatStart(variable.scale, baseline.value, locale)
  return (
    <>
      <h3>{text(variable.label)}</h3>
      <p className={styles.means}>
        {t('kind', { kind: variable.kind })}
        {start !== null && ` · ${t('baseline', { value: [start, unitOf(variable, text)].filter(Boolean).join(' ') })}`}
      </p>
      {into.length + out.length === 0 && <p>{t('untouched')}</p>}
      <Ends title={t('into', { n: into.length })} links={into} end="from" />
      <Ends title={t('out', { n: out.length })} links={out} end="to" />
      <p className={styles.ways}>
        <RulesLink place={{ by: 'variable', of: variable.id }}>{t('toRules')}</RulesLink>
        <RulesLink place={{ view: 'sensitivity', open: variable.id }}>{t('toSensitivity')}</RulesLink>
      </p>
    </>
  )
}

/** Links by their other end, each a button that chooses it. */
function Ends({ title, links, end }: { title: string; links: readonly Link[]; end: 'from' | 'to' }) {
  const words = useLinkWords()
  const [, choose] = useChosenPiece()
  if (links.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className={styles.ends}>
        {links.map((link) => (
          <li key={link.id}>
            <button type="button" onClick={() => choose({ kind: 'edge', id: link.id })}>
              <span>{words.name(link[end])}</span>
              <b>{words.strength(link)}</b>
              <small>{words.lagShort(link)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function HowToRead() {
  const t = useTranslations('links')
  const { locale } = useText()
  const query = useAtomValue(leadingAtom)('method', '')
  const [middle, heavy] = linkWeights.map((weight) => formatNumber(weight, 1, locale))
  return (
    <>
      <h3>{t('howTitle')}</h3>
      <p>{t('howShift')}</p>
      <p>{t('howLines', { middle: middle ?? '', heavy: heavy ?? '' })}</p>
      <p>{t('silent')}</p>
      <p>{t('howChoose')}</p>
      <p className={styles.ways}>
        <a href={`${pathOf(locale, 'method')}${query && `?${query}`}#links`}>{t('toMethod')}</a>
      </p>
    </>
  )
}
