import { SlideMap } from './slide-map'
import { later } from '../_ui/later'
import type { SlideShown } from './slide-shown'
import { SlideText } from './slide-text'

// A deck opens on one slide: drawings of other kinds are fetched when their slide comes, or once somebody begins.
const SlideComparison = later(() => import('./slide-comparison').then((own) => own.SlideComparison))
const SlideLadder = later(() => import('./slide-ladder').then((own) => own.SlideLadder))
const SlidePath = later(() => import('./slide-path').then((own) => own.SlidePath))
const SlideWaterfall = later(() => import('./slide-waterfall').then((own) => own.SlideWaterfall))

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
