import type { Instrument } from '@echolot/instrument'
import { freeName, namesIn } from './structure.ts'

/** A survey that has its elements without a page gets one that holds them all. */
export const ontoPage = (instrument: Instrument): Instrument => {
  const { elements = [], pages, ...rest } = instrument.survey
  if (Array.isArray(pages) && pages.length > 0) return instrument
  const name = freeName('page_1', namesIn(instrument))
  return { ...instrument, survey: { ...rest, pages: [{ name, elements }] } }
}
