import { openLink } from '@echolot/crypto/pseudonym'
import { ENGINES } from '@echolot/database/testing'
import { describe, expect, it } from 'vitest'
import { closeWave } from '../fieldwork/close-wave.ts'
import {
  answerWhole,
  makeOffice,
  openBrowser,
  rowsOf,
  STUDY,
  sendLetter,
  signIn,
  type TestOffice,
  WAIVED,
  WAVE,
} from '../house.testing.ts'
import type { Tables } from '../store/tables.ts'
import { flushWave } from './flush-wave.ts'

const place = { study: STUDY, wave: WAVE }
const flush = (office: TestOffice) =>
  flushWave({ place, which: 'completed', actor: 'test' }, office.house)
const close = (office: TestOffice) => closeWave({ place, actor: 'test' }, office.house)

describe.each(ENGINES)('the way out of the inbox (%s)', (_engine, open) => {
  const office = () => makeOffice({ open: () => open<Tables>(), ...WAIVED })

  it('moves who has finished, leaves who has not, and empties the outbox', async () => {
    const here = await office()
    for (let n = 0; n < 12; n++) await answerWhole(here, { mood: 1 + (n % 5), hours: n })
    const slow = openBrowser(here, await sendLetter(here))
    await slow.enter()
    await slow.page({ mood: 2 }).expect(200)
    expect(await flush(here)).toEqual({ batch: 1, responses: 12 })
    expect(await rowsOf(here, 'inbox')).toHaveLength(1)
    expect(await rowsOf(here, 'outbox')).toEqual([])
    const responses = await rowsOf(here, 'response')
    expect(responses).toHaveLength(12)
    expect(responses[0]).toMatchObject({ disposition: '1.1', answered: 2, applicable: 2 })
    expect(responses[0]).not.toHaveProperty('counter')
  })

  it('acknowledges a last page again after it was moved, and refuses others', async () => {
    const here = await office()
    const { browser, letter } = await answerWhole(here)
    const late = openBrowser(here, letter)
    await flush(here)
    await browser.finish().expect(200)
    expect((await late.enter()).body.state).toBe('submitted')
    expect(await rowsOf(here, 'response')).toHaveLength(1)
    expect(await rowsOf(here, 'inbox')).toEqual([])
  })

  it('sends each event in a later batch or an earlier one, never in two', async () => {
    const here = await office()
    for (let n = 0; n < 4; n++) await answerWhole(here)
    await flush(here)
    for (let n = 0; n < 3; n++) await answerWhole(here)
    expect(await flush(here)).toEqual({ batch: 2, responses: 3 })
    expect(await flush(here)).toEqual({ batch: null, responses: 0 })
    const sealed = (await rowsOf(here, 'batch')).flatMap(({ payload }) =>
      JSON.parse(payload as string),
    )
    expect(new Set(sealed).size).toBe(7)
  })

  it('closes a wave: unfinished questionnaires become break-offs by their share', async () => {
    const here = await office()
    const begin = async (answers: object, shown: string[]) => {
      const browser = openBrowser(here, await sendLetter(here))
      await browser.enter()
      await browser.page(answers, { shown }).expect(200)
    }
    await begin({}, ['mood'])
    await begin({ mood: 4 }, ['mood'])
    await begin({ mood: 4, hours: 2 }, ['mood', 'hours'])
    const never = openBrowser(here, await sendLetter(here))
    await never.enter()
    await never.refuse()
    expect((await close(here)).responses).toBe(3)
    const outcomes = (await rowsOf(here, 'response')).map(({ disposition, completed_in }) => [
      disposition,
      completed_in,
    ])
    expect(outcomes.sort()).toEqual([
      ['1.1', null],
      ['1.2', null],
      ['2.112', null],
    ])
    expect(await rowsOf(here, 'inbox')).toEqual([])
  })

  /** web and paper of one person, seeded four times. */
  const pair = async (
    here: TestOffice,
    { web, paper }: { web: [object, boolean]; paper: [object, boolean] },
  ) => {
    const clerk = await signIn(here, 'entry')
    const letter = await sendLetter(here)
    const browser = openBrowser(here, letter)
    await browser.enter()
    const shown = ['mood', 'hours']
    await browser.page(web[0], { shown, completed: web[1] }).expect(200)
    const { study, lookup, wrapkey } = letter
    await clerk
      .put('/v1/keying', {
        code: { study, lookup, wrapkey },
        submission: {
          attempt: 'f'.repeat(32),
          counter: 1,
          page: 'paper',
          answers: paper[0],
          shown,
          completed: paper[1],
        },
      })
      .expect(200)
    return { browser }
  }

  it.each([
    [
      'web partial, paper complete',
      [{ mood: 4 }, false],
      [{ mood: 2, hours: 1 }, true],
      'paper',
      'less-complete',
    ],
    [
      'web complete, paper partial',
      [{ mood: 4, hours: 2 }, true],
      [{ mood: 2 }, false],
      'web',
      'less-complete',
    ],
    [
      'both complete, alike',
      [{ mood: 4, hours: 2 }, true],
      [{ mood: 2, hours: 1 }, true],
      'web',
      'later',
    ],
    [
      'both partial, paper fuller',
      [{ mood: 4 }, false],
      [{ mood: 2, hours: 1 }, false],
      'paper',
      'less-complete',
    ],
  ] as [string, [object, boolean], [object, boolean], string, string][])(
    'R-11: %s',
    async (_case, web, paper, mode, reason) => {
      const here = await office()
      await pair(here, { web, paper })
      await close(here)
      const winner = mode === 'web' ? web : paper
      const loser = mode === 'web' ? paper : web
      expect(await rowsOf(here, 'response')).toMatchObject([
        { mode, answers: JSON.stringify(winner[0]) },
      ])
      expect(await rowsOf(here, 'conflict')).toMatchObject([
        { reason, answers: JSON.stringify(loser[0]) },
      ])
      expect((await rowsOf(here, 'batch')).reduce((sum, { done }) => sum + Number(done), 0)).toBe(
        web[1] || paper[1] ? 1 : 0,
      )
    },
  )

  it('R-11: a fuller paper replaces a web response that was moved already', async () => {
    const here = await office()
    const clerk = await signIn(here, 'entry')
    const { letter } = await answerWhole(here, { mood: 4 })
    await flush(here)
    const { study, lookup, wrapkey } = letter
    const submission = {
      attempt: 'e'.repeat(32),
      counter: 1,
      page: 'paper',
      answers: { mood: 2, hours: 5 },
      shown: ['mood', 'hours'],
      completed: true,
    }
    await clerk.put('/v1/keying', { code: { study, lookup, wrapkey }, submission }).expect(200)
    await flush(here)
    expect(await rowsOf(here, 'response')).toMatchObject([{ mode: 'paper' }])
    expect(await rowsOf(here, 'conflict')).toMatchObject([{ mode: 'web', reason: 'less-complete' }])
  })

  it('keeps no order: responses do not come out as they went in', async () => {
    const here = await office()
    for (let n = 0; n < 40; n++) await answerWhole(here, { mood: 3, hours: n })
    await flush(here)
    const keys = await here.house.keyring.ofStudy(STUDY)
    const rows = await rowsOf(here, 'response')
    const hours = rows.map(({ answers }) => JSON.parse(answers as string).hours as number)
    // By chance one of forty is in its place; ten or more would be a pattern.
    expect(hours.filter((hour, i) => hour === i).length).toBeLessThan(10)
    expect(openLink(keys.link, STUDY, rows[0]?.link as string)).toMatch(/^[0-9a-f]{32}$/)
  })
})
