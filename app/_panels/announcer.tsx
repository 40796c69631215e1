'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { differing } from '../../lib/scenario/assignment'
import { assignmentAtom, summaryAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'

/** One polite sentence after each change, for who listens to the page. */
export function Announcer() {
  const t = useTranslations('announce')
  const model = useAtomValue(modelAtom)
  const { likely, likelyBefore, risks } = useAtomValue(summaryAtom)
  const assignment = useAtomValue(assignmentAtom)
  const n = differing(model, model.baseline, assignment).length
  return (
    <p className="hidden" role="status" aria-live="polite">
      {/* A new element for each assignment: a sentence that reads like the last one is announced all the same. */}
      <span key={Object.values(assignment).join()}>
        {t('changed', { n, likely, total: risks, before: likelyBefore })}
      </span>
    </p>
  )
}
