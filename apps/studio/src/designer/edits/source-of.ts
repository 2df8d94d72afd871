import type { Instrument } from '@echolot/instrument'

/** Tag of the language that texts are written in first. */
export const sourceOf = ({ languages }: Pick<Instrument, 'languages'>): string =>
  languages[0]?.tag ?? 'de'
