import { DeckPanel } from '../../_panels/deck-panel'
import { PageFrame } from '../../_panels/page-frame'
import { PresentFrame } from '../../_panels/present-frame'
import { SlidePanel } from '../../_panels/slide-panel'
import { SlidesPanel } from '../../_panels/slides-panel'
import { TopBar } from '../../_panels/top-bar'
import { localeOf, type PageProps, Standing, titled } from '../page-of'
import { SlideEditorPanel } from './later'
import { PresentedPage } from './presented-page'

export const generateMetadata = titled('present')

export default async function Present({ params }: PageProps) {
  return (
    <PresentedPage page="present" locale={await localeOf(params)}>
      <PageFrame top={<TopBar />} notices={<Standing />} whole>
        <PresentFrame
          deck={<DeckPanel />}
          slides={<SlidesPanel />}
          slide={<SlidePanel />}
          editor={<SlideEditorPanel />}
        />
      </PageFrame>
    </PresentedPage>
  )
}
