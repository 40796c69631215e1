'use client'
import { content } from '#content'
import type { ReactNode } from 'react'
import type { Locale } from '../../lib/pack/schema'
import type { ContentFiles } from '../_content/content'
import { useReady } from '../_content/use-ready'
import type { Page } from './url'
import { Workspace } from './workspace'

/**
 * A page on its content. What the server made of it stands there meanwhile, and comes alive once the content was fetched.
 * Fails where it cannot be: with the message of the fetch, to the nearest boundary.
 */
export function Opened({
  page,
  locale,
  files,
  children,
}: {
  page: Page
  locale: Locale
  files: ContentFiles
  children: ReactNode
}) {
  // All are asked for before the first is waited for.
  const [pack, words] = [content.readPack(files.pack), content.readWords(files.words, locale)]
  return (
    <Workspace page={page} {...useReady(pack)} locale={locale} words={useReady(words)}>
      {children}
    </Workspace>
  )
}
