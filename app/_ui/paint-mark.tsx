/** Its id, by which the layout tells the browser to paint nothing before it. */
export const paintMark = 'paint-mark'

/**
 * A page is first painted once all that stands before this has come: what comes part by part shifts what stands. Where the
 * page is long it stands after the bar on top, since what follows comes below.
 */
export function PaintMark() {
  return <i id={paintMark} hidden />
}
