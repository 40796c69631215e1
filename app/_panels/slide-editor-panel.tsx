'use client'
import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { SlideChartEditor } from '../_parts/slide-chart-editor'
import styles from '../_parts/slide-editor.module.css'
import { SlideGroundEditor } from '../_parts/slide-ground-editor'
import { SlideSentenceEditor } from '../_parts/slide-sentence-editor'
import { SlideAskedEditor, SlideNotesEditor } from '../_parts/slide-speech-editor'
import { SlideStatesEditor } from '../_parts/slide-states-editor'
import { deckConditionAtom } from '../_state/decks'
import { presentingAtom } from '../_state/url'
import { slideAtom, slideIndexAtom } from '../_state/workshop'

/** All that can be written of the slide in use. */
export function SlideEditorPanel() {
  const t = useTranslations('deck')
  const { id } = useAtomValue(slideAtom)
  const index = useAtomValue(slideIndexAtom)
  const { deck } = useAtomValue(presentingAtom)
  // Until the browser's storage is known, an edit would not know what it edits.
  const opening = useAtomValue(deckConditionAtom).status === 'loading'
  return (
    <section className={styles.editor} aria-labelledby="editor-title" inert={opening}>
      <h2 id="editor-title">{t('editor', { n: index + 1 })}</h2>
      {deck === null && <p className={styles.hint}>{t('copiesFirst')}</p>}
      <div key={id} className={styles.sections}>
        <SlideSentenceEditor />
        <SlideChartEditor />
        <SlideStatesEditor />
        <SlideGroundEditor />
        <SlideNotesEditor />
        <SlideAskedEditor />
      </div>
    </section>
  )
}
