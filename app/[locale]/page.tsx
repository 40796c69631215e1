import { Announcer } from '../_panels/announcer'
import { AssumptionPanel } from '../_panels/assumption-panel'
import { ExploreFrame } from '../_panels/explore-frame'
import { FigureStrip } from '../_panels/figure-strip'
import { IndicatorPanel } from '../_panels/indicator-panel'
import { KeptPanel } from '../_panels/kept-panel'
import { LadderPanel } from '../_panels/ladder-panel'
import { TitlePanel } from '../_panels/title-panel'
import { TopBar } from '../_panels/top-bar'
import { TracePanel } from '../_panels/trace-panel'
import { ScreenWays } from '../_parts/screen-ways'
import { PrintNote, SectorPanel } from './later'
import { localeOf, PageOf, type PageProps, Standing } from './page-of'

export default async function Explore({ params }: PageProps) {
  return (
    <PageOf page="explore" locale={await localeOf(params)}>
      <ExploreFrame
        top={
          <TopBar ways={<ScreenWays className="button" />}>
            <KeptPanel />
          </TopBar>
        }
        rail={<AssumptionPanel />}
        head={
          <>
            <Standing />
            <TitlePanel />
            <FigureStrip />
          </>
        }
        ladder={<LadderPanel />}
        indicators={<IndicatorPanel />}
        sectors={<SectorPanel />}
        why={<TracePanel />}
        paper={<PrintNote />}
      />
      <Announcer />
    </PageOf>
  )
}
