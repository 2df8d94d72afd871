import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openOffice, PLACE, STUDY, syntheticFrame, upload } from '../house.testing.ts'
import { openFakeCollection } from '../peer/collection.testing.ts'
import { retireStudies } from './retire-studies.ts'

describe('retireStudies', () => {
  it('deletes step by step what has had its time, down to the bytes', async () => {
    let today = new Date('2027-05-01T12:00:00Z')
    const collection = await openFakeCollection()
    const office = await openOffice({ collectionUrl: collection.url, now: () => today })
    const { db, keyring } = office.house
    await collection.pairWith(office.house)
    const clerk = await office.as('trust.clerk')
    await clerk.post('/v1/frames', upload(syntheticFrame(8)))
    const { body } = await clerk.post('/v1/mailings', { ...PLACE, kind: 'invitation' })
    await (await office.as('trust.lead')).post(`/v1/mailings/${body.id}/approval`)
    await office.house.jobs.idle()
    const count = async () => ({
      credentials: (await db.selectFrom('credential').selectAll().execute()).length,
      links: (await db.selectFrom('sample').select('link_ct').execute()).filter(
        (row) => row.link_ct,
      ).length,
      persons: (await db.selectFrom('person').selectAll().execute()).length,
    })
    const onDisk = () =>
      ['vault.db', 'vault.db-wal']
        .map((file) => readFileSync(join(office.folder, 'vault', file), 'latin1'))
        .join('')

    await retireStudies(office.house)
    expect(await count()).toEqual({ credentials: 8, links: 8, persons: 8 })

    // The last day of withdrawal still counts.
    today = new Date('2030-06-14T12:00:00Z')
    await retireStudies(office.house)
    expect(await count()).toEqual({ credentials: 8, links: 8, persons: 8 })
    expect(onDisk()).toContain('Probeb')

    today = new Date('2030-06-15T12:00:00Z')
    await retireStudies(office.house)
    expect(await count()).toEqual({ credentials: 0, links: 0, persons: 0 })
    await expect(keyring.ofStudy(STUDY)).rejects.toMatchObject({ type: 'not-found' })
    expect(onDisk()).not.toContain('Probeb')
    const acts = (await db.selectFrom('audit').select(['act', 'n']).execute()).filter(({ act }) =>
      act.endsWith('.deleted'),
    )
    expect(acts).toEqual([
      { act: 'credentials.deleted', n: 8 },
      { act: 'links.deleted', n: 8 },
      { act: 'persons.deleted', n: 8 },
    ])
    await retireStudies(office.house)
    expect(await db.selectFrom('mailing').selectAll().execute()).toHaveLength(1)
  })
})
