import type { Assertion } from '@echolot/instrument'

/** What an assertion can demand. */
export const EXPECTED = ['shown', 'hidden', 'required', 'optional'] as const
export type Expected = (typeof EXPECTED)[number]

/** The names of one demand as a list. */
export const namesOf = (names: Assertion['expect'][Expected]): readonly string[] =>
  names === undefined ? [] : typeof names === 'string' ? [names] : names
