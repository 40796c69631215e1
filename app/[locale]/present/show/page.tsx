import { ShowPanel } from '../../../_panels/show-panel'
import { FollowSession } from '../../../_state/follow-session'
import { localeOf, type PageProps, titled } from '../../page-of'
import { PresentedPage } from '../presented-page'

export const generateMetadata = titled('show')

export default async function Show({ params }: PageProps) {
  return (
    <PresentedPage page="show" locale={await localeOf(params)}>
      <FollowSession />
      <ShowPanel />
    </PresentedPage>
  )
}
