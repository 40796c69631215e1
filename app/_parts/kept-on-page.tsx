'use client'
import { useAtomValue, useSetAtom } from 'jotai'
import { useTranslations } from 'use-intl'
import { addColumn, editColumn } from '../../lib/scenario/comparison'
import { fit, type Kept } from '../../lib/scenario/kept'
import { openScenarioFile, saveScenarioFile, saveText } from '../_files/scenario-file'
import { hashAtom } from '../_state/atoms'
import { filedChangesAtom } from '../_state/mine'
import { comparisonAtom, modelAtom, pageAtom, queryAtom, screenAtom } from '../_state/url'
import { useSides } from './compared'
import { KeptShelf } from './kept-shelf'
import { useTitle } from './use-title'

interface Closable {
  onClose: () => void
}

/** Saved scenarios: of what is on this page, and for use on it. */
export function KeptOnPage(props: Closable) {
  return useAtomValue(pageAtom) === 'explore' ? <ExploreShelf {...props} /> : <CompareShelf {...props} />
}

function ExploreShelf({ onClose }: Closable) {
  const t = useTranslations('kept')
  const model = useAtomValue(modelAtom)
  const { assignment, kept } = useAtomValue(screenAtom)
  const setScreen = useSetAtom(screenAtom)
  const title = useTitle()
  return (
    <KeptShelf
      onClose={onClose}
      savables={[{ key: 'explore', letter: null, label: title(assignment), assignment, kept }]}
      onSaved={(_, id) => setScreen({ kept: id })}
      uses={[
        {
          label: t('toExplore'),
          act: (chosen) => setScreen({ assignment: fit(model, chosen).assignment, kept: chosen.id }),
        },
      ]}
      file={useFiles(null)}
    />
  )
}

function CompareShelf({ onClose }: Closable) {
  const t = useTranslations('kept')
  const model = useAtomValue(modelAtom)
  const comparison = useAtomValue(comparisonAtom)
  const setComparison = useSetAtom(comparisonAtom)
  const query = useAtomValue(queryAtom)
  const { all } = useSides()
  const savables = all.map(({ letter, full, name, assignment, place }) => ({
    key: letter ?? '',
    letter,
    label: place === null ? full : name,
    assignment,
    kept: comparison.columns[place ?? -1]?.kept ?? null,
  }))
  return (
    <KeptShelf
      onClose={onClose}
      savables={savables}
      onSaved={(key, id) => {
        const at = savables.findIndex((savable) => savable.key === key)
        setComparison({ columns: editColumn(comparison, at, { kept: id }).columns })
      }}
      uses={[
        {
          label: t('toCompare'),
          act: (chosen) =>
            setComparison(addColumn(comparison, { assignment: fit(model, chosen).assignment, kept: chosen.id })),
        },
      ]}
      file={useFiles(query)}
    />
  )
}

function useFiles(query: string | null) {
  const { meta } = useAtomValue(modelAtom).pack
  const pack = { id: meta.id, version: meta.version, hash: useAtomValue(hashAtom) }
  const changes = useAtomValue(filedChangesAtom)
  return {
    write: (scenarios: readonly Kept[]) => saveScenarioFile(scenarios, pack, query, changes),
    read: (file: File) => openScenarioFile(file, pack),
    raw: saveText,
  }
}
