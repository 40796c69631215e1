import type PptxGenJS from 'pptxgenjs'
import { download } from './download'

/** Colours that a slide file is written in, as six hexadecimal digits. */
export interface DeckColours {
  paper: string
  ink: string
  quiet: string
  quietest: string
  up: string
  down: string
}

/** One slide in words, and its chart as a picture. */
export interface FiledSlide {
  topic: string
  /** The sentence in pieces; computed ones of a risk that moved have a tone. */
  sentence: readonly { text: string; tone: 'up' | 'down' | null }[]
  /** The chart as a PNG data URL with its size in pixels and what it says; null for a slide of text. */
  image: { url: string; width: number; height: number; says: string } | null
  lines: readonly string[]
  assumptions: string
  source: string
  /** What the speaker says, a paragraph each. */
  notes: readonly string[]
}

export interface FiledDeck {
  title: string
  /** Model, version and date of the evidence. */
  subject: string
  lang: string
  colours: DeckColours
  slides: readonly FiledSlide[]
}

/** Save a deck as a slide file (PPTX). */
export async function saveDeckPptx(deck: FiledDeck, name: string) {
  const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
  download(new Blob([await deckPptx(deck)], { type }), `${name}.pptx`)
}

/** A PPTX file names one font and no second choice: these two stand on every machine, and end the stacks of the page. */
const [serif, sans] = ['Georgia', 'Arial'] as const
/** Sides and margins in inches: a sheet of 1920 by 1080 pixels at 144 to the inch. */
const [width, margin] = [13.333, 0.61] as const
const inner = width - 2 * margin
/** Where the chart may stand. */
const room = { y: 2.25, height: 3.85 } as const

/** Write a deck as PPTX: sentence, lines, assumptions and source as text, charts as pictures, the speaker's words as notes. */
export async function deckPptx(deck: FiledDeck): Promise<Uint8Array<ArrayBuffer>> {
  const { default: Pptx } = await import('pptxgenjs')
  const file = new Pptx()
  file.layout = 'LAYOUT_WIDE'
  file.title = deck.title
  file.subject = deck.subject
  file.author = 'Encrucijada'
  file.company = 'Encrucijada'
  file.theme = { headFontFace: serif, bodyFontFace: sans }
  for (const slide of deck.slides) addSlide(file.addSlide(), slide, deck)
  const written = await file.write({ outputType: 'uint8array' })
  if (!(written instanceof Uint8Array)) throw new Error('The slide file could not be written.')
  return mended(written, deck.lang)
}

function addSlide(made: PptxGenJS.Slide, slide: FiledSlide, { colours, lang }: FiledDeck) {
  const text = { margin: 0, fontFace: sans, lang, fit: 'shrink' } as const
  const tones = { up: colours.up, down: colours.down }
  made.background = { color: colours.paper }
  made.addText(slide.topic, {
    ...text,
    ...{ x: margin, y: 0.36, w: inner, h: 0.32, fontSize: 13, color: colours.quiet, align: 'right' },
  })
  made.addText(
    slide.sentence.map((piece) => ({
      text: piece.text,
      options: { color: piece.tone ? tones[piece.tone] : colours.ink, breakLine: false },
    })),
    {
      ...text,
      ...{ x: margin, y: 0.72, w: inner, h: 1.4, fontFace: serif, bold: true, valign: 'top' },
      fontSize: slide.sentence.reduce((sum, piece) => sum + piece.text.length, 0) > 84 ? 28 : 34,
    },
  )
  if (slide.image) {
    const { url, says, ...size } = slide.image
    made.addImage({ data: url, altText: says, ...placed(size) })
  }
  if (slide.lines.length > 0)
    made.addText(
      slide.lines.map((line) => ({ text: line, options: { breakLine: true, paraSpaceAfter: 14 } })),
      {
        ...text,
        ...{ x: margin, y: room.y, w: inner, h: room.height, fontSize: 26, color: colours.ink, valign: 'middle' },
      },
    )
  made.addText([{ text: slide.assumptions, options: { breakLine: true } }, { text: slide.source }], {
    ...text,
    ...{ x: margin, y: 6.2, w: inner, h: 0.75, fontSize: 12, color: colours.quiet, valign: 'top' },
  })
  const foot = { x: width - margin - 0.6, y: 7.05, w: 0.6, h: 0.3, align: 'right' } as const
  made.slideNumber = { ...foot, margin: 0, fontFace: sans, fontSize: 11, color: colours.quietest }
  if (slide.notes.length > 0) made.addNotes(slide.notes.map((note) => note.replaceAll(/\s+/g, ' ')).join('\n'))
}

/** As large as there is room for, in the middle of it. */
function placed({ width: w, height: h }: { width: number; height: number }) {
  const scale = Math.min(inner / w, room.height / h)
  return {
    x: margin + (inner - w * scale) / 2,
    y: room.y + (room.height - h * scale) / 2,
    w: w * scale,
    h: h * scale,
  }
}

/**
 * Mend what the library writes and slide programs stumble over: all notes of a slide in one paragraph, shown as one line; the
 * properties of a paragraph again before each of its runs; masters in the list of contents that the file does not have.
 */
async function mended(file: Uint8Array, lang: string): Promise<Uint8Array<ArrayBuffer>> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const parts = unzipSync(file)
  const mend = (path: string, change: (xml: string) => string) => {
    const part = parts[path]
    if (part) parts[path] = strToU8(change(strFromU8(part)))
  }
  for (const path of Object.keys(parts)) {
    if (/^ppt\/notesSlides\/[^/]+\.xml$/.test(path)) mend(path, (xml) => inParagraphs(xml, lang))
    if (/^ppt\/slides\/[^/]+\.xml$/.test(path))
      mend(path, (xml) => xml.replace(/<\/a:r><a:pPr[^>]*?(?:\/>|>.*?<\/a:pPr>)(?=<a:r>)/g, '</a:r>'))
  }
  mend('[Content_Types].xml', (xml) =>
    xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry, part: string) => (part in parts ? entry : '')),
  )
  return zipSync(parts)
}

function inParagraphs(xml: string, lang: string): string {
  const paragraph = /<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([^<]*)<\/a:t><\/a:r><a:endParaRPr[^>]*><\/a:p>/
  return xml.replace(paragraph, (_, notes: string) =>
    notes
      .split(/\r?\n/)
      .map((line) => `<a:p><a:r><a:rPr lang="${lang}" dirty="0"/><a:t>${line}</a:t></a:r></a:p>`)
      .join(''),
  )
}
