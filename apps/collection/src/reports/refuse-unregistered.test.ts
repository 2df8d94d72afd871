import { ENGINES } from '@echolot/database/testing'
import { MADE } from '@echolot/report/testing'
import { describe, expect, it } from 'vitest'
import { makeOffice, WAIVED } from '../house.testing.ts'
import type { Tables } from '../store/tables.ts'
import { ENGLISH, GERMAN, reportPeople, upload } from './reports.testing.ts'

const OTHER = 'e'.repeat(64)
const digests = { ...MADE.digests, data: OTHER }
/** The same report, of other data. */
const later = (account: object) => ({
  freezeDigest: OTHER,
  models: [
    { ...GERMAN, digests },
    { ...ENGLISH, digests },
  ],
  results: { protected: true, data: { n: 130, digest: OTHER }, analyses: [] },
  account,
})

describe.each(ENGINES)('a report of other data of the wave (%s)', (_, open) => {
  it('is taken once it was checked against what readers have', async () => {
    const office = await makeOffice({ ...WAIVED, open: () => open<Tables>() })
    const { analyst, handIn, release } = await reportPeople(office)
    const first = await handIn()
    // Nobody has read a draft.
    await handIn(later({ withheld: [] }))
    await release(first)
    const { body } = await analyst
      .post('/v1/reports', upload(later({ withheld: [], register: [] })))
      .expect(409)
    expect(body).toMatchObject({
      type: '/problems/report-unregistered',
      reports: ['Synthetischer Bericht 1'],
    })
    const register = [{ publication: 'first', data: MADE.digests.data, hidden: [] }]
    await handIn(later({ withheld: [], register }))
    // The same data again tell nothing new.
    await handIn()
  })
})
