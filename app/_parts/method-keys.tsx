'use client'
import { useTranslations } from 'use-intl'
import { LetterKeysSwitch } from './letter-keys-switch'
import { Row, Section } from './method-section'

/** The keys of the pages, and the switch for who does not want those of one letter. */
export function MethodKeys({ title }: { title: string }) {
  const t = useTranslations('method.keys')
  return (
    <Section id="keys" title={title}>
      <Row>
        <p>{t('pages')}</p>
        <p>{t('off')}</p>
        <LetterKeysSwitch />
      </Row>
    </Section>
  )
}
