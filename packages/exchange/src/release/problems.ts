import { defineProblem } from '@echolot/problem'

export const languageUnknown = defineProblem<{ language: string; known: readonly string[] }>(
  'language-unknown',
  422,
  'The codebook has no labels in this language.',
)
export const depositExists = defineProblem<{ folder: string }>(
  'deposit-exists',
  409,
  'The folder is not empty; a deposit is never written over anything.',
)
