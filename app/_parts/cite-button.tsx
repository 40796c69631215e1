'use client'
import { useTranslations } from 'use-intl'
import { Bubble } from '../_ui/bubble'
import { later } from '../_ui/later'
import styles from './cite-button.module.css'

const Citation = later(() => import('./citation').then((own) => own.Citation))

/** A text to cite the screen by: title, pack and content, date of the evidence, and a link that shows these numbers again. */
export function CiteButton(props: { title: string; reference: string | null; className?: string }) {
  const t = useTranslations('cite')
  return (
    <Bubble
      wide
      label={t('title')}
      trigger={
        <button type="button" className={props.className ?? 'link'}>
          {t('button')}
        </button>
      }
    >
      <h3 className={styles.title}>{t('title')}</h3>
      <Citation title={props.title} reference={props.reference} />
    </Bubble>
  )
}
