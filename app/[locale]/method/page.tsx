import type { Metadata } from 'next'
import { CitedPanel } from '../../_panels/cited-panel'
import { MethodPanel } from '../../_panels/method-panel'
import { MinePanel } from '../../_panels/mine-panel'
import { ModelsPanel } from '../../_panels/models-panel'
import { Notices } from '../../_panels/notices'
import { PageFrame } from '../../_panels/page-frame'
import { TopBar } from '../../_panels/top-bar'
import { Workspace } from '../../_state/workspace'
import en from '../../_words/en.json'
import es from '../../_words/es.json'
import { soundPack } from '../sound-pack'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { page } = (await params).locale === 'es' ? es : en
  return { title: page.methodTitle, description: page.methodDescription }
}

export default async function Method({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="method" {...soundPack()} locale={locale} words={locale === 'es' ? es : en}>
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
        <MethodPanel models={<ModelsPanel />} />
      </PageFrame>
    </Workspace>
  )
}
