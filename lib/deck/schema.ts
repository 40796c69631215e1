import { z } from 'zod'
import { hidden } from '../pack/limits'
import { id, shown } from '../pack/schema'
import { deckLimits } from './limits'

/**
 * The shape of what is shown in a workshop: decks of slides over the live model, and the briefs of its roles. Every
 * type of it is inferred from here; what the ids in it mean for a pack is in `check.ts`.
 */

/** Text that may be empty: what a facilitator has not written yet. */
function loose(most: number) {
  return z
    .string()
    .max(most)
    .refine(
      (value) => !hidden.test(value.replace(/\r?\n/g, '')),
      'text without control, zero-width or bidirectional characters or piles of marks, line breaks apart',
    )
}

const both = (most: number) => z.strictObject({ en: shown(most), es: shown(most) })
const bothOrEmpty = (most: number) => z.strictObject({ en: loose(most), es: loose(most) })
/** States that differ from the baseline, by assumption. */
const states = z.record(id, id).refine((own) => Object.keys(own).length <= 100, 'at most 100 assumptions')
const variables = z.array(id).min(1).max(deckLimits.rows)

const chart = z.discriminatedUnion('kind', [
  /** Up to three events on the likelihood ladder, the first emphasised. */
  z.strictObject({ kind: z.literal('ladder'), variables }),
  /** One variable by year with its fan. */
  z.strictObject({ kind: z.literal('path'), variable: id }),
  /** Up to three events, each with the marks of up to four scenarios; the last column is the slide as it stands. */
  z.strictObject({
    kind: z.literal('comparison'),
    variables,
    columns: z
      .array(z.strictObject({ label: both(60), states }))
      .min(1)
      .max(deckLimits.columns),
  }),
  /** What separates some other assignment from the slide as it stands, in one variable. */
  z.strictObject({ kind: z.literal('waterfall'), variable: id, from: states }),
  /** The country with the sites of some sectors; all of them where the list is empty. */
  z.strictObject({ kind: z.literal('map'), sectors: z.array(id).max(40) }),
  /** Up to three sentences in large type. */
  z.strictObject({ kind: z.literal('text'), lines: z.array(both(200)).max(4) }),
])

/** What a sentence rests on: where one no longer holds, the slide says so. */
const claim = z.discriminatedUnion('kind', [
  /** The variable stands at least three points (an indicator: any visible amount) above or below its baseline, or does not. */
  z.strictObject({ kind: z.literal('moves'), variable: id, way: z.enum(['up', 'down', 'holds']) }),
  /** The value lies within two numbers, in natural units (a chance as a share of one), both included. */
  z.strictObject({ kind: z.literal('within'), variable: id, low: z.number(), high: z.number() }),
  /** One variable stands higher than another. */
  z.strictObject({ kind: z.literal('above'), variable: id, other: id }),
  /** The variable stands higher or lower here than under a scenario of the pack. */
  z.strictObject({ kind: z.literal('against'), variable: id, way: z.enum(['higher', 'lower']), scenario: id }),
])

const slide = z.strictObject({
  id,
  /** Two or three words for the corner: what the slide is about. */
  topic: bothOrEmpty(60),
  /** One sentence of at most fourteen words, with computed words in braces: see `sentence.ts`. */
  sentence: both(240),
  chart,
  /** The assumptions as written: those that differ from the baseline. */
  states,
  toggles: z.array(id).max(deckLimits.toggles),
  /** Year shown; null for the one the pack opens on. */
  year: z.int().nullable(),
  /** Facts of the source line. */
  evidence: z.array(id).max(12),
  claims: z.array(claim).max(6),
  /** Variable that the room guesses before it is shown, or null. */
  predict: id.nullable(),
  /** Minutes planned. */
  minutes: z.number().min(0).max(120),
  /** What the speaker says, a line each. */
  notes: z.array(both(400)).max(8),
  /** Questions the room may ask, with an answer and what it rests on. */
  asked: z.array(z.strictObject({ question: both(200), answer: both(500), evidence: z.array(id).max(8) })).max(6),
})

/** The shape of a deck: slides in the order they are shown. */
export const deckShape = z.strictObject({
  title: both(120),
  slides: z.array(slide).min(1).max(deckLimits.slides),
})

/** One seat at the table: who it is, what it wants and fears, what it can decide. */
const role = z.strictObject({
  id,
  name: both(60),
  /** Who you are, in two or three sentences. */
  seat: both(600),
  /** What the seat wants, fears, and asks of the others, a line each. */
  wants: z.array(both(240)).min(1).max(5),
  fears: z.array(both(240)).min(1).max(5),
  asks: z.array(both(240)).min(1).max(5),
  /** What the source says about it, each with its facts. */
  points: z
    .array(z.strictObject({ text: both(400), evidence: z.array(id).min(1).max(8) }))
    .min(1)
    .max(8),
  /** Assumptions this seat has most say in, and variables it watches. */
  assumptions: z.array(id).max(8),
  watches: z.array(id).max(6),
})

/** The shape of what comes with a pack for a workshop: its deck, and a brief for each seat. */
export const workshopShape = z.strictObject({
  $schema: z.string().max(200).optional(),
  deck: deckShape,
  roles: z.array(role).max(12),
})

/** Slides under a title. */
export type Deck = z.infer<typeof deckShape>
/** One slide: a sentence and a chart under some assumptions, and what the speaker needs with them. */
export type Slide = Deck['slides'][number]
/** What a slide shows, by kind. */
export type SlideChart = Slide['chart']
/** One thing a sentence says of the outcome, which can be judged: see `claims.ts`. */
export type Claim = Slide['claims'][number]
/** The brief of one seat at the table. */
export type Role = z.infer<typeof role>
/** The deck and the roles of a pack. */
export type Workshop = Omit<z.infer<typeof workshopShape>, '$schema'>
