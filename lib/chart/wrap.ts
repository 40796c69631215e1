/** Widths of letters as shares of the text's size, in IBM Plex Sans; every other character counts as `other`. */
const widths = [
  [/[iíjl .,;:'’|!]/, 0.27],
  [/[frt()/-]/, 0.37],
  [/[mwMW%]/, 0.88],
  [/[\p{Lu}\p{N}×+−–]/u, 0.64],
] as const
const other = 0.57

/** Estimate the width of a line of text in pixels, so that what is drawn around it can be laid out before it is drawn. */
export function textWidth(text: string, size: number): number {
  const shares = [...text].map((letter) => widths.find(([letters]) => letters.test(letter))?.[1] ?? other)
  return size * shares.reduce((sum, share) => sum + share, 0)
}

/**
 * Wrap a text into as few lines of at most `most` characters as it needs, as even as they can be. A longer word
 * is broken; what needs more than `lines` lines ends in "…".
 */
export function wrap(text: string, most: number, lines: number): string[] {
  const words = text.split(/\s+/).flatMap((word) => broken(word, most))
  const needed = filled(words, most)
  if (needed.length > lines) {
    const last = needed[lines - 1] ?? ''
    return [...needed.slice(0, lines - 1), `${last.slice(0, most - 1)}…`]
  }
  const narrower = Array.from({ length: most }, (_, i) => filled(words, i + 1))
  return narrower.find((tried) => tried.length === needed.length) ?? needed
}

function broken(word: string, most: number): string[] {
  const letters = [...word]
  const pieces = Math.ceil(letters.length / most)
  return Array.from({ length: pieces }, (_, i) => letters.slice(i * most, (i + 1) * most).join(''))
}

/** Lines filled one after the other; a word longer than a line has its own. */
function filled(words: readonly string[], most: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
