import { SpeakerPanel } from '../../../_panels/speaker-panel'
import { FollowSession } from '../../../_state/follow-session'
import { localeOf, type PageProps, titled } from '../../page-of'
import { PresentedPage } from '../presented-page'

export const generateMetadata = titled('speaker')

export default async function Speaker({ params }: PageProps) {
  return (
    <PresentedPage page="speaker" locale={await localeOf(params)}>
      <FollowSession />
      <SpeakerPanel />
    </PresentedPage>
  )
}
