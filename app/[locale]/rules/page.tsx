import type { Metadata } from 'next'
import { CitedPanel } from '../../_panels/cited-panel'
import { LinksPanel } from '../../_panels/links-panel'
import { MinePanel } from '../../_panels/mine-panel'
import { Notices } from '../../_panels/notices'
import { PageFrame } from '../../_panels/page-frame'
import { RulesFrame } from '../../_panels/rules-frame'
import { RulesPanel } from '../../_panels/rules-panel'
import { SensitivityPanel } from '../../_panels/sensitivity-panel'
import { TopBar } from '../../_panels/top-bar'
import { Workspace } from '../../_state/workspace'
import en from '../../_words/en.json'
import es from '../../_words/es.json'
import { soundPack } from '../sound-pack'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { page } = (await params).locale === 'es' ? es : en
  return { title: page.rulesTitle, description: page.rulesDescription }
}

export default async function Rules({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="rules" {...soundPack()} locale={locale} words={locale === 'es' ? es : en}>
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
        <RulesFrame book={<RulesPanel />} links={<LinksPanel />} sensitivity={<SensitivityPanel />} />
      </PageFrame>
    </Workspace>
  )
}
