import { defineProblem } from '@echolot/problem'

/** Where in a request something is wrong, and what the sender can do about it. */
export type Place = { readonly place: string; readonly remedy: string }

export const tooLarge = defineProblem<{ readonly limit: number }>(
  'too-large',
  413,
  'The request is larger than what is accepted here.',
)
export const unsupportedType = defineProblem<{ readonly accepted: string }>(
  'unsupported-type',
  415,
  'This kind of content is not read here.',
)
export const otherSite = defineProblem(
  'other-site',
  403,
  'This request came from a page of another site.',
)
export const methodNotAllowed = defineProblem<{ readonly allowed: readonly string[] }>(
  'method-not-allowed',
  405,
  'This address does not take this method.',
)
export const notReady = defineProblem<{ readonly retryAfter: number }>(
  'not-ready',
  503,
  'This office does not take requests at the moment.',
)
