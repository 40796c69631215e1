import type { Metadata } from 'next'
import { CitedPanel } from '../../_panels/cited-panel'
import { EvidenceFrame } from '../../_panels/evidence-frame'
import { FactHeadPanel } from '../../_panels/fact-head-panel'
import { FactListPanel } from '../../_panels/fact-list-panel'
import { FactPanel } from '../../_panels/fact-panel'
import { MinePanel } from '../../_panels/mine-panel'
import { Notices } from '../../_panels/notices'
import { PageFrame } from '../../_panels/page-frame'
import { PlacesPanel } from '../../_panels/places-panel'
import { TopBar } from '../../_panels/top-bar'
import { Workspace } from '../../_state/workspace'
import en from '../../_words/en.json'
import es from '../../_words/es.json'
import { soundPack } from '../sound-pack'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { page } = (await params).locale === 'es' ? es : en
  return { title: page.evidenceTitle, description: page.evidenceDescription }
}

export default async function Evidence({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="evidence" {...soundPack()} locale={locale} words={locale === 'es' ? es : en}>
      <PageFrame
        top={<TopBar />}
        notices={
          <>
            <Notices />
            <CitedPanel />
            <MinePanel />
          </>
        }
      >
        <EvidenceFrame head={<FactHeadPanel />} list={<FactListPanel />} map={<PlacesPanel />} fact={<FactPanel />} />
      </PageFrame>
    </Workspace>
  )
}
