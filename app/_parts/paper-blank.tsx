'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Assumption } from '../../lib/pack/schema'
import { StateMark } from '../_charts/mark'
import { codeQueriesAtom } from '../_state/paper'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import styles from './paper-blank.module.css'
import { type Block, PaperFlow } from './paper-flow'
import { PaperLines } from './paper-lines'
import text from './paper-text.module.css'

/** Every assumption with its question and a box for each of its states, to be ticked by hand. */
export function PaperBlank() {
  const t = useTranslations('paper')
  const { assumptions } = useAtomValue(modelAtom).pack
  const queries = useAtomValue(codeQueriesAtom)
  const kinds = [
    { kind: 'uncertainty', title: t('uncertainties') },
    { kind: 'lever', title: t('levers') },
  ] as const
  const blocks = kinds.flatMap(({ kind, title }): Block[] => {
    const own = assumptions.filter((assumption) => assumption.kind === kind)
    if (own.length === 0) return []
    return [
      { key: kind, heads: true, content: <h3 className={text.section}>{title}</h3> },
      ...own.map((assumption) => ({ key: assumption.id, content: <Question assumption={assumption} /> })),
    ]
  })
  return (
    <PaperFlow
      part="blank"
      leaves={[
        {
          key: 'blank',
          opens: { page: 'groups', query: queries.presenting(), says: t('opensGroups') },
          blocks: [{ key: 'head', content: <Head /> }, ...blocks, { key: 'why', content: <Why /> }],
        },
      ]}
    />
  )
}

function Head() {
  const t = useTranslations('paper')
  const { text: inLocale } = useText()
  const { meta } = useAtomValue(modelAtom).pack
  return (
    <>
      <h2 className={text.title}>{t('blankTitle')}</h2>
      <p className={text.fill}>
        <span>{t('group')}</span>
        <span>{t('names')}</span>
      </p>
      <p className={`${text.small} ${styles.key}`}>
        {t('blankHow')}{' '}
        <span className={styles.ring}>
          <StateMark chosen={false} baseline />
        </span>{' '}
        {inLocale(meta.baselineLabel)}.
      </p>
    </>
  )
}

function Why() {
  const t = useTranslations('paper')
  return (
    <>
      <h3 className={text.section}>{t('why')}</h3>
      <PaperLines lines={6} />
    </>
  )
}

function Question({ assumption }: { assumption: Assumption }) {
  const { text: inLocale } = useText()
  return (
    <div className={styles.question}>
      <p>
        <b>{inLocale(assumption.label)}.</b> {inLocale(assumption.question)}
      </p>
      <ul>
        {assumption.states.map(({ id, label, baseline }) => (
          <li key={id}>
            <i className={styles.box} aria-hidden />
            {inLocale(label)}
            {baseline && (
              <span className={styles.ring}>
                <StateMark chosen={false} baseline />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
