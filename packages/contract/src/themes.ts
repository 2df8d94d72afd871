import * as z from 'zod'
import { Day, InstrumentId_, StudyId_, WaveId_ } from './scalars.ts'

/** Fewest answers under a theme that is told of, and fewest under a question of which anything is told. */
export const LEAST_IN_THEME = 5
export const LEAST_ANSWERS = 10

/** Rounded to two digits, so that no table of a few answers can be taken from it. */
const Coefficient = z.number().max(1).multipleOf(0.01).nullable()

/** Words of one person, who agreed to it; shortened and smoothed, proposed by one, approved by two others. */
const ThemeQuote = z.strictObject({
  /** Random; no answer, response or coder goes by it. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  words: z.string().min(1).max(300),
})

const ToldTheme = z.strictObject({
  label: z.string(),
  definition: z.string(),
  /** Answers that name it. One person gave one answer. Not protected yet: readers get what disclosure control lets through. */
  answers: z.int().min(LEAST_IN_THEME),
  agreement: z.strictObject({
    /** Cohen's kappa and Krippendorff's alpha (nominal), before disputed answers were settled; null where not defined. */
    kappa: Coefficient,
    alpha: Coefficient,
  }),
  /** For the theme, and against what most say of it. */
  quotes: z.array(ThemeQuote).max(4),
  counterQuotes: z.array(ThemeQuote).max(4),
})

/**
 * `themes.json`: what people say in their own words, by open question. Made by the collection once coding is over
 * (`GET /v1/studies/{study}/waves/{wave}/themes`), read by the analysis. It speaks of all answers together: nothing in it may stand
 * beside a figure on a smaller group. No row, pseudonym, stratum or language is in it.
 */
export const ThemesFile = z.strictObject({
  format: z.literal('echolot-themes/1'),
  study: StudyId_,
  wave: WaveId_,
  instrument: InstrumentId_,
  synthetic: z.boolean(),
  madeOn: Day,
  questions: z.array(
    z.strictObject({
      item: z.string(),
      /** In the languages of the questionnaire, by BCP 47 tag. */
      title: z.record(z.string(), z.string()),
      /** Answers that were coded; withheld ones are not among them. */
      answers: z.int().min(LEAST_ANSWERS),
      coders: z.literal(2),
      /** Answers that both coders coded without knowing of each other. */
      codedTwice: z.int(),
      /** From the most frequent on. One answer can name several. */
      themes: z.array(ToldTheme),
      /** Themes too rare to be told of; their number only. */
      rareThemes: z.int(),
    }),
  ),
  /** Questions with fewer answers than any may be told of. */
  questionsTooSmall: z.int(),
})
export type ThemesFile = z.infer<typeof ThemesFile>
