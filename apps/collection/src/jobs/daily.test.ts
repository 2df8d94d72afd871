import { verifyChain } from '@echolot/crypto/audit'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  answerWhole,
  makeOffice,
  openBrowser,
  rowsOf,
  SECOND_WAVE,
  STUDY,
  sendLetter,
  type TestOffice,
  WAVE,
} from '../house.testing.ts'
import { listAudit } from '../store/audit.ts'
import { markOpened } from '../store/waves.ts'
import { runDaily } from './daily.ts'

const day = (date: string) => new Date(`${date}T02:00:00Z`)

describe('the daily work', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await makeOffice()
  })
  const answers = async (n: number) => {
    for (let i = 0; i < n; i++) await answerWhole(office)
  }
  const batches = () => rowsOf(office, 'batch')

  it('waits while fewer than ten events are held, but not longer than a week', async () => {
    await answers(9)
    office.at(day('2027-05-04'))
    await runDaily(office.house)
    expect(await batches()).toEqual([])
    expect(await rowsOf(office, 'inbox')).toHaveLength(9)
    office.at(day('2027-05-08'))
    await runDaily(office.house)
    expect(await batches()).toMatchObject([{ seq: 1, done: 9 }])
    expect(await rowsOf(office, 'response')).toHaveLength(9)
  })

  it('sends ten on the same day, and once a day only', async () => {
    await answers(10)
    await runDaily(office.house)
    expect(await batches()).toMatchObject([{ done: 10 }])
    await answers(10)
    await runDaily(office.house)
    expect(await batches()).toHaveLength(1)
    office.at(day('2027-05-04'))
    await runDaily(office.house)
    expect(await batches()).toHaveLength(2)
  })

  it('closes waves past their last day, with everything that waits', async () => {
    await answers(2)
    const slow = openBrowser(office, await sendLetter(office))
    await slow.enter()
    await slow.page({ mood: 3 }).expect(200)
    office.at(day('2027-07-01'))
    await runDaily(office.house)
    expect(await rowsOf(office, 'inbox')).toEqual([])
    expect(await rowsOf(office, 'response')).toHaveLength(3)
    expect(await batches()).toMatchObject([{ done: 2 }])
    const [first, second] = await rowsOf(office, 'wave')
    expect(first).toMatchObject({ wave: WAVE, closed_on: '2027-07-01' })
    // A wave that nobody opened is not closed either.
    expect(second).toMatchObject({ wave: SECOND_WAVE, closed_on: null })
  })

  it('sends a withdrawal that comes after the end within a week', async () => {
    const { browser } = await answerWhole(office)
    office.at(day('2027-07-01'))
    await runDaily(office.house)
    await browser.withdraw().expect(204)
    office.at(day('2027-07-09'))
    await runDaily(office.house)
    expect(await batches()).toMatchObject([{ done: 1 }, { withdrawn: 1 }])
  })

  it('puts what respondents did into the chain as numbers of the day', async () => {
    await markOpened(office.house.db, { study: STUDY, wave: SECOND_WAVE }, '2027-05-01')
    await answers(2)
    await openBrowser(office, {
      ...(await sendLetter(office)),
      lookup: '2'.repeat(64) as never,
    }).enter()
    await runDaily(office.house)
    const chain = await listAudit(office.house.db)
    expect(chain).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ actor: 'respondents', act: 'session.opened', n: 2 }),
        expect.objectContaining({ actor: 'respondents', act: 'session.refused', n: 1 }),
      ]),
    )
    expect(verifyChain(chain, office.house.keyring.office().audit)).toMatchObject({ intact: true })
  })
})
