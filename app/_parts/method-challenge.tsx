'use client'
import { useAtomValue } from 'jotai'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { handAtom } from '../_state/method'
import { leadingAtom, type Page, pathOf } from '../_state/url'
import { useText } from '../_state/workspace'
import { Anchor } from '../_ui/anchor'
import styles from './method-challenge.module.css'
import { RuleLink } from './method-rule-link'
import { Row, Section, tags } from './method-section'
import { useWorked } from './use-worked'

/** Where a number can be changed, how the change travels, and how to write a model of one's own. */
export function MethodChallenge({ title, models }: { title: string; models: boolean }) {
  const t = useTranslations('method.challenge')
  const { locale } = useText()
  const leading = useAtomValue(leadingAtom)
  const to = (page: Page) => {
    const query = leading(page, '')
    return `${pathOf(locale, page)}${query && `?${query}`}`
  }
  const links = {
    ...tags,
    rules: (words: ReactNode) => <a href={to('rules')}>{words}</a>,
    evidence: (words: ReactNode) => <a href={to('evidence')}>{words}</a>,
    models: (words: ReactNode) => <Anchor to="models">{words}</Anchor>,
  }
  return (
    <Section id="challenge" title={title}>
      <Row beside={<Start />}>
        <p>{t.rich('rules', links)}</p>
        <p>{t('mine')}</p>
        <p>{t('travel')}</p>
        <p>{t.rich('direction', links)}</p>
        {models && <p>{t.rich('models', links)}</p>}
      </Row>
    </Section>
  )
}

/** The rules behind the number worked out by hand, each a way to its place on Rules. */
function Start() {
  const t = useTranslations('method.challenge')
  const hand = useAtomValue(handAtom)
  const { name, scenario } = useWorked()
  const rules = hand.kind === 'moved' ? hand.rules : []
  if (rules.length === 0) return null
  return (
    <section aria-label={t('start', { name, scenario })} className={styles.start}>
      <h3>{t('start', { name, scenario })}</h3>
      <ul>
        {rules.map(({ rule }) => (
          <li key={rule.id}>
            <RuleLink rule={rule} />
          </li>
        ))}
      </ul>
    </section>
  )
}
