import { textWidth } from './wrap'

/** Sizes of a headline on the stage, in pixels: two lines at most down to the last of the first list, then as many as there is room for. */
const [inTwoLines, inMore] = [
  [92, 84, 76, 72, 64, 58],
  [50, 44, 38, 34, 30, 27, 24],
] as const
/** How much narrower the letters of the headline's type are than those that `textWidth` knows: its large letters are drawn closer. */
const narrower = (size: number) => (size >= 58 ? 0.86 : 0.9)
/** Height of a line as a share of the size. */
export const headlineLine = 1.04

/**
 * Find the size of a headline, in pixels, at which its words fill no more lines than there is room for, each word within
 * the width. Returns the least size where none does.
 */
export function fitHeadline(text: string, width: number, height: number): { size: number; lines: number } {
  const tried = [
    ...inTwoLines.map((size) => ({ size, most: 2 })),
    ...inMore.map((size) => ({ size, most: Math.floor(height / (size * headlineLine)) })),
  ].map(({ size, most }) => ({ size, most, lines: linesOf(text, size, width) }))
  const fitting = tried.find(({ lines, most }) => lines <= most) ?? tried.at(-1)!
  return { size: fitting.size, lines: Math.min(fitting.lines, fitting.most) }
}

/** How many lines a text fills, word after word; endless where a word alone is wider than a line. */
function linesOf(text: string, size: number, width: number): number {
  let [lines, filled] = [1, 0]
  for (const word of text.split(/\s+/)) {
    const own = narrower(size) * textWidth(word, size)
    if (own > width) return Infinity
    const after = filled === 0 ? own : filled + narrower(size) * textWidth(` ${word}`, size)
    if (after > width) lines++
    filled = after > width ? own : after
  }
  return lines
}
