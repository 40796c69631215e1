import { Announcer } from '../_panels/announcer'
import { AssumptionPanel } from '../_panels/assumption-panel'
import { CitedPanel } from '../_panels/cited-panel'
import { ExploreFrame } from '../_panels/explore-frame'
import { FigureStrip } from '../_panels/figure-strip'
import { IndicatorPanel } from '../_panels/indicator-panel'
import { KeptPanel } from '../_panels/kept-panel'
import { LadderPanel } from '../_panels/ladder-panel'
import { MinePanel } from '../_panels/mine-panel'
import { Notices } from '../_panels/notices'
import { PrintNote } from '../_panels/print-note'
import { SectorPanel } from '../_panels/sector-panel'
import { TitlePanel } from '../_panels/title-panel'
import { TopBar } from '../_panels/top-bar'
import { TracePanel } from '../_panels/trace-panel'
import { ScreenWays } from '../_parts/screen-ways'
import { Workspace } from '../_state/workspace'
import en from '../_words/en.json'
import es from '../_words/es.json'
import { soundPack } from './sound-pack'

export default async function Explore({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace page="explore" {...soundPack()} locale={locale} words={locale === 'es' ? es : en}>
      <ExploreFrame
        top={
          <TopBar ways={<ScreenWays className="button" />}>
            <KeptPanel />
          </TopBar>
        }
        rail={<AssumptionPanel />}
        head={
          <>
            <Notices />
            <CitedPanel />
            <MinePanel />
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
    </Workspace>
  )
}
