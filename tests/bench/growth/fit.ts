/** The power by which a cost grows with its work: slope of the least-squares line through the logarithms. */
export function exponent(points: readonly { work: number; ms: number }[]): number {
  const at = points.map(({ work, ms }) => ({ x: Math.log(work), y: Math.log(ms) }))
  const mean = (of: (point: { x: number; y: number }) => number) => at.reduce((sum, p) => sum + of(p), 0) / at.length
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)]
  const spread = mean((p) => (p.x - x) ** 2)
  return spread === 0 ? 0 : mean((p) => (p.x - x) * (p.y - y)) / spread
}
