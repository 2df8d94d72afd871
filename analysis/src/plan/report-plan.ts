import * as z from 'zod'
import { PagePlan } from './page-plan.ts'
import { Named, ReportLanguage, Told, untold } from './told.ts'

export type { PageOf, PagePlan } from './page-plan.ts'

const Id = z.string().min(1)

/** Who agreed that readers may have the report, and when. */
export const Release = z.strictObject({ by: z.string().min(1), on: z.iso.date() })

const Shape = z.strictObject({
  /** A report in each; the first is the language of plain sentences. */
  languages: z.array(ReportLanguage).min(1).default(['de']),
  title: Named,
  subtitle: Named,
  /** Name of the study in the footer. */
  study: Named,
  publisher: Named,
  client: Named,
  /** Whom the results speak of, e.g. `Eltern im Kreis, die Geld vom Jobcenter bekommen`. */
  population: Told,
  /** Names that analyses give to groups and categories, in other languages, by the name in the first. */
  names: z.partialRecord(ReportLanguage, z.record(z.string(), z.string().min(1))).default({}),
  /** Without it every page is marked as a draft. */
  release: Release.optional(),
  /** Id of a `weights` analysis, for the method page. */
  weights: Id.optional(),
  /** Ids of `alpha` and `omega` analyses, for the method page. */
  scales: z.array(z.strictObject({ label: Named, alpha: Id, omega: Id.optional() })).default([]),
  pages: z.array(PagePlan).min(1),
  /** What we do not know: sentences printed beside those the report finds itself. */
  unknown: z.array(Told).default([]),
  /** What is new since the version before, three lines at most. */
  whatIsNew: z.array(Told).max(3).default([]),
})

export const ReportPlan = Shape.superRefine((report, context) => {
  for (const { path, language } of untold(Shape, report, report.languages))
    context.addIssue({
      code: 'custom',
      path: [...path],
      message: `there are no words in “${language}”, which is one of the report's languages`,
      params: {
        remedy: `give {"de": "…", "en": "…"}, or take “${language}” out of report.languages`,
      },
    })
})
export type ReportPlan = z.infer<typeof ReportPlan>
