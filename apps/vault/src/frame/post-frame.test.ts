import { describe, expect, it } from 'vitest'
import { openOffice, STUDY, syntheticFrame, upload } from '../house.testing.ts'

describe('POST /v1/frames', () => {
  it('imports a file, and finds the same persons in it the second time', async () => {
    const office = await openOffice()
    const clerk = await office.as('trust.clerk')
    const file = upload(syntheticFrame(30))
    const first = await clerk.post('/v1/frames', file)
    expect(first.body).toMatchObject({ imported: 30, check: { importable: 30, known: 0 } })
    const second = await clerk.post('/v1/frames', file)
    expect(second.body).toMatchObject({ imported: 0, check: { importable: 30, known: 30 } })
    const { body } = await clerk.get(`/v1/frames/${STUDY}`)
    expect(body).toMatchObject({
      persons: 30,
      blocked: 0,
      strata: [{ persons: 15 }, { persons: 15 }],
    })
  })

  it('keeps the person and takes the newer address when the source names the person', async () => {
    const office = await openOffice()
    const clerk = await office.as('trust.clerk')
    const frame = (street: string) =>
      upload(
        `Kennung;Vorname;Nachname;Straße;PLZ;Ort;Schicht;Auskunftssperre\nK7;Ann;Muster;${street};59320;Ennigerloh;1;`,
      )
    await clerk.post('/v1/frames', frame('Weg 1'))
    const { body } = await clerk.post('/v1/frames', frame('Allee 2'))
    expect(body).toMatchObject({ imported: 0, check: { known: 1 } })
    expect(
      await office.house.db.selectFrom('person').select(['street', 'house_number']).execute(),
    ).toEqual([{ street: 'Allee', house_number: '2' }])
  })

  it('leaves no trace of protected rows but their number', async () => {
    const office = await openOffice()
    const clerk = await office.as('trust.clerk')
    const hidden = 'Frau;Verborgen;Geheim;Weg;1;59320;Ennigerloh;1;ja;1980'
    const { body } = await clerk.post(
      '/v1/frames',
      upload(syntheticFrame(6, [hidden, hidden, hidden])),
    )
    expect(body).toMatchObject({ imported: 6, check: { excludedProtected: 3, findings: [] } })
    for (const table of ['person', 'sample', 'frame_import', 'audit'] as const)
      expect(
        JSON.stringify(await office.house.db.selectFrom(table).selectAll().execute()),
      ).not.toContain('Geheim')
    expect(await office.house.db.selectFrom('frame_import').selectAll().execute()).toMatchObject([
      { excluded_protected: 3, imported: 6 },
    ])
  })

  it('imports nothing when nothing is right', async () => {
    const office = await openOffice()
    const clerk = await office.as('trust.clerk')
    const { status, body } = await clerk.post('/v1/frames', upload('Vorname;Nachname\nAnn;Muster'))
    expect([status, body.type]).toEqual([422, '/problems/frame-not-importable'])
    expect(body.check.findings).toHaveLength(4)
  })

  it('checks without keeping', async () => {
    const office = await openOffice()
    const clerk = await office.as('trust.clerk')
    const { body } = await clerk.post('/v1/frames/check', upload(syntheticFrame(4)))
    expect(body.importable).toBe(4)
    expect((await clerk.get(`/v1/frames/${STUDY}`)).body.persons).toBe(0)
  })

  it('takes thirty thousand rows', { timeout: 60_000 }, async () => {
    const office = await openOffice()
    const clerk = await office.as('trust.clerk')
    const rows = Array.from(
      { length: 30_000 },
      (_, i) =>
        `Frau;Vorname;Muster${String.fromCharCode(97 + (i % 26))};Musterstraße;${(i % 999) + 1};59320;Ennigerloh;1;;${1920 + Math.floor(i / 780)}`,
    )
    const start = performance.now()
    const answer = await clerk.post('/v1/frames', upload(syntheticFrame(0, rows)))
    const seconds = (performance.now() - start) / 1_000
    expect(answer.status).toBe(200)
    expect(answer.body.check.rows).toBe(30_000)
    expect(answer.body.imported).toBeGreaterThan(15_000)
    expect(seconds).toBeLessThan(40)
  })
})
