/**
 * Round parts to whole numbers that add up to `total` (largest remainder, as Hamilton shared out seats): each part is its floor, and
 * the units left go one by one to the parts with the largest remainders; units too many are taken from
 * the smallest. `total` is an integer; no parts add up to nothing.
 */
export function wholeParts(parts: readonly number[], total: number): number[] {
  const whole = parts.map(Math.floor)
  const left = total - whole.reduce((sum, part) => sum + part, 0)
  const order = parts
    .map((part, i) => ({ i, remainder: part - Math.floor(part) }))
    .sort((a, b) => (left < 0 ? a.remainder - b.remainder : b.remainder - a.remainder))
  for (let unit = 0; order.length > 0 && unit < Math.abs(left); unit++) {
    const { i } = order[unit % order.length]!
    whole[i] = whole[i]! + Math.sign(left)
  }
  return whole
}
