import { SlideComparison } from './slide-comparison'
import { SlideLadder } from './slide-ladder'
import { SlideMap } from './slide-map'
import { SlidePath } from './slide-path'
import type { SlideShown } from './slide-shown'
import { SlideText } from './slide-text'
import { SlideWaterfall } from './slide-waterfall'

/** The chart of a slide, in the room that the sheet leaves it. */
export function SlideChart(props: SlideShown & { height: number }) {
  const { chart } = props.standing.slide
  switch (chart.kind) {
    case 'ladder':
      return <SlideLadder {...props} variables={chart.variables} />
    case 'path':
      return <SlidePath {...props} variable={chart.variable} />
    case 'comparison':
      return <SlideComparison {...props} chart={chart} />
    case 'waterfall':
      return <SlideWaterfall {...props} chart={chart} />
    case 'map':
      return <SlideMap standing={props.standing} sectors={chart.sectors} height={props.height} />
    case 'text':
      return <SlideText {...props} lines={chart.lines} />
  }
}
