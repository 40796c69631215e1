/** Numbers as people type them into a field. */

/**
 * Read a number that somebody typed, with a point or a comma before its decimals: "1.5", "1,5", "−2", "+3", "×1.6". Returns
 * null where it is none, and where it could be meant in two ways: "1,200" is 1.2 to some and 1200 to others.
 */
export function readNumber(typed: string): number | null {
  const text = typed.replace(/\s/g, '').replace(/^[×x]/, '').replace(/^[−–]/, '-').replace(/^\+/, '')
  if (text.length > 24 || /^-?[1-9]\d{0,2},\d{3}$/.test(text)) return null
  const plain = thousands.test(text)
    ? text.replaceAll(',', '')
    : thousandsByPoint.test(text)
      ? text.replaceAll('.', '')
      : text
  const number = plain.replace(',', '.')
  return /^-?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : null
}

/** Read a share that somebody typed in percent, with or without the sign: "50%" is 0.5. Returns null as `readNumber` does. */
export function readPercent(typed: string): number | null {
  const number = readNumber(typed.replace(/\s*%\s*$/, ''))
  return number === null ? null : exact(number / 100)
}

/** Write a number as a field shows it: all its decimals, a point before them, a true minus, nothing between thousands. */
export function writeNumber(value: number): string {
  const text = exact(value).toString()
  return (text.includes('e') ? value.toFixed(12).replace(/0+$/, '') : text).replace('-', '−')
}

/** Write a share as a field shows it, in percent without the sign. */
export function writePercent(share: number): string {
  return writeNumber(100 * share)
}

/** Step a number up (1) or down (−1) in its second digit: 1.6 to 1.7, 35 to 36; from zero by a tenth. */
export function nudge(value: number, by: 1 | -1): number {
  const step = value === 0 ? 0.1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1)
  return exact(value + by * step)
}

/** Commas between thousands beyond doubt: two of them, or a point behind. */
const thousands = /^-?\d{1,3}(,\d{3}){2,}(\.\d*)?$|^-?\d{1,3}(,\d{3})+\.\d*$/
/** Points between thousands beyond doubt: two of them, or a comma behind. */
const thousandsByPoint = /^-?\d{1,3}(\.\d{3}){2,}(,\d*)?$|^-?\d{1,3}(\.\d{3})+,\d*$/

/** A number without the last digits that steps and divisions leave behind. */
function exact(value: number): number {
  return Number(value.toPrecision(12))
}
