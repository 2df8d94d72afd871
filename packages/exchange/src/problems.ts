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
