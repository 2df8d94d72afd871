import { ENGINES, type OpenFresh } from '@echolot/database/testing'
import { describe, expect, it, vi } from 'vitest'
import { rowsOf, signIn } from '../house.testing.ts'
import type { Tables } from '../store/tables.ts'
import {
  AT,
  BUS,
  byBeginning,
  type CodingOffice,
  codeAll,
  dealWishes,
  makeCodingOffice,
} from './made.testing.ts'

// Each walks the whole way, request by request.
vi.setConfig({ testTimeout: 90_000 })

describe('POST …/replacements', () => {
  let made: CodingOffice
  let ids: Awaited<ReturnType<typeof dealWishes>>
  let cleo: CodingOffice['ana']
  const begin = async (open?: OpenFresh) => {
    made = await makeCodingOffice(open && { open: () => open<Tables>() })
    cleo = await signIn(made.office, 'analyst', 'cleo')
    ids = await dealWishes(made)
  }
  const replace = (leaving: string, coming: string, who = made.manager) =>
    who.post(`${AT}/coding/wish/replacements`, { leaving, coming, reason: 'krank' })
  const tasksOf = async (who: CodingOffice['ana']) =>
    (await who.get(`${AT}/coding/wish/tasks`).expect(200)).body.tasks as {
      id: string
      words: string
      themes: string[] | null
    }[]
  const code = (who: CodingOffice['ana'], id: string, themes: string[]) =>
    who.put(`${AT}/coding/wish/tasks/${id}`, { themes, version: 1 })
  /** Ana codes five of her twelve answers, then Cleo sits down in her place. */
  const leave = async () => {
    const mine = await tasksOf(made.ana)
    for (const { id, words } of mine.slice(0, 5))
      await code(made.ana, id, [...byBeginning(ids)(words)]).expect(204)
    await replace(made.ana.id, cleo.id).expect(200, { answers: 7 })
    return mine
  }

  it.each(ENGINES)(
    'hands over what is not coded, and lets nobody touch what is (%s)',
    async (_engine, open) => {
      await begin(open)
      const mine = await leave()
      const hers = await tasksOf(cleo)
      expect(hers.map(({ id }) => id).sort()).toEqual(
        mine
          .slice(5)
          .map(({ id }) => id)
          .sort(),
      )
      expect(hers.every(({ themes }) => themes === null)).toBe(true)
      expect(await tasksOf(made.ana)).toEqual([])
      const [first] = mine
      await code(made.ana, first?.id ?? '', [ids.Selten]).expect(404)
      await code(cleo, first?.id ?? '', [ids.Selten]).expect(404)
      await made.ana.post(`${AT}/coding/wish/completion`).expect(404)
      const rows = await rowsOf(made.office, 'coding_task')
      expect(rows.filter(({ coder }) => coder === made.ana.id)).toHaveLength(5)
      expect(rows.filter(({ seat }) => seat === 'first')).toHaveLength(12)
      expect(await rowsOf(made.office, 'former_coder')).toMatchObject([
        { seat: 'first', coder: made.ana.id, name: 'ana', reason: 'krank' },
      ])
      expect((await rowsOf(made.office, 'audit')).map(({ act }) => act)).toContain(
        'coding.coder-replaced',
      )
    },
  )

  it('keeps both sides blind, and counts pairs by seat whoever coded', async () => {
    await begin()
    await leave()
    await codeAll(made.bo, 'wish', byBeginning(ids))
    for (const who of [made.ana, cleo, made.bo])
      await who.get(`${AT}/coding/wish/agreement`).expect(409)
    // Cleo hears "Selten" in one bus answer of hers.
    let odd = 0
    await codeAll(cleo, 'wish', (words) =>
      words.startsWith(BUS) && odd++ === 0 ? [ids.Selten] : byBeginning(ids)(words),
    )
    const { body } = await cleo.get(`${AT}/coding/wish/agreement`).expect(200)
    expect(body).toMatchObject({ coders: [['ana', 'cleo'], ['bo']], doubled: 12 })
    expect(body.agreement[0]).toMatchObject({ both: 6, first: 0, second: 1, neither: 5 })
    const { questions } = (await made.manager.get(`${AT}/coding`)).body
    expect(questions.find(({ item }: { item: string }) => item === 'wish').coders).toMatchObject([
      { name: 'cleo', given: 7, coded: 7, before: [{ name: 'ana', coded: 5 }] },
      { name: 'bo', given: 12, coded: 12, before: [] },
    ])
  })

  it('seats nobody who codes or coded for the other, and nobody without the role', async () => {
    await begin()
    await leave()
    const refused = async (leaving: string, coming: string, path: string) => {
      const { body } = await replace(leaving, coming).expect(422)
      expect(body.errors).toMatchObject([{ path }])
    }
    await refused(cleo.id, made.bo.id, 'coming')
    await refused(made.bo.id, made.ana.id, 'coming')
    await refused(made.bo.id, made.second.id, 'coming')
    await refused(made.ana.id, cleo.id, 'leaving')
    await replace(cleo.id, made.ana.id, made.ana).expect(403)
    // Back in her own place she is as blind as before.
    await replace(cleo.id, made.ana.id).expect(200, { answers: 7 })
    expect(await tasksOf(made.ana)).toHaveLength(12)
  })

  it('is done where nothing was left to code, and over once both are', async () => {
    await begin()
    for (const { id, words } of await tasksOf(made.ana))
      await code(made.ana, id, [...byBeginning(ids)(words)]).expect(204)
    await replace(made.ana.id, cleo.id).expect(200, { answers: 0 })
    await codeAll(made.bo, 'wish', byBeginning(ids))
    const { body } = await made.bo.get(`${AT}/coding/wish/agreement`).expect(200)
    expect(body.coders).toEqual([['ana', 'cleo'], ['bo']])
    expect((await replace(made.bo.id, made.ana.id).expect(409)).body.type).toBe(
      '/problems/coding-not-ready',
    )
  })
})
