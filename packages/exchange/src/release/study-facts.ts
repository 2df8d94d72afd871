import * as z from 'zod'

const Words = z.union([z.string(), z.record(z.string(), z.string())])

/** What `study.json` may say of the method; whatever else stands there is passed over. */
const StudyFacts = z.object({
  title: Words.optional().catch(undefined),
  purpose: Words.optional().catch(undefined),
  population: Words.optional().catch(undefined),
  controller: Words.optional().catch(undefined),
  legalBasis: Words.optional().catch(undefined),
  sampling: z.string().optional().catch(undefined),
  approval: z.object({ reference: z.string() }).optional().catch(undefined),
  waves: z
    .array(
      z.object({
        wave: z.string(),
        opensOn: z.string().optional(),
        closesOn: z.string().optional(),
        withdrawUntil: z.string().optional(),
      }),
    )
    .catch([])
    .default([]),
})
export type StudyFacts = z.infer<typeof StudyFacts>

/** Reads the method's facts out of a study file; a part that is missing or not as expected is left out. */
export const studyFactsOf = (
  studyFile: Readonly<Record<string, unknown>> | undefined,
): StudyFacts => StudyFacts.parse(studyFile ?? {})

const SAMPLING: Readonly<Record<string, { readonly de: string; readonly en: string }>> = {
  'named-adult': {
    de: 'Je gezogenem Haushalt wird eine namentlich genannte erwachsene Person eingeladen.',
    en: 'One adult, invited by name, for each household drawn.',
  },
  'both-adults': {
    de: 'Je gezogenem Haushalt werden beide Erwachsenen eingeladen.',
    en: 'Both adults of each household drawn are invited.',
  },
}

/** How units were drawn, in words; an unknown way stands for itself. */
export const samplingText = (sampling: string) => SAMPLING[sampling] ?? sampling
