import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { simulator } from '@echolot/routing'
import Sqlite from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { MAIN, mailLetters, openField } from '../stage/field.ts'
import { echolot, type House, openHouse } from '../stage/house.ts'
import { openLetter } from '../stage/household.ts'
import { signIn } from '../stage/staff.ts'

const NAME = 'Quittenblüte'
const ANSWER = 'Seltsamzitronenwort'

let house: House | undefined
afterAll(() => house?.close())

it('both offices come back from their backups, without what was taken back since', async () => {
  house = await openHouse()
  const accounts = await openField(house)
  const { letters } = await mailLetters(house, accounts, 22, NAME)
  const walkOf = simulator(MAIN, { seed: 5 })
  const answer = async (index: number, wish: string) => {
    const one = await openLetter(house?.collection ?? '', letters[index]?.code ?? '')
    await one.begin()
    const { answers, shown } = walkOf(index)
    const given = { ...answers, wish_open: wish }
    const saved = await one.save('end', given, { completed: true, shown: [...shown] })
    expect(saved.status).toBe(200)
    return one
  }
  const regretting = await answer(0, ANSWER)
  await answer(1, 'synthetisch')
  await house.command('collection', 'flush', 'anna', 'w1')

  const out = join(house.data, 'backups')
  await house.command('backup', '--out', out)
  const copies = ['collection', 'vault'].map((office) => join(out, office, `${office}.backup`))
  for (const copy of copies) {
    expect(statSync(join(copy, '..')).mode & 0o777).toBe(0o700)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(copy, '..'))).toHaveLength(1)
  }
  const [atCollection, atVault] = copies.map((copy) => readFileSync(copy))
  expect([atCollection?.includes(NAME), atVault?.includes(NAME)]).toEqual([false, true])
  expect([atCollection?.includes(ANSWER), atVault?.includes(ANSWER)]).toEqual([true, false])
  await echolot(['backup', '--out', out], { env: house.env, expected: 1 })

  expect((await regretting.withdraw()).status).toBe(204)
  const clerk = await signIn(house.vault, accounts.clerk)
  const databases = ['collection', 'vault'].map((office) =>
    join(house?.data ?? '', office, `${office}.db`),
  )
  const persons = new Sqlite(databases[1], { readonly: true })
  const { person } = persons.prepare('select person from person').get() as { person: string }
  persons.close()
  await clerk.ask('POST', '/v1/blocks', { study: 'anna', person })

  // Nothing is put over a living database.
  await echolot(['restore', out], { env: house.env, expected: 1 })
  await house.close({ keep: true })
  for (const file of databases)
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  const said = JSON.parse(await echolot(['restore', out, '--json'], { env: house.env }))
  expect(said).toMatchObject({ ok: true, offices: [{ ok: true }, { ok: true }] })
  for (const file of databases) expect(existsSync(`${file}.new`)).toBe(false)

  expect(readFileSync(databases[0] ?? '').includes(ANSWER)).toBe(false)
  const frame = new Sqlite(databases[1], { readonly: true })
  expect(frame.prepare('select person from sample where blocked_on is not null').all()).toEqual([
    { person },
  ])
  frame.close()
  const { data } = house
  house = await openHouse({ data })
  const again = await openLetter(house.collection, letters[1]?.code ?? '')
  expect(await (await again.begin()).text()).toContain('"submitted"')
  const pulling = await signIn(house.vault, accounts.clerk)
  const pulled = await pulling.ask<{ reminderGate: string | null }>('POST', '/v1/events/pull', {
    study: 'anna',
  })
  expect(pulled).toMatchObject({ redeemed: expect.any(Number) })
})
