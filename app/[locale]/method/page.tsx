import { MethodPanel } from '../../_panels/method-panel'
import { PageFrame } from '../../_panels/page-frame'
import { TopBar } from '../../_panels/top-bar'
import { localeOf, PageOf, type PageProps, Standing, titled } from '../page-of'
import { ModelsPanel } from './later'

export const generateMetadata = titled('method')

export default async function Method({ params }: PageProps) {
  return (
    <PageOf page="method" locale={await localeOf(params)}>
      <PageFrame top={<TopBar />} notices={<Standing />}>
        <MethodPanel models={<ModelsPanel />} />
      </PageFrame>
    </PageOf>
  )
}
