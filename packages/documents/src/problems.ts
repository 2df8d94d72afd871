import { defineProblem } from '@echolot/problem'

/** One complaint of the typesetter; `line` counts from 1 in `file`. */
export type Diagnostic = {
  readonly message: string
  readonly file: string
  readonly line?: number
  readonly hints: readonly string[]
}

export const documentRefused = defineProblem<{ diagnostics: readonly Diagnostic[] }>(
  'document-refused',
  422,
  'The typesetter refused the document.',
)
