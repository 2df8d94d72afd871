import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCoding, type Task } from '../stage/coding.ts'
import { mailLetters, openField } from '../stage/field.ts'
import { type House, openHouse } from '../stage/house.ts'
import { type Household, openLetter } from '../stage/household.ts'

/** Words that only one household wrote, and a name among them. */
const WORD = 'Seltsamzitronenwort'
const NAME = 'Frau Quittenblüte'
const HOUSEHOLDS = 16
/** Every fourth household does not want to be quoted. */
const CONSENTING = 12

let house: House
let households: Household[]
let coding: Awaited<ReturnType<typeof openCoding>>
let read: readonly Task[]
let freeze: string

beforeAll(async () => {
  house = await openHouse()
  const accounts = await openField(house)
  const { coder } = await house.addStaff('collection', { coder: 'analyst' })
  const { letters } = await mailLetters(house, accounts, HOUSEHOLDS + 8)
  households = []
  for (const [index, letter] of letters.slice(0, HOUSEHOLDS).entries()) {
    const one = await openLetter(house.collection, letter.code)
    households.push(one)
    await one.begin()
    const saved = await one.save(
      'end',
      {
        consent_main: 1,
        consent_quote: index % 4 === 3 ? 2 : 1,
        good_open: `Gut war Besuch ${index}, sagt ${NAME}`,
        wish_open: index === 0 ? `Mehr ${WORD} für alle` : `Mehr Bus ${index}`,
      },
      { completed: true },
    )
    expect(saved.status, await saved.clone().text()).toBe(200)
  }
  await house.command('collection', 'flush', 'anna', 'w1')
  coding = await openCoding(house, { ...accounts, coder })
  freeze = (
    await coding.manager.ask<{ id: string }>('POST', '/v1/freezes', { study: 'anna', wave: 'w1' })
  ).id
  read = await coding.readAll('wish_open')
  await coding.readAll('good_open')
  for (const item of ['wish_open', 'good_open']) await coding.codeAll(item)
}, 600_000)
afterAll(() => house?.close())

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
const holders = (folder: string, text: string) =>
  filesUnder(folder).filter((file) => readFileSync(file).includes(Buffer.from(text)))

const tasksOf = (item: string, who = coding.analyst) =>
  who.ask<{ tasks: Task[] }>('GET', `/v1/studies/anna/waves/w1/coding/${item}/tasks`)
const rows = (table: string) => {
  const database = new DatabaseSync(join(house.data, 'collection/collection.db'), {
    readOnly: true,
  })
  try {
    return database.prepare(`select * from ${table}`).all()
  } finally {
    database.close()
  }
}

describe('words of respondents', () => {
  it('are in no data cut', () => {
    expect(read.some(({ words }) => words.includes(WORD))).toBe(true)
    for (const text of [WORD, NAME, 'Mehr Bus'])
      expect(holders(join(house.data, 'collection/freezes', freeze), text)).toEqual([])
  })

  it('are shown raw to the data manager only, who codes nothing', async () => {
    for (const item of ['wish_open', 'good_open']) {
      const at = `/v1/studies/anna/waves/w1/coding/${item}`
      for (const path of ['readings', 'drawing', 'dealing'])
        expect((await coding.analyst.send('POST', `${at}/${path}`, {})).status).toBe(403)
      expect((await coding.manager.send('GET', `${at}/tasks`)).status).toBe(403)
    }
  })

  it('reach coders without the names the assistant found', async () => {
    const { tasks } = await tasksOf('good_open')
    expect(tasks).toHaveLength(HOUSEHOLDS)
    for (const { words } of tasks) expect(words).toMatch(/^Gut war Besuch \d+, sagt \[Name\]$/)
  })
})

describe('two answers of one person', () => {
  it('share no id, and come in orders that do not go together', async () => {
    const [wishes, goods] = [await tasksOf('wish_open'), await tasksOf('good_open')]
    const ids = [...wishes.tasks, ...goods.tasks].map(({ id }) => id)
    expect(new Set(ids).size).toBe(2 * HOUSEHOLDS)
    const persons = (tasks: readonly Task[]) => tasks.map(({ words }) => /\d+/.exec(words)?.[0])
    expect(persons(wishes.tasks)).not.toEqual(persons(goods.tasks))
    for (const task of [...wishes.tasks, ...goods.tasks])
      expect(Object.keys(task)).toEqual(['id', 'words', 'themes', 'version'])
    const others = await tasksOf('wish_open', coding.coder)
    expect(persons(others.tasks)).not.toEqual(persons(wishes.tasks))
  })

  it('share nothing in the table either, and no response goes by their marks', () => {
    const answers = rows('open_answer')
    expect(answers).toHaveLength(2 * HOUSEHOLDS)
    for (const column of ['id', 'origin'])
      expect(new Set(answers.map((row) => row[column])).size).toBe(2 * HOUSEHOLDS)
    const known = new Set<unknown>(rows('response').flatMap((row) => Object.values(row)))
    for (const { id, origin } of answers)
      expect([known.has(id), known.has(origin)]).toEqual([false, false])
  })

  it('are never both candidates for a quote, so no list tells whose they are', async () => {
    const persons: string[] = []
    for (const item of ['wish_open', 'good_open']) {
      const { candidates } = await coding.analyst.ask<{ candidates: Task[] }>(
        'GET',
        `/v1/studies/anna/waves/w1/coding/${item}/quotes`,
      )
      persons.push(...candidates.map(({ words }) => /\d+/.exec(words)?.[0] ?? '0'))
    }
    expect(persons).toHaveLength(CONSENTING)
    expect(new Set(persons).size).toBe(CONSENTING)
    for (const person of persons) expect(Number(person) % 4).not.toBe(3)
  })
})

describe('a withdrawal', () => {
  it('takes words, codes and quotes along, from the database and its log', async () => {
    const here = join(house.data, 'collection')
    const mine = (await tasksOf('wish_open')).tasks.find(({ words }) => words.includes(WORD))
    expect(holders(here, WORD)).not.toEqual([])
    expect(holders(here, mine?.id as string)).not.toEqual([])
    expect((await households[0]?.withdraw())?.status).toBe(204)
    expect(holders(here, WORD)).toEqual([])
    expect(holders(here, mine?.id as string)).toEqual([])
    expect((await tasksOf('wish_open')).tasks).toHaveLength(HOUSEHOLDS - 1)
  })
})
