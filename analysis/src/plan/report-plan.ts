import * as z from 'zod'

const Id = z.string().min(1)
/** Words of ours. Numbers in a finding come from data, so digits are refused outside of {placeholders}. */
const Words = z
  .string()
  .min(1)
  .refine((text) => !/\d/.test(text.replace(/\{[^}]*\}/g, '')), {
    message: 'a number is typed into a sentence of the report; bind it with a {placeholder}',
  })

/** What every page says in the same places. */
const page = {
  /** The question of the page, above its headline. */
  question: Words,
  /** What may follow from it. */
  follow: Words.optional(),
  /** Name of the finding in the summary; pages without one are left out there. */
  short: Words.optional(),
}
const Labelled = z.strictObject({ variable: Id, label: Words })

export const PagePlan = z.discriminatedUnion('page', [
  z.strictObject({ ...page, page: z.literal('response'), rates: Id, weights: Id.optional() }),
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
    finding: Words,
    headline: z.strictObject({ most: Words, many: Words, few: Words }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('shares'),
    shares: Id,
    items: z.array(Labelled).min(2),
    finding: Words,
    /** `clear`: the first is ahead of the second beyond chance; `close`: not. */
    headline: z.strictObject({ clear: Words, close: Words }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('scores'),
    means: Id,
    items: z.array(Labelled.extend({ meaning: Words })).min(2),
    headline: z.strictObject({ firstHigher: Words, secondHigher: Words, same: Words }),
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
    finding: Words,
    headline: z.strictObject({ gap: Words, noGap: Words }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('likert'),
    categories: Id,
    items: z.array(Labelled.extend({ topic: Words, reversed: z.boolean().default(false) })).min(2),
    against: Id,
    middle: Id,
    agree: Id,
    headline: z.strictObject({ spread: Words, even: Words }),
  }),
  z.strictObject({
    ...page,
    page: z.literal('comparison'),
    items: z.array(Labelled.extend({ analysis: Id })).min(2),
    /** Printed beside the figure, always. */
    sentence: Words,
    headline: z.strictObject({ none: Words, one: Words, several: Words }),
  }),
])
export type PagePlan = z.infer<typeof PagePlan>

/** Who agreed that readers may have the report, and when. */
export const Release = z.strictObject({ by: z.string().min(1), on: z.iso.date() })

export const ReportPlan = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().min(1),
  /** Name of the study in the footer. */
  study: z.string().min(1),
  publisher: z.string().min(1),
  client: z.string().min(1),
  /** Whom the results speak of, e.g. `Eltern im Kreis, die Geld vom Jobcenter bekommen`. */
  population: Words,
  /** Without it every page is marked as a draft. */
  release: Release.optional(),
  /** Id of a `weights` analysis, for the method page. */
  weights: Id.optional(),
  /** Ids of `alpha` and `omega` analyses, for the method page. */
  scales: z
    .array(z.strictObject({ label: z.string(), alpha: Id, omega: Id.optional() }))
    .default([]),
  pages: z.array(PagePlan).min(1),
  /** What we do not know: sentences printed beside those the report finds itself. */
  unknown: z.array(Words).default([]),
})
export type ReportPlan = z.infer<typeof ReportPlan>
