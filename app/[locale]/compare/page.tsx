import { CompareAnnouncer } from '../../_panels/compare-announcer'
import { CompareFrame } from '../../_panels/compare-frame'
import { CompareHead } from '../../_panels/compare-head'
import { CompareIndicatorPanel } from '../../_panels/compare-indicator-panel'
import { CompareLadderPanel } from '../../_panels/compare-ladder-panel'
import { CompareSectorPanel } from '../../_panels/compare-sector-panel'
import { DifferencePanel } from '../../_panels/difference-panel'
import { KeptPanel } from '../../_panels/kept-panel'
import { PairedPanel } from '../../_panels/paired-panel'
import { TakeHomePanel } from '../../_panels/take-home-panel'
import { TopBar } from '../../_panels/top-bar'
import { Later, SidesProvider } from '../../_parts/compared'
import { localeOf, PageOf, type PageProps, Standing, titled } from '../page-of'
import { CompareAssumptionPanel, ComparePrintNote, GainsPanel, OutcomePanel, PartingPanel } from './later'

export const generateMetadata = titled('compare')

export default async function Compare({ params }: PageProps) {
  return (
    <PageOf page="compare" locale={await localeOf(params)}>
      <SidesProvider>
        <CompareFrame
          top={
            <TopBar ways={<TakeHomePanel />}>
              <KeptPanel />
            </TopBar>
          }
          notices={<Standing />}
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
    </PageOf>
  )
}
