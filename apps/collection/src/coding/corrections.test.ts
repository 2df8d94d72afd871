import { ThemesFile } from '@echolot/contract/themes'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rowsOf } from '../house.testing.ts'
import {
  AT,
  byBeginning,
  type CodingOffice,
  codeAll,
  dealWishes,
  makeCodingOffice,
} from './made.testing.ts'

// Each walks the whole way, request by request.
vi.setConfig({ testTimeout: 90_000 })

describe('themes after corrections', () => {
  let made: CodingOffice
  let ids: Awaited<ReturnType<typeof dealWishes>>
  beforeEach(async () => {
    made = await makeCodingOffice()
    ids = await dealWishes(made)
    await codeAll(made.ana, 'wish', byBeginning(ids))
    // Bo hears "Selten" in one of the care answers, of which there are just five.
    await codeAll(made.bo, 'wish', (words) =>
      words.endsWith('Nr 11') ? [ids.Selten] : byBeginning(ids)(words),
    )
  })
  const disputed = async () =>
    (await made.ana.get(`${AT}/coding/wish/agreement`).expect(200)).body.disputed
  const settle = async (themes: string[]) => {
    const [{ id }] = await disputed()
    const at = `${AT}/coding/wish/agreement/${id}`
    await made.ana.put(at, { themes, reason: 'gemeinsam gelesen' }).expect(204)
    return at
  }
  const told = async () => {
    const { body } = await made.ana.get(`${AT}/themes`).expect(200)
    return ThemesFile.parse(body).questions[0]
  }
  const labels = async () => (await told())?.themes.map(({ label, answers }) => [label, answers])

  it('takes a settled code back, and is disputed again until somebody settles it anew', async () => {
    const at = await settle([ids.Betreuung])
    expect(await labels()).toEqual([
      ['Bus', 7],
      ['Betreuung', 5],
    ])
    await made.manager.delete(at).expect(403)
    await made.bo.delete(at).expect(204)
    expect(await disputed()).toMatchObject([{ settled: null }])
    await made.ana.get(`${AT}/themes`).expect(409)
    await made.bo.delete(at).expect(404)
    await settle([ids.Selten])
    expect((await rowsOf(made.office, 'audit')).map(({ act }) => act)).toContain('coding.unsettled')
  })

  it('tells of no theme that a correction left with fewer than five answers', async () => {
    await settle([ids.Betreuung])
    expect(await labels()).toContainEqual(['Betreuung', 5])
    await settle([ids.Selten])
    expect(await labels()).toEqual([['Bus', 7]])
    expect((await told())?.rareThemes).toBe(2)
  })

  it('tells of no theme that a withdrawal left with fewer than five answers', async () => {
    await settle([ids.Betreuung])
    await ids.browsers[9]?.withdraw().expect(204)
    expect(await labels()).toEqual([['Bus', 7]])
    expect((await told())?.answers).toBe(11)
  })

  it('says what readers have already, so that nobody can take one withdrawal from it', async () => {
    await settle([ids.Betreuung])
    const before = await told()
    await ids.browsers[9]?.withdraw().expect(204)
    expect(await told()).toEqual(before)
    // Corrections wait, too: they would be told together with the withdrawal.
    const [{ id }] = await disputed()
    await made.ana
      .put(`${AT}/coding/wish/agreement/${id}`, { themes: [ids.Selten], reason: 'neu' })
      .expect(204)
    expect(await told()).toEqual(before)
  })

  describe('with an approved quote', () => {
    const quotesOf = async (label: string) =>
      (await told())?.themes.find((theme) => theme.label === label)?.quotes.map((one) => one.words)
    /** Of the answer that is settled, so that it can be settled otherwise. */
    const quoted = async (theme: string) => {
      await settle([ids.Betreuung, ids.Bus])
      const [{ id: answer }] = await disputed()
      const { id } = (
        await made.ana
          .post(`${AT}/coding/wish/quotes`, {
            answer,
            theme,
            role: 'voice',
            words: 'Nachmittags fehlt uns jemand.',
            harmless: [],
          })
          .expect(200)
      ).body
      for (const who of [made.bo, made.manager])
        await who.post(`${AT}/coding/wish/quotes/${id}/verdicts`, { verdict: 'approve' })
    }

    it('lets it follow its theme into another one', async () => {
      await quoted(ids.Betreuung)
      expect(await quotesOf('Betreuung')).toEqual(['Nachmittags fehlt uns jemand.'])
      const { body } = await made.ana.get(`${AT}/coding/wish/themes`).expect(200)
      const themes = body.themes.map((one: { id: string }) =>
        one.id === ids.Betreuung ? { ...one, mergedInto: ids.Bus } : one,
      )
      await made.ana.put(`${AT}/coding/wish/themes`, { base: 1, themes, note: '' }).expect(200)
      expect(await quotesOf('Bus')).toEqual(['Nachmittags fehlt uns jemand.'])
    })

    it('drops it when its answer is settled to name the theme no more', async () => {
      await quoted(ids.Bus)
      expect(await quotesOf('Bus')).toEqual(['Nachmittags fehlt uns jemand.'])
      await settle([ids.Betreuung])
      expect(await quotesOf('Bus')).toEqual([])
    })
  })
})
