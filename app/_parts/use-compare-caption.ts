import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import type { Caption } from '../_charts/picture'
import { changesAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'
import { useSides } from './compared'

/** Words of a saved picture of Compare: its title, the scenarios in it and what they are compared with, its source and date. */
export function useCompareCaption(): (title: string, subtitle: string) => Caption {
  const t = useTranslations('compare')
  const save = useTranslations('save')
  const mine = useTranslations('mine')
  const changes = useAtomValue(changesAtom)
  const { text } = useText()
  const { meta } = useAtomValue(modelAtom).pack
  const { columns, reference } = useSides()
  return (title, subtitle) => ({
    title,
    subtitle,
    assumptions: t('captionSides', { list: columns.map(({ full }) => full).join('; '), reference: reference.said }),
    source: [
      save('source', { ...meta.source, date: text(meta.evidenceDate), id: meta.id, version: meta.version }),
      ...(changes.length > 0 ? [mine('captionChanges', { n: changes.length })] : []),
    ].join(' '),
  })
}
