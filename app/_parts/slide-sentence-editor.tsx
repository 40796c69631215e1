'use client'
import { useAtomValue } from 'jotai'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { adviseOn, mostWords } from '../../lib/deck/advice'
import { sayPlain, type TokenKind, tokenKinds } from '../../lib/deck/sentence'
import { variablesOf } from '../../lib/deck/slide'
import type { Locale } from '../../lib/pack/schema'
import { modelAtom } from '../_state/url'
import { slideAtom, standingAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { Menu } from '../_ui/menu'
import { BothField } from './both-field'
import styles from './slide-editor.module.css'
import { useChangeSlide } from './use-change-slide'
import { useSaidWords, useTerms } from './use-said-words'
import { VariableSelect } from './variable-select'

/** The sentence of a slide and its topic; words that the model computes are put in from a menu. */
export function SlideSentenceEditor() {
  const t = useTranslations('deck')
  const { variables } = useAtomValue(modelAtom).pack
  const { sentence, topic, chart } = useAtomValue(slideAtom)
  const change = useChangeSlide()
  const [of, setOf] = useState<string | null>(null)
  const variable = of ?? variablesOf(chart)[0] ?? variables[0]?.id ?? ''
  return (
    <section className={styles.section}>
      <h3>{t('sentence')}</h3>
      <BothField
        label={t('sentence')}
        value={sentence}
        most={240}
        rows={2}
        onChange={(sentence) => change({ sentence })}
        under={(locale, typed, put) => (
          <>
            <Insert locale={locale} variable={variable} put={put} />
            <Advice locale={locale} typed={typed} />
          </>
        )}
      />
      <label className={styles.field}>
        {t('insertOf')}
        <VariableSelect label={t('insertOf')} value={variable} onChoose={setOf} />
      </label>
      <BothField label={t('topic')} value={topic} most={60} mayBeEmpty onChange={(topic) => change({ topic })} />
    </section>
  )
}

/** A menu of what can be computed of a variable, each as it is said now. */
function Insert({ locale, variable, put }: { locale: Locale; variable: string; put: (text: string) => void }) {
  const t = useTranslations('deck')
  const standing = useAtomValue(standingAtom)
  const words = useSaidWords()
  const names: Record<TokenKind, string> = {
    word: t('tokenWord'),
    percent: t('tokenPercent'),
    baseline: t('tokenBaseline'),
    points: t('tokenPoints'),
    value: t('tokenValue'),
    way: t('tokenWay'),
    label: t('tokenLabel'),
  }
  const tokens = tokenKinds.map((kind) => ({ name: names[kind], text: `{${kind} ${variable}}` }))
  const from =
    standing.slide.chart.kind === 'waterfall' ? [{ name: t('tokenFrom'), text: `{percent ${variable} @from}` }] : []
  return (
    <Menu
      label={t(locale === 'en' ? 'insertEnglish' : 'insertSpanish')}
      className={`button ${styles.small}`}
      trigger={t('insert')}
      actions={[...tokens, ...from].map(({ name, text }) => ({
        label: t('token', { name, said: sayPlain(standing, text, words) }),
        act: () => put(text),
      }))}
    />
  )
}

/** How the sentence is said as the slide stands, in the language of the page, and what to mind about it. */
function Advice({ locale, typed }: { locale: Locale; typed: string }) {
  const t = useTranslations('deck')
  const { locale: own } = useText()
  const standing = useAtomValue(standingAtom)
  const words = useSaidWords()
  const terms = useTerms()
  const advice = adviseOn(standing, typed, { ...words, locale }, locale === own ? terms : [])
  return (
    <>
      {locale === own && (
        <p className={styles.said} aria-live="polite">
          {t('said', { sentence: advice.said })}
        </p>
      )}
      {advice.typed.length > 0 && <p className={styles.warning}>{t('typed', { list: advice.typed.join(', ') })}</p>}
      {advice.words > mostWords && (
        <p className={styles.warning}>{t('tooLong', { n: advice.words, most: mostWords })}</p>
      )}
    </>
  )
}
