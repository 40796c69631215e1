'use client'
import { later } from '../../_ui/later'

/** What Present has below the slide: fetched after it. */
export const SlideEditorPanel = later(() =>
  import('../../_panels/slide-editor-panel').then((own) => own.SlideEditorPanel),
)
