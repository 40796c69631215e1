import type { Metadata } from 'next'
import { DeckPanel } from '../../_panels/deck-panel'
import { MinePanel } from '../../_panels/mine-panel'
import { Notices } from '../../_panels/notices'
import { PageFrame } from '../../_panels/page-frame'
import { PresentFrame } from '../../_panels/present-frame'
import { SlideEditorPanel } from '../../_panels/slide-editor-panel'
import { SlidePanel } from '../../_panels/slide-panel'
import { SlidesPanel } from '../../_panels/slides-panel'
import { TopBar } from '../../_panels/top-bar'
import { Workspace } from '../../_state/workspace'
import en from '../../_words/en.json'
import es from '../../_words/es.json'
import { soundWorkshop } from '../sound-workshop'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { page } = (await params).locale === 'es' ? es : en
  return { title: page.presentTitle, description: page.presentDescription }
}

export default async function Present({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="present" {...soundWorkshop()} locale={locale} words={locale === 'es' ? es : en}>
      <PageFrame
        top={<TopBar />}
        notices={
          <>
            <Notices />
            <MinePanel />
          </>
        }
      >
        <PresentFrame
          deck={<DeckPanel />}
          slides={<SlidesPanel />}
          slide={<SlidePanel />}
          editor={<SlideEditorPanel />}
        />
      </PageFrame>
    </Workspace>
  )
}
