// @vitest-environment jsdom
import { act, isValidElement } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import * as files from '../../app/_files/download'
import { deckAtom } from '../../app/_state/workshop'
import en from '../../app/_words/en.json'
import es from '../../app/_words/es.json'
import { sayPlain } from '../../lib/deck/sentence'
import { stand } from '../../lib/deck/slide'
import { modelAtom } from '../../app/_state/url'
import { type ReadSlide, readSlideFile } from '../files/slide-file'
import { printed } from './printed'

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII='

// jsdom draws nothing: the pictures are looked at in a browser.
vi.mock('../../app/_charts/save', () => ({
  chartImage: (chart: unknown) =>
    Promise.resolve(isValidElement(chart) ? { url: pixel, width: 1744, height: 560, says: 'A chart.' } : null),
  paperToken: () => '#1d1b18',
}))

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Press the button that saves the deck, and open what was saved. */
async function saved(locale: 'en' | 'es') {
  const page = await printed('parts=none', locale)
  const download = vi.spyOn(files, 'download').mockImplementation(() => undefined)
  const words = locale === 'es' ? es.paper : en.paper
  const button = [...page.host.querySelectorAll('button')].find((own) => own.textContent === words.pptx)
  await act(async () => {
    button?.click()
    await vi.waitFor(() => expect(download).toHaveBeenCalled(), 60_000)
  })
  const [blob, name] = download.mock.calls[0] ?? []
  expect(name).toMatch(/\.pptx$/)
  const file = await readSlideFile(new Uint8Array((await blob?.arrayBuffer()) ?? []))
  const [deck, model] = [page.store.get(deckAtom), page.store.get(modelAtom)]
  page.leave()
  return { ...file, deck, model }
}

test.each(['en', 'es'] as const)(
  'the slide file in %s says on every slide what the wall says, and in its notes what the speaker says',
  async (locale) => {
    const { slides, deck, model } = await saved(locale)
    const words = locale === 'es' ? es : en
    const said = {
      locale,
      word: (word: keyof typeof en.word) => words.word[word],
      way: (way: 'up' | 'down' | 'holds') => words.slide[way],
      points: (n: number) => (locale === 'es' ? (n === 1 ? 'punto' : 'puntos') : n === 1 ? 'point' : 'points'),
    } as const
    expect(slides).toHaveLength(deck.slides.length)
    deck.slides.forEach((slide, i) => {
      const own: ReadSlide | undefined = slides[i]
      const standing = stand(model, slide)
      const [, sentence] = own?.texts ?? []
      expect(sentence).toBe(sayPlain(standing, slide.sentence[locale], said))
      expect(own?.texts.at(-1)).toBe(`${i + 1}`)
      expect(own?.texts.at(-2)).toContain(model.pack.meta.evidenceDate[locale])
      const lines = slide.chart.kind === 'text' ? slide.chart.lines : []
      expect(own?.images).toBe(slide.chart.kind === 'text' ? 0 : 1)
      expect(own?.alternatives).toEqual(slide.chart.kind === 'text' ? [] : ['A chart.'])
      for (const line of lines) expect(own?.texts[2]).toContain(sayPlain(standing, line[locale], said))
      const notes = own?.note.split('\n') ?? []
      expect(notes.slice(0, slide.notes.length)).toEqual(
        slide.notes.map((note) => sayPlain(standing, note[locale], said)),
      )
      expect(notes).toHaveLength(slide.notes.length + slide.asked.length)
      slide.asked.forEach(({ question, answer }, n) => {
        expect(notes[slide.notes.length + n]).toContain(question[locale])
        expect(notes[slide.notes.length + n]).toContain(answer[locale])
      })
    })
  },
)

test('a file that cannot be made is said to be so, and the button works again', async () => {
  const page = await printed('parts=none')
  const download = vi.spyOn(files, 'download').mockImplementation(() => {
    throw new Error('full')
  })
  const button = [...page.host.querySelectorAll('button')].find((own) => own.textContent === en.paper.pptx)
  await act(async () => {
    button?.click()
    await vi.waitFor(() => expect(download).toHaveBeenCalled(), 60_000)
  })
  expect(page.host.textContent).toContain(en.paper.pptxFailed)
  expect(button?.getAttribute('aria-disabled')).toBe('false')
  page.leave()
})
