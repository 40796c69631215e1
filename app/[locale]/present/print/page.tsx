import type { Metadata } from 'next'
import { MinePanel } from '../../../_panels/mine-panel'
import { Notices } from '../../../_panels/notices'
import { PageFrame } from '../../../_panels/page-frame'
import { PaperPanel } from '../../../_panels/paper-panel'
import { TopBar } from '../../../_panels/top-bar'
import { Workspace } from '../../../_state/workspace'
import en from '../../../_words/en.json'
import es from '../../../_words/es.json'
import { soundWorkshop } from '../../sound-workshop'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const words = (await params).locale === 'es' ? es : en
  return { title: words.paper.pageTitle, description: words.paper.pageDescription }
}

export default async function Print({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="print" {...soundWorkshop()} locale={locale} words={locale === 'es' ? es : en}>
      <PageFrame
        top={<TopBar />}
        notices={
          <>
            <Notices />
            <MinePanel />
          </>
        }
      >
        <PaperPanel />
      </PageFrame>
    </Workspace>
  )
}
