import type { ReactNode } from 'react'
import type { Locale } from '../../../lib/pack/schema'
import { filesOf } from '../../_content/made'
import { Opened } from '../../_state/opened'
import { Presented } from '../../_state/presented'
import type { Page } from '../../_state/url'

/** A page of a presentation: on the content it stands on, decks too, whose code the other pages do without. */
export function PresentedPage({ page, locale, children }: { page: Page; locale: Locale; children: ReactNode }) {
  const files = filesOf(locale, true)
  return (
    <Opened page={page} locale={locale} files={files}>
      {files.workshop !== null && <Presented file={files.workshop}>{children}</Presented>}
    </Opened>
  )
}
