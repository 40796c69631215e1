import type { Metadata } from 'next'
import { ShowPanel } from '../../../_panels/show-panel'
import { FollowSession } from '../../../_state/follow-session'
import { Workspace } from '../../../_state/workspace'
import en from '../../../_words/en.json'
import es from '../../../_words/es.json'
import { soundWorkshop } from '../../sound-workshop'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { page } = (await params).locale === 'es' ? es : en
  return { title: page.showTitle, description: page.showDescription }
}

export default async function Show({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="show" {...soundWorkshop()} locale={locale} words={locale === 'es' ? es : en}>
      <FollowSession />
      <ShowPanel />
    </Workspace>
  )
}
