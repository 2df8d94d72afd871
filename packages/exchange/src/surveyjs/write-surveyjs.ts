import type { Instrument } from '@echolot/instrument'

/** The SurveyJS definition by itself, untouched; what stands in the envelope is left behind. */
export const writeSurveyjs = ({ survey }: Instrument): string =>
  `${JSON.stringify(survey, null, 2)}\n`

/** The whole instrument. */
export const writeInstrument = (instrument: Instrument): string =>
  `${JSON.stringify(instrument, null, 2)}\n`
