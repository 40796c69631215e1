import type { ReactNode } from 'react'
import { harmless } from '../../lib/export/harmless'
import { download } from '../_files/download'

/** Save a picture (an <svg> element) as a vector file, its colours resolved from the theme on screen. */
export async function saveSvg(picture: ReactNode, name: string) {
  const { text } = await drawn(picture)
  download(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** Save a picture as PNG at twice its size, with the page's own fonts inside. */
export async function savePng(picture: ReactNode, name: string) {
  const blob = await raster(await drawn(picture))
  download(blob, `${name}.png`)
}

/** A chart as it goes into another file: a PNG at twice its size as a data URL, its size in pixels, and what it says. */
export interface ChartImage {
  url: string
  width: number
  height: number
  says: string
}

/**
 * Draw a chart in the paper theme, whatever the theme on screen, once it has loaded what it needs. Null where it draws
 * nothing: it is made of text, or could not load.
 */
export async function chartImage(chart: ReactNode): Promise<ChartImage | null> {
  const made = await drawn(chart, true)
  if (made.text === '') return null
  const url = await dataUrl(await raster(made))
  return { url, width: made.width, height: made.height, says: made.says }
}

/** Value of a token in the paper theme, such as "#1d1b18" of "--ink". */
export function paperToken(name: string): string {
  return inPaper((style) => style.getPropertyValue(name).trim())
}

async function raster({ text, width, height }: Drawn): Promise<Blob> {
  const image = new Image()
  const fonts = await fontFaces()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text.replace('>', `><style>${fonts}</style>`))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The browser could not draw the picture: save it as SVG instead.')
  return blob
}

/**
 * Save rows as CSV (RFC 4180, with a byte-order mark for spreadsheets). Signed numbers become plain ones; a text
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export async function saveCsv(rows: readonly (readonly (string | number)[])[], name: string) {
  const { unparse } = await import('papaparse')
  const text = unparse(rows.map((row) => row.map(plainCell)))
  download(new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv' }), `${name}.csv`)
}

/** "+1,234.5" and "−3" as numbers; every other text made harmless. */
function plainCell(cell: string | number): string | number {
  if (typeof cell === 'number') return cell
  if (/^[+−]?[\d,]+(\.\d+)?$/.test(cell)) return Number(cell.replaceAll(',', '').replace('−', '-'))
  return harmless(cell)
}

interface Drawn {
  /** The picture as SVG text, its colours resolved; empty where there is no picture. */
  text: string
  width: number
  height: number
  /** The name of the figure it stands in. */
  says: string
}

/** Draw a picture apart from the page; one that loads something first is waited for, ten seconds at most. */
async function drawn(picture: ReactNode, paper = false): Promise<Drawn> {
  const [{ createRoot }, { flushSync }] = await Promise.all([import('react-dom/client'), import('react-dom')])
  const host = document.createElement('div')
  const root = createRoot(host)
  flushSync(() => root.render(picture))
  for (let tries = 0; tries < 200 && host.querySelector('[aria-busy]'); tries++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const svg = host.querySelector('svg')
  // On the page these two come from its stylesheet.
  if (svg && !svg.hasAttribute('font-family')) svg.setAttribute('font-family', 'var(--sans)')
  const made = svg ? new XMLSerializer().serializeToString(svg) : ''
  const [width, height] = [Number(svg?.getAttribute('width')), Number(svg?.getAttribute('height'))]
  const says = host.querySelector('figure')?.getAttribute('aria-label') ?? ''
  root.unmount()
  const page = () => resolved(made, getComputedStyle(document.documentElement))
  return { text: paper ? inPaper((style) => resolved(made, style)) : page(), width, height, says }
}

/** Read styles as they are where the paper theme holds. */
function inPaper<T>(read: (style: CSSStyleDeclaration) => T): T {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.dataset.theme = 'paper'
  probe.hidden = true
  try {
    return read(getComputedStyle(probe))
  } finally {
    probe.remove()
  }
}

/** The families that pictures name: on the page they go by names of the build. */
const families: Readonly<Record<string, string>> = {
  '--sans': "'IBM Plex Sans', 'Source Sans 3', Arial, sans-serif",
  '--serif': "'Source Serif 4', Georgia, serif",
}

/** Replace every token by its value, so that the file looks the same anywhere. */
function resolved(text: string, style: CSSStyleDeclaration): string {
  return text.replace(
    /var\((--[a-z0-9-]+)\)/g,
    (_, token: string) => families[token] ?? style.getPropertyValue(token).trim(),
  )
}

/** The page's font faces with their files inside, under the names that pictures use. */
async function fontFaces(): Promise<string> {
  const named: Record<string, string> = { '--font-sans': 'IBM Plex Sans', '--font-serif': 'Source Serif 4' }
  const style = getComputedStyle(document.documentElement)
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
  const made = Object.entries(named).map(async ([token, family]) => {
    const own = style.getPropertyValue(token).split(',')[0]?.trim().replaceAll(/['"]/g, '')
    const face = faces.find((rule) => rule.style.getPropertyValue('font-family').replaceAll(/['"]/g, '') === own)
    const file = /url\("?([^")]+)"?\)/.exec(face?.style.getPropertyValue('src') ?? '')?.[1]
    if (!file) return ''
    const bytes = await (await fetch(new URL(file, face?.parentStyleSheet?.href ?? location.href))).blob()
    return `@font-face{font-family:'${family}';font-weight:100 900;src:url(${await dataUrl(bytes)}) format('woff2')}`
  })
  return (await Promise.all(made)).join('')
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('A font file could not be read.'))
    reader.readAsDataURL(blob)
  })
}
