import { PageFrame } from '../../../_panels/page-frame'
import { PaperPanel } from '../../../_panels/paper-panel'
import { TopBar } from '../../../_panels/top-bar'
import { localeOf, type PageProps, Standing, titled } from '../../page-of'
import { PresentedPage } from '../presented-page'

export const generateMetadata = titled('print')

export default async function Print({ params }: PageProps) {
  return (
    <PresentedPage page="print" locale={await localeOf(params)}>
      <PageFrame top={<TopBar />} notices={<Standing />}>
        <PaperPanel />
      </PageFrame>
    </PresentedPage>
  )
}
