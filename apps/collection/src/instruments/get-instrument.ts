import { PublishedInstrument } from '@echolot/contract/instruments'
import { answered, endpoint } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type { InstrumentId } from '@echolot/study'
import { byAnybody } from '../access/by-anybody.ts'
import type { House } from '../house.ts'
import { publicInstrumentOf } from './public-instrument.ts'

export const getInstrument = endpoint({
  method: 'get',
  path: '/v1/instruments/:id',
  summary: 'A published questionnaire; it never changes, so browsers may keep it.',
  access: byAnybody,
  problems: [notFound],
  answer: PublishedInstrument,
  run: async ({ params: { id } }, house: House) => {
    const shelved = await house.instruments.read(house.db, id as InstrumentId)
    return answered(publicInstrumentOf(shelved), {
      headers: {
        etag: `"${shelved.digest}"`,
        'cache-control': 'public, max-age=31536000, immutable',
      },
    })
  },
})
