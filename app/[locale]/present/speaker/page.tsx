import { SpeakerPanel } from '../../../_panels/speaker-panel'
import { FollowSession } from '../../../_state/follow-session'
import { localeOf, PageOf, type PageProps, titled } from '../../page-of'

export const generateMetadata = titled('speaker')

export default async function Speaker({ params }: PageProps) {
  return (
    <PageOf page="speaker" locale={await localeOf(params)}>
      <FollowSession />
      <SpeakerPanel />
    </PageOf>
  )
}
