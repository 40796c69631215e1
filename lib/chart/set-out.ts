interface Size {
  width: number
  height: number
}
interface Corner {
  x: number
  y: number
}

/**
 * Set rectangles out on a sheet of a width, `gap` pixels apart: each in turn as high as it can stand, then as far
 * left. One wider than the sheet stands at its left edge. Returns the upper left corner of each, in the order given.
 */
export function setOut(sizes: readonly Size[], width: number, gap: number): Corner[] {
  const placed: (Size & Corner)[] = []
  for (const size of sizes) {
    const lefts = [0, ...placed.map((other) => other.x + other.width + gap)]
    const corners = lefts
      .filter((x) => x === 0 || x + size.width <= width)
      .map((x) => ({ x, y: highest(x, size, placed, gap) }))
    const { x, y } = corners.reduce((best, corner) => ((corner.y - best.y || corner.x - best.x) < 0 ? corner : best))
    placed.push({ ...size, x, y })
  }
  return placed.map(({ x, y }) => ({ x, y }))
}

/** The highest free place of a rectangle whose left edge is at x. */
function highest(x: number, size: Size, placed: readonly (Size & Corner)[], gap: number): number {
  const over = placed.filter((other) => x < other.x + other.width + gap && other.x < x + size.width + gap)
  return over
    .toSorted((a, b) => a.y - b.y)
    .reduce((y, other) => {
      const apart = y + size.height + gap <= other.y || other.y + other.height + gap <= y
      return apart ? y : other.y + other.height + gap
    }, 0)
}
