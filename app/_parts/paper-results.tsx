'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { differing } from '../../lib/scenario/assignment'
import { type Group, groupsAtom } from '../_state/groups'
import { codeQueriesAtom } from '../_state/paper'
import { modelAtom, shownAtom } from '../_state/url'
import { standingAtom } from '../_state/workshop'
import { useText } from '../_state/workspace'
import { PaperAssumed } from './paper-assumed'
import { useBoardBlocks } from './paper-board'
import { type Block, type Leaf, PaperFlow } from './paper-flow'
import { PaperLines } from './paper-lines'
import { PaperShifts } from './paper-shifts'
import text from './paper-text.module.css'
import { useSlideWords } from './use-slide-words'
import { useTitle } from './use-title'

/** Most shifts on a results sheet. */
const most = 8

/** What came of the session: the board of the groups and a sheet for each; without groups, the slide as it stands. */
export function PaperResults() {
  const groups = useAtomValue(groupsAtom)
  return groups.length > 0 ? <OfGroups groups={groups} /> : <OfSlide />
}

function OfGroups({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations('paper')
  const { locale } = useText()
  const queries = useAtomValue(codeQueriesAtom)
  const { year } = useAtomValue(shownAtom)
  const rows = useResultRows()
  const board = {
    key: 'board',
    opens: { page: 'groups', query: queries.presenting(), says: t('opensBoard') },
    blocks: useBoardBlocks(),
  } as const
  const sheets = groups.map((group): Leaf => {
    const saved = new Date(group.savedAt).toLocaleString(locale === 'es' ? 'es-PE' : 'en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
    })
    return {
      key: group.id,
      title: group.name,
      opens: { page: 'explore', query: queries.scenario(group.assignment), says: t('opensResult') },
      blocks: [
        { key: 'head', content: <Head over={t('resultOf', { saved })} title={group.name} said={group.note} /> },
        ...rows(group.assignment),
        { key: 'shifts', content: <PaperShifts assignment={group.assignment} year={year} most={most} /> },
        { key: 'notes', content: <Notes /> },
      ],
    }
  })
  return <PaperFlow part="results" leaves={[board, ...sheets]} />
}

function OfSlide() {
  const t = useTranslations('paper')
  const title = useTitle()
  const queries = useAtomValue(codeQueriesAtom)
  const standing = useAtomValue(standingAtom)
  const words = useSlideWords()(standing)
  const rows = useResultRows()
  const { assignment, year } = standing
  const leaf: Leaf = {
    key: 'slide',
    opens: { page: 'explore', query: queries.scenario(assignment, { year }), says: t('opensResult') },
    blocks: [
      { key: 'head', content: <Head over={t('resultSlide')} title={title(assignment)} said={words.sentence} /> },
      ...rows(assignment),
      { key: 'shifts', content: <PaperShifts assignment={assignment} year={year} most={most} /> },
      { key: 'notes', content: <Notes /> },
    ],
  }
  return <PaperFlow part="results" leaves={[leaf]} />
}

function Head({ over, title, said }: { over: string; title: string; said: string }) {
  return (
    <>
      <p className={text.over}>{over}</p>
      <h2 className={text.title}>{title}</h2>
      {said !== '' && <p className={text.story}>{said}</p>}
    </>
  )
}

function Notes() {
  const t = useTranslations('paper')
  return (
    <>
      <h3 className={text.section}>{t('notes')}</h3>
      <PaperLines lines={8} />
    </>
  )
}

/** The assumptions that an assignment changes, a row each, under their heading. */
function useResultRows(): (assignment: Readonly<Record<string, string>>) => Block[] {
  const t = useTranslations('paper')
  const model = useAtomValue(modelAtom)
  return (assignment) => {
    const changed = differing(model, model.baseline, assignment)
    const rows = changed.map((id) => ({
      key: id,
      content: <PaperAssumed assumption={id} state={assignment[id] ?? ''} />,
    }))
    const heading = t('changed', { n: changed.length, total: model.pack.assumptions.length })
    return [
      { key: 'changed', heads: changed.length > 0, content: <h3 className={text.section}>{heading}</h3> },
      ...rows,
    ]
  }
}
