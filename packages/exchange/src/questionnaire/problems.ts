import { defineProblem } from '@echolot/problem'

/** A file that is not what it was taken for; `place` says where reading stopped, `remedy` what to do. */
export const notThisFormat = defineProblem<{
  readonly format: string
  readonly place: string
  readonly message: string
  readonly remedy: string
}>('not-this-format', 422, 'The file could not be read as a questionnaire.')
