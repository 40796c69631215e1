import { hidden } from '../pack/limits'
import type { Text } from '../pack/schema'
import { deckLimits } from './limits'
import type { Deck, Slide } from './schema'
import { blankSlide } from './starter'
import { variablesOf } from './slide'

/** Edits of a deck: each returns another deck, or the very same one where there is nothing to do or no room. */

/** Put a slide after another, at the end where that is null or gone, under an id that no other slide has. */
export function addSlide(deck: Deck, slide: Slide, after: string | null): Deck {
  if (deck.slides.length >= deckLimits.slides) return deck
  const at = deck.slides.findIndex(({ id }) => id === after)
  return { ...deck, slides: deck.slides.toSpliced(at < 0 ? deck.slides.length : at + 1, 0, named(deck, slide)) }
}

/** Put a copy of a slide right after it. */
export function duplicateSlide(deck: Deck, id: string): Deck {
  const slide = deck.slides.find((own) => own.id === id)
  return slide ? addSlide(deck, slide, id) : deck
}

/** Take a slide out; the last one stays, since a deck without slides shows nothing. */
export function deleteSlide(deck: Deck, id: string): Deck {
  const slides = deck.slides.filter((slide) => slide.id !== id)
  return slides.length === 0 || slides.length === deck.slides.length ? deck : { ...deck, slides }
}

/** Move a slide up (−1) or down (1) by one place. */
export function moveSlide(deck: Deck, id: string, by: -1 | 1): Deck {
  const at = deck.slides.findIndex((slide) => slide.id === id)
  const [slide, other] = [deck.slides[at], deck.slides[at + by]]
  if (!slide || !other) return deck
  return { ...deck, slides: deck.slides.with(at, other).with(at + by, slide) }
}

/** Change parts of a slide; what the room guesses goes where the chart no longer shows it. */
export function changeSlide(deck: Deck, id: string, change: Partial<Omit<Slide, 'id'>>): Deck {
  const at = deck.slides.findIndex((slide) => slide.id === id)
  const before = deck.slides[at]
  if (!before) return deck
  const slide = { ...before, ...change }
  const shown = slide.predict === null || variablesOf(slide.chart).includes(slide.predict)
  return { ...deck, slides: deck.slides.with(at, shown ? slide : { ...slide, predict: null }) }
}

/** The id of the slide to show once another is taken out: the next, or the one before where it was the last. */
export function neighbourOf(deck: Deck, id: string): string | null {
  const at = deck.slides.findIndex((slide) => slide.id === id)
  return (deck.slides[at + 1] ?? deck.slides[at - 1])?.id ?? null
}

/** Minutes planned for all slides together. */
export function minutesOf(deck: Deck): number {
  return deck.slides.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** A deck to begin with: one slide of text that says its title. */
export function newDeck(title: Deck['title']): Deck {
  return { title, slides: [blankSlide('slide-1', title, { kind: 'text', lines: [] })] }
}

/** A deck under the title of a copy, in both languages; numbered where others have that title. */
export function copyOf(deck: Deck, others: readonly Deck[]): Deck {
  const taken = new Set(others.map(({ title }) => title.en))
  const titled = (number: number): Deck['title'] => {
    const numbered = number === 1 ? '' : ` ${number}`
    const mark = (title: string, word: string) => {
      const end = ` (${word}${numbered})`
      return `${title.replace(/ \((copy|copia)( \d+)?\)$/, '').slice(0, 120 - end.length)}${end}`
    }
    return { en: mark(deck.title.en, 'copy'), es: mark(deck.title.es, 'copia') }
  }
  let number = 1
  while (taken.has(titled(number).en)) number++
  return { ...deck, title: titled(number) }
}

/**
 * A text in both languages as a slide may hold it: without line breaks and what hides or turns text. A language left
 * empty takes the text of the other. Null where both say nothing, unless that is allowed.
 */
export function writable(text: Text, mayBeEmpty = false): Text | null {
  const [en, es] = [text.en, text.es].map((own) => own.replace(/\s+/g, ' ').replace(new RegExp(hidden, 'gu'), ''))
  const says = (own = '') => /[\p{L}\p{N}%]/u.test(own)
  if (!says(en) && !says(es)) return mayBeEmpty ? { en: '', es: '' } : null
  if (!says(en)) return { en: es ?? '', es: es ?? '' }
  return says(es) ? { en: en ?? '', es: es ?? '' } : { en: en ?? '', es: en ?? '' }
}

function named(deck: Deck, slide: Slide): Slide {
  const taken = new Set(deck.slides.map(({ id }) => id))
  if (!taken.has(slide.id)) return slide
  const stem = slide.id.replace(/-\d+$/, '').slice(0, 50)
  let number = 2
  while (taken.has(`${stem}-${number}`)) number++
  return { ...slide, id: `${stem}-${number}` }
}
