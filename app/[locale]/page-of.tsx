import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { Locale } from '../../lib/pack/schema'
import { filesOf } from '../_content/made'
import { CitedPanel } from '../_panels/cited-panel'
import { MinePanel } from '../_panels/mine-panel'
import { Notices } from '../_panels/notices'
import { Opened } from '../_state/opened'
import type { Page } from '../_state/url'
import en from '../_words/en.json'
import es from '../_words/es.json'

/** What Next hands to a page of one language. */
export interface PageProps {
  params: Promise<{ locale: string }>
}

/** A page on the content it stands on, which its code fetches: sooner, reading it would hold the first paint up. */
export function PageOf({ page, locale, children }: { page: Page; locale: Locale; children: ReactNode }) {
  return (
    <Opened page={page} locale={locale} files={filesOf(locale, false)}>
      {children}
    </Opened>
  )
}

/** What stands over every page to read: what the address asked in vain, the fact it cites, what was changed in the model. */
export function Standing() {
  return (
    <>
      <Notices />
      <CitedPanel />
      <MinePanel />
    </>
  )
}

type Named = 'compare' | 'evidence' | 'rules' | 'method' | 'present' | 'show' | 'speaker' | 'groups' | 'print'

/** Title and description of a page, in its language. */
export function titled(page: Named): (props: PageProps) => Promise<Metadata> {
  return async ({ params }) => {
    const words = (await localeOf(params)) === 'es' ? es.page : en.page
    return { title: words[`${page}Title`], description: words[`${page}Description`] }
  }
}

/** The language of a page: English but for its own path. */
export async function localeOf(params: PageProps['params']): Promise<Locale> {
  return (await params).locale === 'es' ? 'es' : 'en'
}
