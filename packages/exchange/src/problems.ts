import { defineProblem } from '@echolot/problem'

/** A file that is not what its name promises, or too broken to begin with; `place` is where reading ended. */
export const fileUnreadable = defineProblem<{
  readonly format: string
  readonly place: string
  readonly remedy: string
}>('file-unreadable', 422, 'The file cannot be read as this format.')

/** No importer or exporter for this file ending. */
export const formatUnknown = defineProblem<{
  readonly file: string
  readonly known: readonly string[]
  readonly remedy: string
}>('format-unknown', 422, 'This kind of file is not known here.')

/** Labels were asked for in a language the codebook does not have. */
export const languageUnknown = defineProblem<{
  readonly language: string
  readonly known: readonly string[]
}>('language-unknown', 422, 'The codebook has no labels in this language.')

/** A deposit in which people could be recognised goes nowhere without a recorded approval. */
export const depositUnapproved = defineProblem<{
  readonly what: 'small groups' | 'free text'
  readonly reason: string
  readonly remedy: string
}>('deposit-unapproved', 422, 'The deposit needs an approval that was not given.')

/** A deposit is never written over anything. */
export const depositExists = defineProblem<{ readonly folder: string }>(
  'deposit-exists',
  409,
  'The folder is not empty; a deposit is never written over anything.',
)
