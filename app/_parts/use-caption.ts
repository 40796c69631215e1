'use client'
import { useStore } from 'jotai'
import { useTranslations } from 'use-intl'
import { differing } from '../../lib/scenario/assignment'
import type { Caption } from '../_charts/picture'
import { assignmentAtom } from '../_state/atoms'
import { changesAtom, modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** Words of a saved picture: its title, the assumptions it was drawn under, its source and date. Read when saved, not before. */
export function useCaption(): (title: string, subtitle: string) => Caption {
  const t = useTranslations('save')
  const mine = useTranslations('mine')
  const { text } = useText()
  const store = useStore()
  return (title, subtitle) => {
    const model = store.get(modelAtom)
    const assignment = store.get(assignmentAtom)
    const changes = store.get(changesAtom)
    const { meta, assumptions } = model.pack
    const list = differing(model, model.baseline, assignment).flatMap((id) => {
      const assumption = assumptions.find((a) => a.id === id)
      const state = assumption?.states.find((s) => s.id === assignment[id])
      return assumption && state ? [`${text(assumption.label)}: ${text(state.label)}`] : []
    })
    return {
      title,
      subtitle,
      assumptions: list.length > 0 ? t('assumptions', { list: list.join('; ') }) : t('noChanges'),
      source: [
        t('source', { ...meta.source, date: text(meta.evidenceDate), id: meta.id, version: meta.version }),
        ...(changes.length > 0 ? [mine('captionChanges', { n: changes.length })] : []),
      ].join(' '),
    }
  }
}

/** Words of a chart's menu. */
export function useFrameWords(name: string) {
  const t = useTranslations('save')
  return {
    actions: t('actions', { name }),
    png: t('png'),
    svg: t('svg'),
    csv: t('csv'),
    asTable: t('asTable'),
    asChart: t('asChart'),
    failed: t('failed'),
  }
}
