'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { MethodChallenge } from '../_parts/method-challenge'
import { MethodHand } from '../_parts/method-hand'
import { MethodKeys } from '../_parts/method-keys'
import { MethodLimits } from '../_parts/method-limits'
import { MethodLinks } from '../_parts/method-links'
import { MethodModel } from '../_parts/method-model'
import { MethodRamps } from '../_parts/method-ramps'
import { MethodRanges } from '../_parts/method-ranges'
import { MethodReasons } from '../_parts/method-reasons'
import { MethodScales } from '../_parts/method-scales'
import { MethodWords } from '../_parts/method-words'
import { changesAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { Anchor } from '../_ui/anchor'
import { useCurrent } from '../_ui/use-current'
import styles from './method-panel.module.css'

/** How the numbers come about, part by part, on numbers of the pack in use; `models` is the part on a model of one's own. */
export function MethodPanel({ models }: { models?: ReactNode }) {
  const t = useTranslations('method.titles')
  const titles = {
    model: t('model'),
    scales: t('scales'),
    ramps: t('ramps'),
    links: t('links'),
    hand: t('hand'),
    ranges: t('ranges'),
    words: t('words'),
    reasons: t('reasons'),
    limits: t('limits'),
    challenge: t('challenge'),
  } as const
  const parts = [
    ...Object.entries(titles).map(([id, title]) => ({ id, title })),
    ...(models ? [{ id: 'models', title: t('models') }] : []),
    { id: 'keys', title: t('keys') },
  ]
  return (
    <div className={styles.page}>
      <Head />
      <Contents parts={parts} />
      <div className={styles.parts}>
        <MethodModel title={titles.model} />
        <MethodScales title={titles.scales} />
        <MethodRamps title={titles.ramps} />
        <MethodLinks title={titles.links} />
        <MethodHand title={titles.hand} />
        <MethodRanges title={titles.ranges} />
        <MethodWords title={titles.words} />
        <MethodReasons title={titles.reasons} />
        <MethodLimits title={titles.limits} />
        <MethodChallenge title={titles.challenge} models={Boolean(models)} />
        {models}
        <MethodKeys title={t('keys')} />
      </div>
    </div>
  )
}

function Head() {
  const t = useTranslations('method')
  const { text } = useText()
  const { meta } = useAtomValue(modelAtom).pack
  const changes = useAtomValue(changesAtom).length
  return (
    <header className={styles.head}>
      <h1>{t('title')}</h1>
      <p>
        {t('lead', { name: text(meta.title), version: meta.version })} {changes > 0 && t('leadMine', { n: changes })}
      </p>
      <p className={styles.hurry}>
        {t.rich('hurry', {
          hand: (words) => <Anchor to="hand">{words}</Anchor>,
          limits: (words) => <Anchor to="limits">{words}</Anchor>,
        })}
      </p>
    </header>
  )
}

/** The parts of the page: beside them on a wide screen, where the one being read is marked; folded above them elsewhere. */
function Contents({ parts }: { parts: readonly { id: string; title: string }[] }) {
  const t = useTranslations('method')
  const current = useCurrent(parts.map(({ id }) => id))
  const list = (
    <ol>
      {parts.map(({ id, title }) => (
        <li key={id}>
          <Anchor to={id} current={id === current}>
            {title}
          </Anchor>
        </li>
      ))}
    </ol>
  )
  return (
    <>
      <nav aria-label={t('contents')} className={styles.contents}>
        {list}
      </nav>
      <details className={styles.folded}>
        <summary>{t('contents')}</summary>
        <nav aria-label={t('contents')}>{list}</nav>
      </details>
    </>
  )
}
