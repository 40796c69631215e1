'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { LinkChosen } from '../_parts/link-chosen'
import { LinkFigure } from '../_parts/link-figure'
import { LinkList } from '../_parts/link-list'
import { modelAtom } from '../_state/url'
import styles from './links-panel.module.css'

/** What pushes what: the links of the model as a diagram, the chosen one in words, and all of them as a list. */
export function LinksPanel() {
  const t = useTranslations('links')
  const { pack } = useAtomValue(modelAtom)
  if (pack.links.length === 0) return <p className={styles.none}>{t('none')}</p>
  return (
    <div className={styles.links}>
      <div>
        <LinkFigure />
      </div>
      <div className={styles.side}>
        <LinkChosen />
      </div>
      <div className={styles.list}>
        <LinkList />
      </div>
    </div>
  )
}
