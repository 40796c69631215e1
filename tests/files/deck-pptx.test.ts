// @vitest-environment jsdom
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { deckPptx, type FiledDeck, type FiledSlide } from '../../app/_files/deck-pptx'
import { readSlideFile } from './slide-file'

/** One white pixel. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='

const slide = (change: Partial<FiledSlide> = {}): FiledSlide => ({
  topic: 'Ports, 2026',
  sentence: [
    { text: 'The loss becomes ', tone: null },
    { text: 'likely', tone: 'up' },
    { text: ', and “A & B” <fall>', tone: null },
  ],
  image: { url: pixel, width: 1744, height: 560, says: 'Likelihood in 2026: 63% & "up" <25>' },
  lines: [],
  assumptions: 'Assumed, for 2026: Zone: Approved.',
  source: 'Evidence to 2022; Infrastructure, fn 99.',
  notes: ['Say it\nslowly.', 'If asked: Why? Because of “A & B” < C. (Ports, footnote 9)'],
  ...change,
})
const deck = (...slides: FiledSlide[]): FiledDeck => ({
  title: 'A deck & its slides',
  subject: 'Pack. Evidence to 2022, model tiny 1.0.0',
  lang: 'es-PE',
  colours: { paper: 'FAF7F0', ink: '1D1B18', quiet: '4E4942', quietest: '6B645A', up: 'A43210', down: '0E6274' },
  slides,
})
const ofText = slide({ image: null, lines: ['One.', 'Two & three.'], notes: [], topic: '2026' })

describe('a deck as a slide file', () => {
  test('says in another program what was written: sentence, lines, assumptions, source, number, notes', async () => {
    const { slides, width } = await readSlideFile(await deckPptx(deck(slide(), ofText)))
    expect(width).toBe(960)
    const sentence = 'The loss becomes likely, and “A & B” <fall>'
    const foot = 'Assumed, for 2026: Zone: Approved.\nEvidence to 2022; Infrastructure, fn 99.'
    expect(slides).toEqual([
      {
        texts: ['Ports, 2026', sentence, foot, '1'],
        images: 1,
        note: 'Say it slowly.\nIf asked: Why? Because of “A & B” < C. (Ports, footnote 9)',
        alternatives: ['Likelihood in 2026: 63% & "up" <25>'],
      },
      {
        texts: ['2026', sentence, 'One.\nTwo & three.', foot, '2'],
        images: 0,
        note: '',
        alternatives: [],
      },
    ])
  })

  test('is one that slide programs need not repair', async () => {
    const parts = unzipSync(await deckPptx(deck(slide(), ofText, slide())))
    const documents = Object.entries(parts).filter(([path]) => /\.(xml|rels)$/.test(path))
    for (const [path, bytes] of documents) {
      const document = new DOMParser().parseFromString(strFromU8(bytes), 'text/xml')
      expect(document.getElementsByTagName('parsererror'), path).toHaveLength(0)
      // The properties of a paragraph come first in it, and once.
      for (const paragraph of document.getElementsByTagName('a:p'))
        expect([...paragraph.children].map(({ tagName }) => tagName).lastIndexOf('a:pPr'), path).toBeLessThan(1)
    }
    const contents = new DOMParser().parseFromString(strFromU8(parts['[Content_Types].xml']!), 'text/xml')
    const named = [...contents.getElementsByTagName('Override')].map((entry) => entry.getAttribute('PartName') ?? '')
    expect(named.filter((part) => !(part.slice(1) in parts))).toEqual([])
    expect(named.length).toBeGreaterThan(10)
  })

  test('is in the paper theme and two fonts, in the language of the page, and tells the way of a risk by colour', async () => {
    const xml = strFromU8(unzipSync(await deckPptx(deck(slide())))['ppt/slides/slide1.xml']!)
    expect(xml).toContain('<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FAF7F0"/>')
    expect(new Set([...xml.matchAll(/latin typeface="([^"]*)"/g)].map(([, font]) => font))).toEqual(
      new Set(['Georgia', 'Arial']),
    )
    expect(/A43210(?:(?!<a:t>).)*<a:t>([^<]*)/.exec(xml)?.[1]).toBe('likely')
    expect(new Set([...xml.matchAll(/rPr lang="([^"]*)"/g)].map(([, lang]) => lang))).toContain('es-PE')
  })
})
