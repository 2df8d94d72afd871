import { defineProblem } from '@echolot/problem'

/** A method met data for which its result is not defined, e.g. no variance. */
export const notDefined = defineProblem<{ method: string; reason: string }>(
  'result-not-defined',
  422,
  'The result is not defined for these data.',
)
