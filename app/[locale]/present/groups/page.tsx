import { BoardOutcomePanel } from '../../../_panels/board-outcome-panel'
import { BoardPanel } from '../../../_panels/board-panel'
import { GroupsPanel } from '../../../_panels/groups-panel'
import { PageFrame } from '../../../_panels/page-frame'
import { TopBar } from '../../../_panels/top-bar'
import { FollowSession } from '../../../_state/follow-session'
import { localeOf, type PageProps, Standing, titled } from '../../page-of'
import { PresentedPage } from '../presented-page'

export const generateMetadata = titled('groups')

export default async function Groups({ params }: PageProps) {
  return (
    <PresentedPage page="groups" locale={await localeOf(params)}>
      <FollowSession />
      <PageFrame top={<TopBar />} notices={<Standing />} whole>
        <GroupsPanel />
        <BoardPanel />
        <BoardOutcomePanel />
      </PageFrame>
    </PresentedPage>
  )
}
