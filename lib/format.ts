/** Languages of the interface and of every pack. */
export const locales = ['en', 'es'] as const
type Locale = (typeof locales)[number]

/** Spanish with a decimal point and a comma for thousands. */
const tags: Record<Locale, string> = { en: 'en-US', es: 'es-PE' }
const formats = new Map<string, Intl.NumberFormat>()

/** Format a number with fixed decimals in a language; a true minus sign, never "-0". */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  const key = `${locale}/${decimals}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(tags[locale], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: true,
    })
  formats.set(key, format)
  const text = format.format(Math.abs(value))
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text
}

/** Format a difference: a sign always, "+" or a true minus; a bare "0" where it rounds to nothing. */
export function formatSigned(value: number, decimals: number, locale: Locale): string {
  const text = formatNumber(value, decimals, locale)
  if (!/[1-9]/.test(text)) return formatNumber(0, decimals, locale)
  return value > 0 ? `+${text}` : text
}

/** Format a probability in whole percent; never 0 or 100: "<1%" and ">99%". */
export function formatPercent(p: number): string {
  if (p < 0.01) return '<1%'
  if (p > 0.99) return '>99%'
  return `${wholePercent(p)}%`
}

/** Whole points between two probabilities, as the difference of the whole percents shown. */
export function wholePoints(from: number, to: number): number {
  return wholePercent(to) - wholePercent(from)
}

/** Halves go up, also one that its last digit leaves just below: odds of 3 to 7, times 1.4, are a chance of 37.5 %. */
function wholePercent(p: number): number {
  return Math.round(p * 100 + 1e-9)
}

/**
 * The words of ICD 203 (Analytic Standards, 2015), from the lower edge of each band; a value on an edge takes the
 * higher word.
 */
export const probabilityBands = [
  { from: 0.01, word: 'almost-no-chance' },
  { from: 0.05, word: 'very-unlikely' },
  { from: 0.2, word: 'unlikely' },
  { from: 0.45, word: 'roughly-even' },
  { from: 0.55, word: 'likely' },
  { from: 0.8, word: 'very-likely' },
  { from: 0.95, word: 'almost-certain' },
] as const

/** One word of `probabilityBands`. */
export type ProbabilityWord = (typeof probabilityBands)[number]['word']

/** The ICD 203 word for a probability, or null below 1 % and above 99 %, where the scale has none. */
export function probabilityWord(p: number): ProbabilityWord | null {
  if (p > 0.99) return null
  return probabilityBands.findLast((band) => p >= band.from)?.word ?? null
}

/** What is needed to write a quantity: its scale, and its decimals if it is an indicator (events have none). */
interface Quantity {
  scale: string
  decimals?: number
}

/** Format a variable's value: an event as whole percent, a share in percent, any other quantity as a number. */
export function formatQuantity({ scale, decimals }: Quantity, value: number, locale: Locale): string {
  if (decimals === undefined) return formatPercent(value)
  return scale === 'chance' ? `${formatNumber(100 * value, decimals, locale)}%` : formatNumber(value, decimals, locale)
}

/** Format a variable's shift with its sign: points for events and shares, its own unit for other quantities. */
export function formatShift({ scale, decimals }: Quantity, from: number, to: number, locale: Locale): string {
  if (decimals === undefined) return formatSigned(wholePoints(from, to), 0, locale)
  return formatSigned((to - from) * (scale === 'chance' ? 100 : 1), decimals, locale)
}

/** Format a number with as many decimals as it needs, at most `most`: "1.6", "0.02", "3". */
function formatPlain(value: number, most: number, locale: Locale): string {
  const decimals = Number(Math.abs(value).toFixed(most)).toString().split('.')[1]?.length ?? 0
  return formatNumber(value, decimals, locale)
}

/** Format the size of an effect as it is written: a factor for odds and amounts, "×1.6"; a signed shift on a level, "+2". */
export function formatSize(scale: string, size: number, locale: Locale): string {
  if (scale !== 'level') return `×${formatPlain(size, size < 0.1 ? 3 : 2, locale)}`
  return `${size > 0 ? '+' : ''}${formatPlain(size, 2, locale)}`
}

/** Format a baseline as precisely as it was given: a chance or share in percent with one decimal where it has one. */
export function formatStart(scale: string, value: number, locale: Locale): string {
  return scale === 'chance' ? `${formatPlain(100 * value, 1, locale)}%` : formatPlain(value, 3, locale)
}

/** Format a number with every decimal it was written with, at most ten: "0.015", "24". */
export function formatWritten(value: number, locale: Locale): string {
  const [, decimals = ''] = Math.abs(value).toFixed(10).replace(/0+$/, '').split('.')
  return formatNumber(value, decimals.length, locale)
}
