import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { simulator } from '@echolot/routing'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAIN, mailLetters, openField } from '../stage/field.ts'
import { type House, openHouse, ROOT } from '../stage/house.ts'
import { type Household, openLetter } from '../stage/household.ts'

const HOUSEHOLDS = 40
const KILLS = 5

let house: House
let codes: readonly string[]
let server: ChildProcess

beforeAll(async () => {
  house = await openHouse()
  const { letters } = await mailLetters(house, await openField(house), HOUSEHOLDS)
  codes = letters.map(({ code }) => code)
  await house.close({ keep: true })
})
afterAll(async () => {
  server?.kill('SIGTERM')
  await house?.close()
})

const startCollection = () =>
  new Promise<void>((ready, failed) => {
    server = spawn(process.execPath, [join(ROOT, 'apps/collection/src/main.ts')], {
      env: {
        ...process.env,
        ...house.env,
        COLLECTION_URL: house.collection,
        VAULT_URL: house.vault,
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    server.stdout?.on('data', (words) => String(words).includes('"ready":true') && ready())
    server.on('error', failed)
  })

/** The newest page of each attempt that is on disk. */
const onDisk = () => {
  const db = new Sqlite(join(house.data, 'collection/collection.db'), { readonly: true })
  const rows = db.prepare('select attempt, counter, answers, completed_in from inbox').all() as {
    attempt: string
    counter: number
    answers: string
    completed_in: string | null
  }[]
  const intact = db.pragma('integrity_check', { simple: true })
  db.close()
  return { rows, intact }
}

it('keeps every acknowledged page through kill -9 under load, once', async () => {
  const walkOf = simulator(MAIN, { seed: 7 })
  const acknowledged = new Map<number, number>()
  let killing = true

  /** Sends until acknowledged, as a phone with a bad line does; a new session when the old one is gone. */
  const insist = async (household: Household, send: () => Promise<Response>) => {
    for (;;) {
      const answer = await send().catch(() => undefined)
      if (answer?.ok) return
      if (answer?.status === 401) await patiently(() => household.begin())
      else if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`${answer.status}: ${await answer.text()}`)
      await sleep(20)
    }
  }
  const answer = async (code: string, index: number) => {
    const household = await patiently(() => openLetter(house.collection, code))
    await insist(household, () => household.begin())
    const { steps } = walkOf(index)
    for (const [i, { page, answers, shown }] of steps.entries()) {
      let counter = 0
      await insist(household, () => {
        counter ||= i + 1
        return household.send('PUT', '/v1/response', {
          attempt: household.attempt,
          counter,
          page,
          answers,
          shown,
          completed: i === steps.length - 1,
          language: 'de',
        })
      })
      acknowledged.set(index, counter)
      if (killing) await sleep(60 * Math.random())
    }
    return steps.at(-1)?.answers
  }

  await startCollection()
  const answering = Promise.all(codes.map(answer))
  answering.catch(() => undefined)
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(300 + 700 * Math.random())
    const before = new Map(acknowledged)
    server.kill('SIGKILL')
    await new Promise((gone) => server.once('exit', gone))
    const { rows, intact } = onDisk()
    expect(intact).toBe('ok')
    const kept = rows.map(({ counter }) => counter).sort((a, b) => b - a)
    const promised = [...before.values()].sort((a, b) => b - a)
    // The k-th furthest household on disk is at least as far as the k-th furthest that was told "saved".
    for (const [k, counter] of promised.entries()) expect(kept[k]).toBeGreaterThanOrEqual(counter)
    await startCollection()
  }
  killing = false
  const answers = await answering

  const { rows } = onDisk()
  expect(rows).toHaveLength(codes.length)
  expect(rows.every(({ completed_in }) => completed_in !== null)).toBe(true)
  const sorted = (list: readonly string[]) => [...list].sort()
  expect(sorted(rows.map((row) => stable(JSON.parse(row.answers))))).toEqual(
    sorted(answers.map((given) => stable(given))),
  )
})

/** Tries again while nobody answers. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await sleep(50)
    }
  }
}

/** One text for equal answers, whatever the order of their names. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
