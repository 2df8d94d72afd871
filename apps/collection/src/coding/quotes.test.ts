import { ThemesFile } from '@echolot/contract/themes'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rowsOf } from '../house.testing.ts'
import { ENGLISH, GERMAN, upload } from '../reports/reports.testing.ts'
import {
  AT,
  type CodingOffice,
  codeAll,
  makeCodingOffice,
  passAll,
  saveThemes,
  write,
} from './made.testing.ts'

// Each walks the whole way, request by request.
vi.setConfig({ testTimeout: 90_000 })

describe('quotes', () => {
  let made: CodingOffice
  let bus: string
  let browsers: Awaited<ReturnType<typeof write>>[]
  beforeEach(async () => {
    made = await makeCodingOffice()
    browsers = []
    for (let n = 0; n < 12; n++)
      browsers.push(
        await write(made.office, { quotes: n < 8 ? 1 : 2, wish: `Der Bus fehlt, Nr ${n}` }),
      )
    await made.close()
    await made.setUp('wish')
    await made.draw('wish')
    await passAll(made, 'wish')
    const ids = await saveThemes(made, 'wish', ['Bus', 'Selten'])
    bus = ids.Bus as string
    await made.manager.post(`${AT}/coding/wish/dealing`)
    for (const coder of [made.ana, made.bo]) await codeAll(coder, 'wish', () => [bus])
  })
  const desk = async () => (await made.ana.get(`${AT}/coding/wish/quotes`).expect(200)).body
  const propose = (answer: string, more: object = {}) =>
    made.ana.post(`${AT}/coding/wish/quotes`, {
      answer,
      theme: bus,
      role: 'voice',
      words: 'Abends fehlt der Bus.',
      harmless: [],
      ...more,
    })

  it('come from those only who agreed to be quoted', async () => {
    const { candidates, themes } = await desk()
    expect(candidates).toHaveLength(8)
    expect(themes).toEqual([{ id: bus, label: 'Bus', answers: 12 }])
    const may = new Set(candidates.map(({ id }: { id: string }) => id))
    const refusing = (await rowsOf(made.office, 'open_answer')).find(({ id }) => !may.has(id))
    expect((await propose(String(refusing?.id)).expect(409)).body.type).toBe(
      '/problems/not-quotable',
    )
    expect((await propose('nothing').expect(409)).body.type).toBe('/problems/not-quotable')
  })

  it('name no place, no number of children, no language and no number', async () => {
    const [{ id }] = (await desk()).candidates
    for (const words of [
      'In Ennigerloh fehlt der Bus.',
      'Mit drei Kindern fehlt der Bus.',
      'Auf Arabisch fehlt der Fahrplan.',
      'Als Altenpflegerin fehlt mir der Bus.',
    ]) {
      const { body } = await propose(id, { words }).expect(422)
      expect(body).toMatchObject({ type: '/problems/quote-telling', spans: [{}] })
    }
    await propose(id, { words: 'Ruf 02382 123456 an', harmless: ['02382 123456'] }).expect(422)
    await propose(id, { words: 'Am Abend in Essen ist Schluss', harmless: ['Essen'] }).expect(200)
    await propose(id).expect(409)
  })

  it('are approved by two who did not propose them, and get a name that leads nowhere', async () => {
    const [one, other] = (await desk()).candidates
    const { id } = (await propose(one.id).expect(200)).body
    const counter = (await propose(other.id, { role: 'counter', words: 'Mir reicht der Bus.' }))
      .body
    const verdict = (who: CodingOffice['ana'], quote = id, say = 'approve') =>
      who.post(`${AT}/coding/wish/quotes/${quote}/verdicts`, { verdict: say })
    expect((await verdict(made.ana).expect(403)).body.type).toBe('/problems/second-person-needed')
    await verdict(made.bo).expect(204)
    await verdict(made.bo).expect(403)
    const told = async () =>
      ThemesFile.parse((await made.ana.get(`${AT}/themes`)).body).questions[0]?.themes[0]
    expect(await told()).toMatchObject({ quotes: [], counterQuotes: [] })
    await verdict(made.manager).expect(204)
    for (const who of [made.bo, made.second]) await verdict(who, counter.id).expect(204)
    expect(await told()).toMatchObject({
      quotes: [{ id, words: 'Abends fehlt der Bus.' }],
      counterQuotes: [{ words: 'Mir reicht der Bus.' }],
    })
    const known = new Set(
      (await rowsOf(made.office, 'open_answer')).flatMap((row) => [row.id, row.origin]),
    )
    expect(known.has(id)).toBe(false)
    await verdict(made.second, id, 'refuse').expect(204)
    expect((await told())?.quotes).toEqual([])
    await verdict(made.bo).expect(409)
  })

  const approve = async (quote: string) => {
    for (const who of [made.bo, made.manager])
      await who
        .post(`${AT}/coding/wish/quotes/${quote}/verdicts`, { verdict: 'approve' })
        .expect(204)
  }
  /** A report that prints these words. */
  const reportWith = (quotes: readonly string[]) => {
    const theme = { theme: 'Bus', count: '12 Nennungen', quotes }
    const [first, ...rest] = GERMAN.sections
    const models = [GERMAN, ENGLISH].map((model) => ({
      ...model,
      sections: [
        { ...first, blocks: [...(first?.blocks ?? []), { kind: 'quotes', themes: [theme] }] },
        ...rest,
      ],
    }))
    return made.ana.post('/v1/reports', upload({ models }))
  }
  const html = async (id: string, language = 'de') =>
    (await made.ana.get(`/v1/reports/${id}/files/${language}/html`).expect(200)).text

  it('come into no report before they are approved, and leave it when they are refused', async () => {
    const words = 'Abends fehlt der Bus.'
    const [{ id: answer }] = (await desk()).candidates
    const { id } = (await propose(answer, { words }).expect(200)).body
    const { body } = await reportWith([words]).expect(422)
    expect(body.errors).toMatchObject([
      { path: `models.0.sections.${GERMAN.sections[0]?.id}` },
      { path: `models.1.sections.${GERMAN.sections[0]?.id}` },
    ])
    expect(JSON.stringify(body)).not.toContain(words)
    await approve(id)
    const draft = (await reportWith([words]).expect(200)).body.id
    expect(await html(draft)).toContain(words)
    await made.second
      .post(`${AT}/coding/wish/quotes/${id}/verdicts`, { verdict: 'refuse' })
      .expect(204)
    for (const language of ['de', 'en']) expect(await html(draft, language)).not.toContain(words)
  })

  it('go with whoever withdraws, out of reports in work, too, and out of no released one', async () => {
    const { candidates } = await desk()
    const [gone, other] = candidates
    const quotes = ['Abends fehlt mir der Bus.', 'Ohne Bus geht wenig.']
    for (const [place, one] of [gone, other].entries())
      await approve((await propose(one.id, { words: quotes[place] }).expect(200)).body.id)
    const handIn = async (): Promise<string> => (await reportWith(quotes).expect(200)).body.id
    const released = await handIn()
    await made.ana.post(`/v1/reports/${released}/circulation`).expect(204)
    await made.manager.post(`/v1/reports/${released}/release`).expect(204)
    const draft = await handIn()
    expect(await html(draft)).toContain(quotes[0])

    const number = Number(gone.words.split(' ').at(-1))
    await browsers[number]?.withdraw().expect(204)
    expect((await desk()).quotes.map(({ words }: { words: string }) => words)).toEqual([quotes[1]])
    for (const language of ['de', 'en']) {
      const page = await html(draft, language)
      expect(page).not.toContain(quotes[0])
      expect(page).toContain(quotes[1])
    }
    expect(await html(released)).toContain(quotes[0])
    // The analysis may still have the themes of before.
    await reportWith(quotes).expect(422)
  })
})
