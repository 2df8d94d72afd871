import { ThemesFile } from '@echolot/contract/themes'
import { ENGINES } from '@echolot/database/testing'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rowsOf } from '../house.testing.ts'
import { settleWave } from '../responses/flush-wave.ts'
import type { Tables } from '../store/tables.ts'
import {
  AT,
  BUS,
  byBeginning,
  type CodingOffice,
  codeAll,
  dealWishes,
  makeCodingOffice,
  passAll,
  place,
  saveThemes,
  theme,
  write,
} from './made.testing.ts'

// Each walks the whole way, request by request.
vi.setConfig({ testTimeout: 90_000 })

describe.each(ENGINES)('coding of open answers (%s)', (_engine, open) => {
  let made: CodingOffice
  beforeEach(async () => {
    made = await makeCodingOffice({ open: () => open<Tables>() })
  })
  const question = async (item = 'wish') =>
    (await made.ana.get(`${AT}/coding`).expect(200)).body.questions.find(
      (one: { item: string }) => one.item === item,
    )
  const dealt = () => dealWishes(made)
  const both = async (
    ids: { Bus: string; Betreuung: string },
    bo?: (words: string) => string[],
  ) => {
    await codeAll(made.ana, 'wish', byBeginning(ids))
    await codeAll(made.bo, 'wish', bo ?? byBeginning(ids))
  }

  it('goes from written words to themes with counts', async () => {
    const ids = await dealt()
    await both(ids)
    const { body } = await made.ana.get(`${AT}/themes`).expect(200)
    const file = ThemesFile.parse(body)
    expect(file).toMatchObject({ synthetic: true, questionsTooSmall: 0 })
    expect(file.questions).toEqual([
      expect.objectContaining({
        item: 'wish',
        title: { de: 'Was fehlt?' },
        answers: 12,
        codedTwice: 12,
        rareThemes: 1,
      }),
    ])
    expect(file.questions[0]?.themes).toMatchObject([
      { label: 'Bus', answers: 7, agreement: { kappa: 1, alpha: 1 } },
      { label: 'Betreuung', answers: 5, agreement: { kappa: 1, alpha: 1 } },
    ])
  })

  it('shows raw words to no coder, and takes none over from a few answers of an open wave', async () => {
    await write(made.office, { wish: 'Frau Ostrop soll zurückrufen: 02382 123456' })
    await made.setUp('wish')
    await settleWave({ place, which: 'all' }, made.office.house)
    expect((await made.draw('wish').expect(409)).body.type).toBe('/problems/coding-not-ready')
    await made.close()
    expect((await made.draw('wish').expect(200)).body).toEqual({ answers: 1 })
    expect((await made.draw('wish').expect(200)).body).toEqual({ answers: 0 })
    await made.ana.post(`${AT}/coding/wish/readings`).expect(403)
    await passAll(made, 'wish')
    const [row] = await rowsOf(made.office, 'open_answer')
    expect(row).toMatchObject({ state: 'passed', words: '[Name] soll zurückrufen: [Telefon]' })
  })

  it('needs a second reader where something sure stays readable, or when the first asks for one', async () => {
    for (const wish of ['Ruf an: 02382 123456', 'Unklar']) await write(made.office, { wish })
    await made.close()
    await made.setUp('wish')
    await made.draw('wish')
    const verdict = { masks: [], smoothed: null, verdict: 'pass', note: 'sieh nach' }
    const states: Record<string, string> = {}
    for (let n = 0; n < 2; n++) {
      const { body } = await made.manager.post(`${AT}/coding/wish/readings`).expect(200)
      const { id, words } = body.answer
      const asked = words === 'Unklar' ? { ...verdict, verdict: 'second-reader' } : verdict
      const put = await made.manager.put(`${AT}/coding/wish/readings/${id}`, asked).expect(200)
      states[words] = put.body.state
    }
    expect(states).toEqual({ 'Ruf an: 02382 123456': 'second', Unklar: 'second' })
    const mine = await made.manager.post(`${AT}/coding/wish/readings`).expect(200)
    expect(mine.body).toEqual({ left: 0, answer: null })
    const { body } = await made.second.post(`${AT}/coding/wish/readings`).expect(200)
    expect(body).toMatchObject({ left: 2, answer: { first: { note: 'sieh nach', masks: [] } } })
    const at = `${AT}/coding/wish/readings/${body.answer.id}`
    expect((await made.manager.put(at, verdict).expect(403)).body.type).toBe(
      '/problems/second-person-needed',
    )
    await made.second
      .put(at, { ...verdict, verdict: 'withhold' })
      .expect(200, { state: 'withheld' })
    await made.second.put(at, verdict).expect(409)
    expect((await question()).answers).toMatchObject({ second: 1, withheld: 1, passed: 0 })
  })

  it('refuses masks outside the words or over each other', async () => {
    await write(made.office, { wish: 'kurz' })
    await made.close()
    await made.setUp('wish')
    await made.draw('wish')
    const { body } = await made.manager.post(`${AT}/coding/wish/readings`).expect(200)
    const at = `${AT}/coding/wish/readings/${body.answer.id}`
    const mask = (start: number, end: number) => ({ start, end, kind: 'name' })
    for (const masks of [[mask(0, 5)], [mask(0, 3), mask(2, 4)], [mask(3, 3)]])
      await made.manager.put(at, { masks, smoothed: null, verdict: 'pass', note: '' }).expect(422)
  })

  it('keeps coders blind until both are done', async () => {
    const ids = await dealt()
    await made.ana.get(`${AT}/coding/wish/agreement`).expect(409)
    await made.ana.post(`${AT}/coding/wish/completion`).expect(409)
    await codeAll(made.ana, 'wish', () => [ids.Bus])
    for (const path of ['agreement', 'quotes', 'assignments.csv'])
      expect((await made.ana.get(`${AT}/coding/wish/${path}`).expect(409)).body.type).toBe(
        '/problems/coders-blind',
      )
    const mine = (await made.bo.get(`${AT}/coding/wish/tasks`).expect(200)).body
    expect(mine.tasks.map(({ themes }: { themes: unknown }) => themes)).toEqual(
      Array(12).fill(null),
    )
    const theirs = (await made.ana.get(`${AT}/coding/wish/tasks`).expect(200)).body
    const order = ({ tasks }: { tasks: { id: string }[] }) => tasks.map(({ id }) => id)
    expect(order(mine)).not.toEqual(order(theirs))
    expect([...order(mine)].sort()).toEqual([...order(theirs)].sort())
    expect(Object.keys(mine.tasks[0])).toEqual(['id', 'words', 'themes', 'version'])
    await codeAll(made.bo, 'wish', () => [ids.Bus])
    const [task] = theirs.tasks
    await made.ana.put(`${AT}/coding/wish/tasks/${task.id}`, { themes: [], version: 1 }).expect(409)
  })

  it('settles what coders differ in, with a reason, and tells kappa and alpha of before', async () => {
    const ids = await dealt()
    // One bus answer of seven is care for Bo.
    await both(ids, (words) => [
      words.startsWith(BUS) && !words.endsWith('Nr 0') ? ids.Bus : ids.Betreuung,
    ])
    const { body } = await made.ana.get(`${AT}/coding/wish/agreement`).expect(200)
    expect(body.coders).toEqual([['ana'], ['bo']])
    expect(body.agreement[0]).toMatchObject({ both: 6, first: 1, second: 0, neither: 5 })
    // po = 11/12, pe = (7·6 + 5·6)/144 = 1/2
    expect(body.agreement[0].kappa).toBeCloseTo(5 / 6, 10)
    // 1 − 23 · (1/12) / (2 · (13/24) · (11/24) · 24) by Krippendorff’s coincidences: Do = 2/24, De = 2·13·11/(24·23)
    expect(body.agreement[0].alpha).toBeCloseTo(1 - 2 / 24 / ((2 * 13 * 11) / (24 * 23)), 10)
    expect(body.disputed).toMatchObject([
      { first: [ids.Bus], second: [ids.Betreuung], settled: null },
    ])
    expect((await made.ana.get(`${AT}/themes`).expect(409)).body.reason).toContain('not settled')
    const at = `${AT}/coding/wish/agreement/${body.disputed[0].id}`
    await made.ana.put(at, { themes: [ids.Bus], reason: '' }).expect(422)
    await made.bo.put(at, { themes: [ids.Bus], reason: 'Bus steht am Anfang' }).expect(204)
    expect((await question()).disputed).toBe(0)
    const { themes } =
      ThemesFile.parse((await made.ana.get(`${AT}/themes`)).body).questions[0] ?? {}
    expect(themes).toMatchObject([
      { answers: 7, agreement: { kappa: 0.83, alpha: 0.84 } },
      { answers: 5 },
    ])
    const acts = (await rowsOf(made.office, 'audit')).map(({ act }) => act)
    expect(acts).toContain('coding.settled')
    expect(acts.filter((act) => act === 'coding.raw-words-read')).toHaveLength(12)
  })

  it('merges themes, never loses one, and counts by the newest version', async () => {
    const ids = await dealt()
    await both(ids)
    const { body } = await made.ana.get(`${AT}/coding/wish/themes`).expect(200)
    const change = (themes: object[], base = 1) =>
      made.ana.put(`${AT}/coding/wish/themes`, { base, themes, note: 'zusammengelegt' })
    await change(body.themes.slice(1)).expect(422)
    await change([...body.themes, theme('bus')]).expect(422)
    expect((await change(body.themes, 0).expect(409)).body.version).toBe(1)
    const merged = body.themes.map((one: { label: string }) =>
      one.label === 'Betreuung' ? { ...one, mergedInto: ids.Bus } : one,
    )
    await change(merged).expect(200, { version: 2 })
    const file = ThemesFile.parse((await made.ana.get(`${AT}/themes`)).body)
    expect(file.questions[0]?.themes).toMatchObject([{ label: 'Bus', answers: 12 }])
    const versions = (await made.bo.get(`${AT}/coding/wish/themes`)).body.versions
    expect(versions).toMatchObject([
      { version: 2, by: 'ana', note: 'zusammengelegt' },
      { version: 1 },
    ])
  })

  it('exports assignments that the analysis reads, without any name of an answer', async () => {
    await both(await dealt())
    const { text } = await made.ana.get(`${AT}/coding/wish/assignments.csv`).expect(200)
    const [header, ...rows] = text.trim().split('\n')
    expect(header).toBe('theme_1_a,theme_1_b,theme_2_a,theme_2_b,theme_3_a,theme_3_b')
    expect([...rows].sort()).toEqual([
      ...Array(5).fill('0,0,1,1,0,0'),
      ...Array(7).fill('1,1,0,0,0,0'),
    ])
  })

  it('says nothing of fewer than ten answers', async () => {
    for (let n = 0; n < 9; n++) await write(made.office, { wish: BUS })
    await made.close()
    await made.setUp('wish')
    await made.draw('wish')
    await passAll(made, 'wish')
    const { Bus = '' } = await saveThemes(made, 'wish', ['Bus'])
    await made.manager.post(`${AT}/coding/wish/dealing`).expect(200)
    await codeAll(made.ana, 'wish', () => [Bus])
    await codeAll(made.bo, 'wish', () => [Bus])
    const file = ThemesFile.parse((await made.ana.get(`${AT}/themes`).expect(200)).body)
    expect(file).toMatchObject({ questions: [], questionsTooSmall: 1 })
  })
})
