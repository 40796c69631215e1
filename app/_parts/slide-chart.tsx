import type { SlideShown } from './slide-shown'
import { SlideLadder } from './slide-ladder'
import { SlideText } from './slide-text'

/** The chart of a slide, in the room that the sheet leaves it. */
export function SlideChart(props: SlideShown & { height: number }) {
  const { chart } = props.standing.slide
  switch (chart.kind) {
    case 'ladder':
      return <SlideLadder {...props} variables={chart.variables} />
    case 'text':
      return <SlideText {...props} lines={chart.lines} />
    default:
      return null
  }
}
