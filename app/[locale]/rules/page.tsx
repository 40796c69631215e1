import { PageFrame } from '../../_panels/page-frame'
import { RulesFrame } from '../../_panels/rules-frame'
import { RulesPanel } from '../../_panels/rules-panel'
import { TopBar } from '../../_panels/top-bar'
import { localeOf, PageOf, type PageProps, Standing, titled } from '../page-of'
import { LinksPanel, SensitivityPanel } from './later'

export const generateMetadata = titled('rules')

export default async function Rules({ params }: PageProps) {
  return (
    <PageOf page="rules" locale={await localeOf(params)}>
      <PageFrame top={<TopBar />} notices={<Standing />}>
        <RulesFrame book={<RulesPanel />} links={<LinksPanel />} sensitivity={<SensitivityPanel />} />
      </PageFrame>
    </PageOf>
  )
}
