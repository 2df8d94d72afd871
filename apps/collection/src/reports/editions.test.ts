import { beforeEach, describe, expect, it } from 'vitest'
import { makeOffice, type TestOffice, WAIVED } from '../house.testing.ts'
import { reportPeople } from './reports.testing.ts'

describe('what is written over a report', () => {
  let office: TestOffice
  let people: Awaited<ReturnType<typeof reportPeople>>
  let id: string
  beforeEach(async () => {
    office = await makeOffice(WAIVED)
    people = await reportPeople(office)
    id = await people.handIn()
  })

  it.each([
    ['a digit', '58 behaupten es', 'typed-number', '58'],
    ['full-width digits', '５８ behaupten es', 'typed-number', '５８'],
    ['Arabic-Indic digits', '٥٨ behaupten es', 'typed-number', '٥٨'],
    ['a circled digit', 'Nur ⑨ behaupten es', 'typed-number', '⑨'],
    ['a Roman numeral sign', 'Nur Ⅸ behaupten es', 'typed-number', 'Ⅸ'],
    ['a fraction', 'Fast ½ behauptet es', 'typed-number', '½'],
    ['a word', 'Zwei von drei behaupten es', 'number-word', 'Zwei'],
    ['a long word', 'Achtundfünfzig behaupten es', 'number-word', 'Achtundfünfzig'],
    ['a name of another page', '{letters.share} behaupten es', 'unbound-name', 'letters.share'],
    ['a name of objects', '{constructor} behaupten es', 'unbound-name', 'constructor'],
    ['half a name', '{share behaupten es', 'loose-brace', ''],
  ])('is bound: %s is refused with its place', async (_what, see, fault, what) => {
    const { body } = await people.edit(id, { care: { see } }).expect(422)
    expect(body.type).toBe('/problems/edition-refused')
    expect(body.faults).toContainEqual(
      expect.objectContaining({ path: 'sections.care.see', fault, what }),
    )
    expect(await people.html(id)).not.toContain('behaupte')
  })

  it('is text and nothing else', async () => {
    await people.edit(id, { care: { heading: '<script>x</script> & {item}' } }).expect(200)
    const html = await people.html(id)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;x&lt;/script&gt; &amp; Betreuung')
  })

  it('has the shape of an edition, of this language', async () => {
    await people.edit(id, { care: { html: '<p>' } }).expect(422)
    await people.edit(id, { nowhere: { heading: 'x' } }).expect(422)
    await people.edit(id, {}, { edition: { language: 'en' } }).expect(422)
    await people.edit(id, { care: { strength: { value: 'open', reason: ' ' } } }).expect(422)
  })

  it('is refused when somebody has saved in between, saying who', async () => {
    const { manager } = people
    const put = (who: typeof manager, heading: string) =>
      who.put(`/v1/reports/${id}/editions/de`, {
        revision: 0,
        edition: { language: 'de', sections: { care: { heading } } },
        basis: {},
      })
    await put(people.analyst, 'Erste').expect(200)
    const { body } = await put(manager, 'Zweites').expect(409)
    expect(body).toMatchObject({ type: '/problems/edition-stale', revision: 1, by: 'ana' })
    const kept = await manager.get(`/v1/reports/${id}/editions/de`).expect(200)
    expect(kept.body).toMatchObject({
      savedBy: 'ana',
      edition: { sections: { care: { heading: 'Erste' } } },
    })
  })

  it('is nothing for commenters, even while the draft lies before them', async () => {
    await people.step(id, 'circulation').expect(204)
    for (const who of [people.carrier, people.jobCentre, people.lead]) {
      await who.get(`/v1/reports/${id}/editions/de`).expect(403)
      await who.put(`/v1/reports/${id}/editions/de`, {}).expect(403)
      for (const step of ['return', 'release', 'withdrawal', 'circulation'])
        await who.post(`/v1/reports/${id}/${step}`, { reason: 'x' }).expect(403)
      await who.post(`/v1/reports/${id}/comments/1/answer`, {}).expect(403)
    }
    const { text } = await people.carrier.get(`/v1/reports/${id}`).expect(200)
    for (const inside of ['"results"', '"account"', '"svg"', '"values"'])
      expect(text).not.toContain(inside)
  })

  it('bears the mark of a draft and the reader’s name, until it is released', async () => {
    await people.step(id, 'circulation').expect(204)
    const draft = await people.html(id, people.carrier)
    expect(draft).toContain('data-words="ENTWURF – nicht weitergeben\nkarla"')
    await people.step(id, 'release', people.manager).expect(204)
    const released = await people.html(id, people.lead)
    expect(released).not.toContain('ENTWURF')
    expect(released).not.toContain('karla')
    expect(released).toContain('ana, mia')
  })

  it('comes out as every file there is, and nothing else', async () => {
    const kinds = ['pdf', 'summary', 'slides', 'tables', 'families', 'appendix', 'figures']
    for (const kind of kinds) {
      const { headers } = await people.analyst.get(`/v1/reports/${id}/files/de/${kind}`).expect(200)
      expect(headers['content-disposition']).toMatch(/^attachment; filename="?de-1-/)
    }
    const html = await people.analyst.get(`/v1/reports/${id}/files/de/html`).expect(200)
    expect(html.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
    )
    for (const path of ['de/results', 'de/constructor', 'fr/pdf'])
      await people.analyst.get(`/v1/reports/${id}/files/${path}`).expect(404)
  }, 120_000)
})
