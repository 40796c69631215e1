import type { Metadata } from 'next'
import { BoardOutcomePanel } from '../../../_panels/board-outcome-panel'
import { BoardPanel } from '../../../_panels/board-panel'
import { GroupsPanel } from '../../../_panels/groups-panel'
import { MinePanel } from '../../../_panels/mine-panel'
import { Notices } from '../../../_panels/notices'
import { PageFrame } from '../../../_panels/page-frame'
import { TopBar } from '../../../_panels/top-bar'
import { FollowSession } from '../../../_state/follow-session'
import { Workspace } from '../../../_state/workspace'
import en from '../../../_words/en.json'
import es from '../../../_words/es.json'
import { soundWorkshop } from '../../sound-workshop'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const words = (await params).locale === 'es' ? es : en
  return { title: words.groups.pageTitle, description: words.groups.pageDescription }
}

export default async function Groups({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="groups" {...soundWorkshop()} locale={locale} words={locale === 'es' ? es : en}>
      <FollowSession />
      <PageFrame
        top={<TopBar />}
        notices={
          <>
            <Notices />
            <MinePanel />
          </>
        }
      >
        <GroupsPanel />
        <BoardPanel />
        <BoardOutcomePanel />
      </PageFrame>
    </Workspace>
  )
}
