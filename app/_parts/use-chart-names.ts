import { useTranslations } from 'use-intl'
import type { SlideChart } from '../../lib/deck/schema'

/** The kinds of charts that a slide can show, by name, in the order of a menu. */
export function useChartNames(): readonly { kind: SlideChart['kind']; name: string }[] {
  const t = useTranslations('deck')
  return [
    { kind: 'ladder', name: t('kindLadder') },
    { kind: 'path', name: t('kindPath') },
    { kind: 'comparison', name: t('kindComparison') },
    { kind: 'waterfall', name: t('kindWaterfall') },
    { kind: 'map', name: t('kindMap') },
    { kind: 'text', name: t('kindText') },
  ]
}
