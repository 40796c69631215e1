import { EvidenceFrame } from '../../_panels/evidence-frame'
import { FactHeadPanel } from '../../_panels/fact-head-panel'
import { FactListPanel } from '../../_panels/fact-list-panel'
import { FactPanel } from '../../_panels/fact-panel'
import { PageFrame } from '../../_panels/page-frame'
import { PlacesPanel } from '../../_panels/places-panel'
import { TopBar } from '../../_panels/top-bar'
import { localeOf, PageOf, type PageProps, Standing, titled } from '../page-of'

export const generateMetadata = titled('evidence')

export default async function Evidence({ params }: PageProps) {
  return (
    <PageOf page="evidence" locale={await localeOf(params)}>
      <PageFrame top={<TopBar />} notices={<Standing />}>
        <EvidenceFrame head={<FactHeadPanel />} list={<FactListPanel />} map={<PlacesPanel />} fact={<FactPanel />} />
      </PageFrame>
    </PageOf>
  )
}
