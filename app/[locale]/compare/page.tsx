import type { Metadata } from 'next'
import { CitedPanel } from '../../_panels/cited-panel'
import { CompareAnnouncer } from '../../_panels/compare-announcer'
import { CompareAssumptionPanel } from '../../_panels/compare-assumption-panel'
import { CompareFrame } from '../../_panels/compare-frame'
import { CompareHead } from '../../_panels/compare-head'
import { CompareIndicatorPanel } from '../../_panels/compare-indicator-panel'
import { CompareLadderPanel } from '../../_panels/compare-ladder-panel'
import { ComparePrintNote } from '../../_panels/compare-print-note'
import { CompareSectorPanel } from '../../_panels/compare-sector-panel'
import { DifferencePanel } from '../../_panels/difference-panel'
import { KeptPanel } from '../../_panels/kept-panel'
import { MinePanel } from '../../_panels/mine-panel'
import { Notices } from '../../_panels/notices'
import { PairedPanel } from '../../_panels/paired-panel'
import { GainsPanel } from '../../_panels/gains-panel'
import { OutcomePanel } from '../../_panels/outcome-panel'
import { PartingPanel } from '../../_panels/parting-panel'
import { TakeHomePanel } from '../../_panels/take-home-panel'
import { TopBar } from '../../_panels/top-bar'
import { Later, SidesProvider } from '../../_parts/compared'
import { Workspace } from '../../_state/workspace'
import en from '../../_words/en.json'
import es from '../../_words/es.json'
import { soundPack } from '../sound-pack'

export async function generateMetadata({ params }: { params: Promise<{ locale: string }> }): Promise<Metadata> {
  const { page } = (await params).locale === 'es' ? es : en
  return { title: page.compareTitle, description: page.compareDescription }
}

export default async function Compare({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="compare" {...soundPack()} locale={locale} words={locale === 'es' ? es : en}>
      <SidesProvider>
        <CompareFrame
          top={
            <TopBar ways={<TakeHomePanel />}>
              <KeptPanel />
            </TopBar>
          }
          notices={
            <>
              <Notices />
              <CitedPanel />
              <MinePanel />
            </>
          }
          head={
            <CompareHead>
              <TakeHomePanel />
            </CompareHead>
          }
          ladder={<CompareLadderPanel />}
          sectors={<CompareSectorPanel />}
          difference={<DifferencePanel />}
          paired={<PairedPanel />}
          indicators={<CompareIndicatorPanel />}
          assumptions={<CompareAssumptionPanel />}
          parting={
            <Later>
              <PartingPanel />
            </Later>
          }
          gains={
            <Later>
              <GainsPanel />
            </Later>
          }
          outcomes={
            <Later>
              <OutcomePanel />
            </Later>
          }
          paper={<ComparePrintNote />}
        />
        <CompareAnnouncer />
      </SidesProvider>
    </Workspace>
  )
}
