import { area, line } from 'd3-shape'

/** The path of a line through points, straight from one to the next. */
export function lineOf(points: readonly { x: number; y: number }[]): string {
  const path = line<{ x: number; y: number }>(
    ({ x }) => x,
    ({ y }) => y,
  )
  return path([...points]) ?? ''
}

/** The path of the band between two values at each point. */
export function areaOf(points: readonly { x: number; low: number; high: number }[]): string {
  const path = area<{ x: number; low: number; high: number }>(
    ({ x }) => x,
    ({ low }) => low,
    ({ high }) => high,
  )
  return path([...points]) ?? ''
}
