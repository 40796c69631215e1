/** One line of the plot: a step, and how long it takes at each size. */
export interface Line {
  name: string
  points: readonly { times: number; ms: number }[]
}

const frame = { width: 720, height: 440, left: 64, right: 150, top: 34, bottom: 48 }
/** Plain colours that can be told apart on white and on black. */
const colours = ['#2a8f86', '#c4553b', '#5b7fc7', '#a0729c', '#8a8440', '#7a7f87', '#b8862d']

/** Draw lines over sizes as SVG, both axes logarithmic, each line labelled at its end. */
export function plot(title: string, lines: readonly Line[], limit: number): string {
  const all = lines.flatMap(({ points }) => points)
  const [most, least] = [Math.max(...all.map(({ ms }) => ms)), Math.min(...all.map(({ ms }) => ms))]
  const sizes = [...new Set(all.map(({ times }) => times))].sort((a, b) => a - b)
  const across = scale(sizes[0]!, sizes.at(-1)!, frame.left, frame.width - frame.right)
  const up = scale(10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most)), frame.height - frame.bottom, frame.top) // prettier-ignore
  const decades = range(Math.floor(Math.log10(least)), Math.ceil(Math.log10(most)))
  const ends = apart(lines.map(({ points }) => up(points.at(-1)!.ms)), 15) // prettier-ignore
  const bottom = frame.height - frame.bottom
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="12" fill="#7a7f87">`,
    `<title>${title}</title>`,
    `<text x="${frame.left}" y="16">milliseconds</text>`,
    ...decades.map((power) => {
      const y = place(up(10 ** power))
      return `<path d="M${frame.left} ${y}H${frame.width - frame.right}" stroke="#7a7f87" stroke-opacity="0.25"/><text x="${frame.left - 8}" y="${place(up(10 ** power) + 4)}" text-anchor="end">${label(10 ** power)}</text>`
    }),
    ...sizes.map((times) => `<text x="${place(across(times))}" y="${bottom + 18}" text-anchor="middle">${times} ×</text>`), // prettier-ignore
    `<text x="${(frame.left + frame.width - frame.right) / 2}" y="${frame.height - 8}" text-anchor="middle">size of the model, in times of the one that pages open on</text>`,
    `<path d="M${place(across(limit))} ${frame.top}V${bottom}" stroke="#7a7f87" stroke-dasharray="2 4"/><text x="${place(across(limit) + 5)}" y="${bottom - 8}">refused beyond</text>`,
    ...lines.map(({ name, points }, i) => {
      const colour = colours[i % colours.length]
      const path = points.map(({ times, ms }, at) => `${at === 0 ? 'M' : 'L'}${place(across(times))} ${place(up(ms))}`).join('') // prettier-ignore
      const dots = points.map(({ times, ms }) => `<circle cx="${place(across(times))}" cy="${place(up(ms))}" r="3"/>`).join('') // prettier-ignore
      const x = place(across(points.at(-1)!.times) + 8)
      return `<g fill="${colour}"><path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots}<text x="${x}" y="${place(ends[i]! + 4)}">${name}</text></g>`
    }),
    '</svg>',
    '',
  ].join('\n')
}

function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const [low, high] = [Math.log(from), Math.log(to)]
  return (value) => start + ((Math.log(value) - low) / (high - low)) * (end - start)
}

/** Move labels apart that would cover each other, in the order they stand. */
function apart(places: readonly number[], least: number): number[] {
  const moved = [...places]
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!)
  order.forEach((i, at) => {
    if (at > 0) moved[i] = Math.max(moved[i]!, moved[order[at - 1]!]! + least)
  })
  return moved
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function label(value: number): string {
  return value >= 1 ? String(value) : value.toFixed(Math.round(-Math.log10(value)))
}

function place(value: number): string {
  return String(Math.round(value * 10) / 10)
}
