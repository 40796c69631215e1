import type { Metadata } from 'next'
import { SpeakerPanel } from '../../../_panels/speaker-panel'
import { FollowSession } from '../../../_state/follow-session'
import { Workspace } from '../../../_state/workspace'
import en from '../../../_words/en.json'
import es from '../../../_words/es.json'
import { soundWorkshop } from '../../sound-workshop'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { page } = (await params).locale === 'es' ? es : en
  return { title: page.speakerTitle, description: page.speakerDescription }
}

export default async function Speaker({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="speaker" {...soundWorkshop()} locale={locale} words={locale === 'es' ? es : en}>
      <FollowSession />
      <SpeakerPanel />
    </Workspace>
  )
}
