import { packs } from '../../data/index'
import { formatIssue } from '../../lib/fail'
import { load } from '../../lib/pack/load'
import { Announcer } from '../_panels/announcer'
import { AssumptionPanel } from '../_panels/assumption-panel'
import { ExploreFrame } from '../_panels/explore-frame'
import { FigureStrip } from '../_panels/figure-strip'
import { IndicatorPanel } from '../_panels/indicator-panel'
import { LadderPanel } from '../_panels/ladder-panel'
import { Notices } from '../_panels/notices'
import { PrintNote } from '../_panels/print-note'
import { SectorPanel } from '../_panels/sector-panel'
import { TitlePanel } from '../_panels/title-panel'
import { TopBar } from '../_panels/top-bar'
import { TracePanel } from '../_panels/trace-panel'
import { Workspace } from '../_state/workspace'
import en from '../_words/en.json'
import es from '../_words/es.json'

export default async function Explore({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale === 'es' ? 'es' : 'en'
  return (
    <Workspace pack={soundPack()} locale={locale} words={locale === 'es' ? es : en}>
      <ExploreFrame
        top={<TopBar />}
        rail={<AssumptionPanel />}
        head={
          <>
            <Notices />
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

/** The pack the page opens on; an unsound one fails the build with every fault in the message. */
function soundPack() {
  const loaded = load(packs['peru-prc'])
  if (!loaded.ok) throw new Error(`The model pack is unsound:\n${loaded.issues.map(formatIssue).join('\n')}`)
  return loaded.value
}
