import * as z from 'zod'
import { Named, Told } from './told.ts'

const Id = z.string().min(1)
/** One number of one analysis. */
const Number_ = z.strictObject({ analysis: Id, key: Id })

/** What every page says in the same places. */
const page = {
  /** Name of the page for ever: letters a–z, digits, hyphens. Without it the question in the first language makes it. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, 'small letters, digits and hyphens')
    .optional(),
  /** The question of the page, above its headline. */
  question: Told,
  /** What may follow from it. */
  follow: Told.optional(),
  /** Name of the finding in the summary; pages without one are left out there. */
  short: Told.optional(),
  /** Questions that a committee would ask; they stand on the page, the answers in the appendix. */
  cards: z
    .array(z.strictObject({ question: Told, answer: Told }))
    .max(2)
    .optional(),
  /** `appendix` for what few read; `technical` is for the technical appendix alone. */
  part: z.enum(['main', 'appendix', 'technical']).optional(),
}
const Labelled = z.strictObject({ variable: Id, label: Named })

export const PagePlan = z.discriminatedUnion('page', [
  z.strictObject({
    ...page,
    page: z.literal('response'),
    rates: Id,
    weights: Id.optional(),
    /** A `returns` analysis, for the curve. */
    returns: Id.optional(),
    /** Letters and reminders as flags of the curve; its analysis counts weeks `since` the first. */
    mailings: z
      .array(z.strictObject({ what: Told, on: z.iso.date() }))
      .min(1)
      .optional(),
  }),
  z.strictObject({
    ...page,
    page: z.literal('composition'),
    composition: Id,
    weights: Id.optional(),
  }),
  z.strictObject({
    ...page,
    page: z.literal('hours'),
    medians: Id,
    now: Id,
    wanted: Id,
    shares: Id,
    more: Id,
    /** Who does what, e.g. `Eltern möchten mindestens … mehr arbeiten`; {share} is bound. */
    finding: Told,
    headline: z.strictObject({ most: Told, many: Told, few: Told }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('shares'),
    shares: Id,
    items: z.array(Labelled).min(2),
    finding: Told,
    /** `clear`: the first is ahead of the second beyond chance; `close`: not. */
    headline: z.strictObject({ clear: Told, close: Told }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('scores'),
    means: Id,
    items: z.array(Labelled.extend({ meaning: Told })).min(2),
    headline: z.strictObject({ firstHigher: Told, secondHigher: Told, same: Told }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('categories'),
    categories: Id,
    items: z.array(Labelled).min(2),
    /** Names of the categories: not known, known only, used. */
    unknown: Id,
    known: Id,
    used: Id,
    finding: Told,
    headline: z.strictObject({ gap: Told, noGap: Told }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('likert'),
    categories: Id,
    items: z.array(Labelled.extend({ topic: Told, reversed: z.boolean().default(false) })).min(2),
    against: Id,
    middle: Id,
    agree: Id,
    headline: z.strictObject({ spread: Told, even: Told }),
    /** A `recheck` analysis, and what it leaves out, e.g. `Bögen, bei denen ein Coach geholfen hat`. */
    recheck: z.strictObject({ analysis: Id, label: Told }).optional(),
  }),
  z.strictObject({
    ...page,
    page: z.literal('comparison'),
    items: z.array(Labelled.extend({ analysis: Id })).min(2),
    /** Printed beside the figure, always. */
    sentence: Told,
    headline: z.strictObject({ none: Told, one: Told, several: Told }),
  }),
  /** So many of a hundred children (or others of a household), and a small table beside. */
  z.strictObject({
    ...page,
    page: z.literal('icons'),
    share: Number_,
    /** {share} is bound. */
    finding: Told,
    headline: z.strictObject({ most: Told, many: Told, few: Told }),
    table: z
      .strictObject({
        caption: Told,
        rows: z.array(Number_.extend({ label: Named })).min(1),
      })
      .optional(),
  }),
  /** Shares among the first three wishes. */
  z.strictObject({
    ...page,
    page: z.literal('wishes'),
    shares: Id,
    items: z.array(Labelled).min(2),
    finding: Told,
    headline: z.strictObject({ clear: Told, close: Told }),
  }),
  /** A model: standardised coefficients; {first} is the strongest. */
  z.strictObject({
    ...page,
    page: z.literal('coefficients'),
    items: z.array(Number_.extend({ label: Named })).min(1),
    /** What lies left and right of zero. */
    sides: z.tuple([Told, Told]),
    headline: z.strictObject({ some: Told, none: Told }),
    /** Printed beside the figure: what a model can and cannot say. */
    sentence: Told.optional(),
  }),
  /** Rankings by the worths of a `plackett-luce` analysis; {first}, {second} and {chance} of the first. */
  z.strictObject({
    ...page,
    page: z.literal('ranking'),
    analysis: Id,
    items: z.array(Labelled).min(2),
    headline: z.strictObject({ clear: Told, close: Told }),
  }),
  /** The families of phase 1: group means before and after, and classes of change. */
  z.strictObject({
    ...page,
    page: z.literal('change'),
    items: z
      .array(
        z.strictObject({
          label: Named,
          /** A `paired-change`. */
          analysis: Id,
        }),
      )
      .min(1),
    axis: z.strictObject({ from: z.number(), to: z.number(), step: z.number().positive() }),
    unit: Told,
    /** An `rci`, for the classes of reliable change; the analysis merges small ones. */
    classes: Id.optional(),
    headline: z.strictObject({ some: Told, none: Told }),
    sentence: Told,
  }),
  /** Themes and quotes of open questions, from `themes.json`. */
  z.strictObject({
    ...page,
    page: z.literal('themes'),
    /** Items of the questionnaire; without it all that were coded. */
    items: z.array(Id).optional(),
    headline: z.strictObject({ one: Told, several: Told }),
  }),
  /** Recommendations and what became of them, from `measures.json`. */
  z.strictObject({ ...page, page: z.literal('decisions'), headline: Told }),
  /** How it goes on. */
  z.strictObject({
    ...page,
    page: z.literal('timeline'),
    headline: Told,
    steps: z.array(z.strictObject({ what: Named, on: z.iso.date() })).min(1),
  }),
  /** How one number is distributed. */
  z.strictObject({
    ...page,
    page: z.literal('distribution'),
    histogram: Id,
    variable: Id,
    unit: Told,
    headline: Told,
  }),
  /** Items of scales: difficulty and discrimination, and eigenvalues beside those of chance. */
  z.strictObject({
    ...page,
    page: z.literal('scale'),
    items: z.array(Labelled).min(2),
    analysis: Id,
    parallel: Id.optional(),
    headline: Told,
  }),
  /** Key figures again: without conspicuous answers, without help, unweighted. */
  z.strictObject({
    ...page,
    page: z.literal('rechecks'),
    ways: z.array(z.strictObject({ label: Named, analysis: Id })).min(1),
    items: z.array(Labelled).min(1),
    headline: z.strictObject({ small: Told, large: Told }),
  }),
])
export type PagePlan = z.infer<typeof PagePlan>
/** The plan of one kind of page. */
export type PageOf<Kind extends PagePlan['page']> = Extract<PagePlan, { page: Kind }>
