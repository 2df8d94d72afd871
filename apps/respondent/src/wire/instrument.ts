import type { PublishedInstrument } from '@echolot/contract/instruments'
import { call } from './call.ts'

/** The questionnaire in the version this wave asks. */
export const fetchInstrument = (id: string) =>
  call<PublishedInstrument>('GET', `/v1/instruments/${encodeURIComponent(id)}`)
