import { type InstrumentEnvelope, PublishedInstrument } from '@echolot/contract/instruments'
import { answered, endpoint, type Request } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { InstrumentId } from '@echolot/study'
import type { House } from '../house.ts'
import { publicInstrumentOf } from './public-instrument.ts'

/** Staff see the whole of it, everybody else what a respondent needs. */
const byReader = (request: Request, { staff }: House): 'staff' | 'respondent' => {
  const who = staff.staffOf(request)
  return who && who.role !== 'none' ? 'staff' : 'respondent'
}

export const getInstrument = endpoint({
  method: 'get',
  path: '/v1/instruments/:id',
  summary: 'A published questionnaire; it never changes, so browsers may keep it.',
  access: byReader,
  problems: [notFound],
  answer: PublishedInstrument,
  run: async ({ caller, params: { id } }, house: House) => {
    const shelved = await house.instruments.read(house.db, id as InstrumentId)
    if (caller === 'staff') {
      const { id: name, digest, instrument } = shelved
      return answered(
        { id: name, digest, instrument: instrument as unknown as InstrumentEnvelope },
        {},
      )
    }
    return answered(publicInstrumentOf(shelved), {
      headers: {
        etag: `"${shelved.digest}"`,
        'cache-control': 'public, max-age=31536000, immutable',
        // A browser in which someone of the staff signs in later must not show them this copy.
        vary: 'cookie',
      },
    })
  },
})
