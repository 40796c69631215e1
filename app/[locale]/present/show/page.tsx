import { ShowPanel } from '../../../_panels/show-panel'
import { FollowSession } from '../../../_state/follow-session'
import { localeOf, PageOf, type PageProps, titled } from '../../page-of'

export const generateMetadata = titled('show')

export default async function Show({ params }: PageProps) {
  return (
    <PageOf page="show" locale={await localeOf(params)}>
      <FollowSession />
      <ShowPanel />
    </PageOf>
  )
}
