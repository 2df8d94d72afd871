import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulator } from '@echolot/routing'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN, openField } from '../stage/field.ts'
import { type House, openHouse, ROOT } from '../stage/house.ts'
import { openLetter } from '../stage/household.ts'
import { drawLetters } from '../stage/letters.ts'
import { signIn } from '../stage/staff.ts'
import type { Verdict } from './linkage/attack.ts'

const LETTERS = 48
const ANSWERS = 30
const ending = (i: number) => String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))
const familyOf = (i: number) => `Quittenbaum${ending(i)}`

/** Synthetic addresses in two strata, in turn. */
const addresses = [
  'BG-Kennung;Anrede;Vorname;Nachname;Straße;PLZ;Ort;Schicht;Auskunftssperre',
  ...Array.from(
    { length: LETTERS },
    (_, i) =>
      `T-${i};Frau;Erika;${familyOf(i)};Musterstraße ${i + 1};${i % 2 ? '48351;Everswinkel;2' : '59320;Ennigerloh;1'};`,
  ),
].join('\r\n')

let house: House
let truthFile: string

/** A small real study through the doors that people use; each household's answers carry a sign that the test knows. */
beforeAll(async () => {
  house = await openHouse()
  const accounts = await openField(house)
  const { letters } = await drawLetters({
    clerk: await signIn(house.vault, accounts.clerk),
    lead: await signIn(house.vault, accounts.trustLead),
    file: addresses,
  })
  const walkOf = simulator(MAIN, { seed: 11 })
  const truth = []
  for (const [index, letter] of letters.slice(0, ANSWERS).entries()) {
    const person = Array.from({ length: LETTERS }, (_, i) => familyOf(i)).find((name) =>
      letter.text.includes(name),
    )
    if (!person) throw new Error('a letter names its receiver')
    // By chance: a sign that followed the letters' order would itself be the leak.
    const answer = `Zeichen ${crypto.randomUUID()} der Prüfung`
    const one = await openLetter(house.collection, letter.code)
    await one.begin()
    const { answers, shown } = walkOf(index)
    const saved = await one.save(
      'end',
      { ...answers, wish_open: answer },
      { completed: true, shown: [...shown] },
    )
    expect(saved.status, await saved.clone().text()).toBe(200)
    truth.push({ person, answer })
  }
  await house.command('collection', 'flush', 'anna', 'w1')
  const clerk = await signIn(house.vault, accounts.clerk)
  await clerk.ask('POST', '/v1/events/pull', { study: 'anna' })
  await house.command('backup', '--out', join(house.data, 'backups'))
  await house.close({ keep: true })
  truthFile = join(house.data, 'truth.json')
  writeFileSync(truthFile, JSON.stringify(truth))
})
afterAll(() => house && rmSync(house.data, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly verdict: Verdict & { collusion?: object } }

const linkageTest = (data: string, more: readonly string[] = []) =>
  new Promise<Ended>((done, failed) => {
    const args = [
      ...['--collection', join(data, 'collection'), join(data, 'logs/collection.log')],
      join(data, 'backups/collection'),
      ...[
        '--vault',
        join(data, 'vault'),
        join(data, 'logs/vault.log'),
        join(data, 'backups/vault'),
      ],
      ...['--json', ...more],
    ]
    const child = spawn(
      process.execPath,
      [join(ROOT, 'apps/cli/src/main.ts'), 'linkage-test', ...args],
      { cwd: ROOT },
    )
    let out = ''
    let said = ''
    child.stdout.on('data', (words) => {
      out += words
    })
    child.stderr.on('data', (words) => {
      said += words
    })
    child.on('exit', (code) => {
      if (out === '') failed(new Error(said))
      else done({ code, verdict: JSON.parse(out) })
    })
  })

const broken = ({ verdict }: Ended) =>
  verdict.attacks.filter(({ ok }) => !ok).map(({ attack }) => attack)

describe('the data of a real study', () => {
  it('give nobody away, whoever knows the truth to count by', async () => {
    const ended = await linkageTest(house.data, ['--truth', truthFile])
    expect(ended.verdict.attacks.flatMap(({ findings }) => findings)).toEqual([])
    expect([ended.code, ended.verdict.known, ended.verdict.persons]).toEqual([0, ANSWERS, LETTERS])
    expect(ended.verdict.attacks.map(({ attack }) => attack)).toHaveLength(8)
  })

  it('are linked by both offices with both keys, so the attacker reads them rightly', async () => {
    const ended = await linkageTest(house.data, [
      '--with-keys',
      ...[join(house.data, 'keys/vault.json'), join(house.data, 'keys/collection.json')],
    ])
    expect(ended.verdict.collusion).toEqual({ persons: LETTERS, answers: ANSWERS, found: ANSWERS })
    expect(ended.code).toBe(0)
  })

  it('prove nothing where the data of an office are missing', async () => {
    const nothing = mkdtempSync(join(tmpdir(), 'echolot-nothing-'))
    cpSync(join(house.data, 'collection'), join(nothing, 'vault'), { recursive: true })
    for (const part of ['collection', 'logs', 'backups'])
      cpSync(join(house.data, part), join(nothing, part), { recursive: true })
    rmSync(join(nothing, 'backups/vault'), { recursive: true })
    mkdirSync(join(nothing, 'backups/vault'))
    await expect(linkageTest(nothing)).rejects.toThrow('no persons')
    rmSync(nothing, { recursive: true })
  })
})

describe('a planted leak is found:', () => {
  type Planting = (data: {
    readonly folder: string
    readonly vault: Sqlite.Database
    readonly collection: Sqlite.Database
    /** Persons in the order of the truth, and their answers. */
    readonly pairs: readonly { readonly person: string; readonly psn: string }[]
  }) => void

  const plant = async (planting: Planting) => {
    const folder = mkdtempSync(join(tmpdir(), 'echolot-leak-'))
    try {
      cpSync(house.data, folder, { recursive: true })
      const vault = new Sqlite(join(folder, 'vault/vault.db'))
      const collection = new Sqlite(join(folder, 'collection/collection.db'))
      const truth = JSON.parse(readFileSync(truthFile, 'utf8')) as {
        person: string
        answer: string
      }[]
      const pairs = truth.map((one) => ({
        person: (
          vault.prepare('select person from person where family_name = ?').get(one.person) as {
            person: string
          }
        ).person,
        psn: (
          collection
            .prepare("select psn from response where answers like '%' || ? || '%'")
            .get(one.answer) as { psn: string }
        ).psn,
      }))
      planting({ folder, vault, collection, pairs })
      vault.close()
      collection.close()
      return await linkageTest(folder, ['--truth', truthFile])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  it.each<[string, (person: string) => string]>([
    ['as it is', (person) => person],
    ['in base64', (person) => Buffer.from(person, 'hex').toString('base64')],
    ['inside JSON', (person) => JSON.stringify({ a: [person.toUpperCase()] })],
  ])('the person of the vault beside an answer, %s', async (_form, written) => {
    const ended = await plant(({ collection, pairs }) => {
      const [one] = pairs
      collection
        .prepare('update response set household = ? where psn = ?')
        .run(written(one?.person ?? ''), one?.psn)
    })
    expect(broken(ended)).toContain('equal values')
    expect(ended.code).toBe(1)
  })

  it('the credential beside an answer: two steps from answer to name', async () => {
    const ended = await plant(({ vault, collection, pairs }) => {
      const [one] = pairs
      const row = vault
        .prepare('select credential from credential where person = ?')
        .get(one?.person)
      const { credential } = row as { credential: string }
      collection.prepare('update response set link = ? where psn = ?').run(credential, one?.psn)
    })
    expect(broken(ended)).toContain('equal values')
  })

  it('answers numbered in the order in which outcomes lie', async () => {
    const ended = await plant(({ collection, pairs }) => {
      const sorted = pairs.toSorted((a, b) => (a.person < b.person ? -1 : 1))
      for (const [i, { psn }] of sorted.entries())
        collection
          .prepare('update response set attempt = ? where psn = ?')
          .run(String(1_000 + i), psn)
    })
    expect(broken(ended)).toEqual(['orders: rank correlation', 'orders: persons found'])
    expect(
      ended.verdict.attacks.find(({ attack }) => attack === 'orders: persons found')?.score
        ?.reached,
    ).toBe(ANSWERS)
    expect(ended.code).toBe(1)
  })

  it('a table of answers that keeps the order of arrival, the same as the vault’s', async () => {
    const ended = await plant(({ collection, vault, pairs }) => {
      for (const [database, table, key, list] of [
        [collection, 'response', 'psn', pairs.map(({ psn }) => psn)],
        [vault, 'outcome', 'person', pairs.map(({ person }) => person)],
      ] as const) {
        database.exec(`create table moved as select * from ${table} where 0`)
        const insert = database.prepare(`insert into moved select * from ${table} where ${key} = ?`)
        for (const one of list) insert.run(one)
        database.exec(`drop table ${table}; alter table moved rename to ${table}`)
      }
    })
    expect(broken(ended)).toEqual([
      'orders: arrival',
      'orders: strata in both files',
      'orders: rank correlation',
      'orders: persons found',
    ])
  })

  it('a size that tells: answers as long as a name', async () => {
    const ended = await plant(({ collection, vault, pairs }) => {
      for (const [i, { person, psn }] of pairs.entries()) {
        vault.prepare('update person set addition = ? where person = ?').run('x'.repeat(i), person)
        collection
          .prepare('update response set language = ? where psn = ?')
          .run('y'.repeat(i * 3), psn)
      }
    })
    expect(broken(ended)).toContain('orders: persons found')
  })

  it('a stratum of one', async () => {
    const ended = await plant(({ collection, vault, pairs }) => {
      const [one] = pairs
      vault.prepare("update sample set stratum = '3' where person = ?").run(one?.person)
      collection.prepare("update response set stratum = '3' where psn = ?").run(one?.psn)
      collection.prepare("update frame set stratum = '3', gross = 1 where stratum = '2'").run()
    })
    expect(broken(ended)).toContain('cells')
  })

  it.each<[string, Planting, string]>([
    [
      'the second at which somebody answered',
      ({ collection, pairs }) =>
        collection
          .prepare("update response set week = '2026-11-22T10:31:07Z' where psn = ?")
          .run(pairs[0]?.psn),
      'moments',
    ],
    [
      'a minute in a log',
      ({ folder }) =>
        appendFileSync(join(folder, 'logs/collection.log'), '{"time":"2026-11-22T10:31:07Z"}\n'),
      'moments',
    ],
    [
      'a name in a log of the university',
      ({ folder }) => appendFileSync(join(folder, 'logs/collection.log'), familyOf(3)),
      'foreign texts',
    ],
    [
      'an answer in the vault',
      ({ folder }) =>
        appendFileSync(
          join(folder, 'vault/blocks.ndjson'),
          JSON.parse(readFileSync(truthFile, 'utf8'))[0].answer,
        ),
      'foreign texts',
    ],
    [
      'an access code in a log',
      ({ folder }) => appendFileSync(join(folder, 'logs/vault.log'), ' 0000-0000-0000 '),
      'foreign texts',
    ],
  ])('%s', async (_leak, planting, attack) => {
    const ended = await plant(planting)
    expect(broken(ended)).toEqual([attack])
    expect(ended.code).toBe(1)
  })
})
