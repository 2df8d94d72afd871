import { newLinkSecret } from '@echolot/crypto/access-code'
import { ENGINES } from '@echolot/database/testing'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hindrancesOf } from '../anonymity/hindrances.ts'
import { closeWave } from '../fieldwork/close-wave.ts'
import { openBrowser, rowsOf, SECOND_WAVE, STUDY, sendLetter } from '../house.testing.ts'
import { forgetOrigins } from '../store/open-answers.ts'
import { findStudy } from '../store/studies.ts'
import type { Tables } from '../store/tables.ts'
import { findWave, markOpened, saveWaveInstrument } from '../store/waves.ts'
import {
  AT,
  type CodingOffice,
  makeCodingOffice,
  passAll,
  place,
  QUOTES,
  write,
} from './made.testing.ts'

// Each walks the whole way, request by request.
vi.setConfig({ testTimeout: 90_000 })

describe.each(ENGINES)('the end of a study with coded answers (%s)', (_engine, open) => {
  let made: CodingOffice
  beforeEach(async () => {
    made = await makeCodingOffice({ open: () => open<Tables>() })
    for (const wish of ['Mehr Bus', 'Mehr Zeit', 'Mehr Geld']) await write(made.office, { wish })
    await made.close()
    await made.setUp('wish')
    await made.draw('wish').expect(200)
  })
  const unread = async () => {
    const { house } = made.office
    const study = await findStudy(house.db, STUDY)
    const found = await hindrancesOf(
      { study: STUDY, file: study?.file as string, texts: 'refuse' },
      house,
    )
    return found.find(({ reason }) => reason === 'texts-unreviewed')?.words
  }

  it('is hindered by texts nobody has read, and not by those that were passed', async () => {
    expect(await unread()).toBe('3 raw free texts have no reviewed version')
    await passAll(made, 'wish')
    expect(await unread()).toBeUndefined()
  })

  it('forgets where answers come from, and drops those nobody passed', async () => {
    const { body } = await made.manager.post(`${AT}/coding/wish/readings`).expect(200)
    await made.manager
      .put(`${AT}/coding/wish/readings/${body.answer.id}`, {
        masks: [],
        smoothed: null,
        verdict: 'pass',
        note: '',
      })
      .expect(200, { state: 'passed' })
    await forgetOrigins(made.office.house.db, STUDY)
    const rows = await rowsOf(made.office, 'open_answer')
    expect(rows).toMatchObject([
      { id: body.answer.id, origin: body.answer.id, words: body.answer.words },
    ])
  })
})

describe('a person in two waves', () => {
  it('is a candidate for quotes in one of them only', async () => {
    const made = await makeCodingOffice()
    const { db } = made.office.house
    const second = { study: STUDY, wave: SECOND_WAVE }
    const instrument = (await findWave(db, place))?.instrument
    if (!instrument) throw new Error('the wave asks nothing')
    await saveWaveInstrument(db, second, instrument)
    await markOpened(db, second, '2027-05-01')
    const returning = newLinkSecret()
    for (const wave of [place.wave, SECOND_WAVE])
      for (const link of [returning, newLinkSecret()]) {
        const browser = openBrowser(made.office, await sendLetter(made.office, { wave, link }))
        await browser.enter()
        await browser
          .finish({ quotes: 1, wish: 'Mehr Bus' }, { shown: ['quotes', 'good', 'wish'] })
          .expect(200)
      }
    for (const wave of [place.wave, SECOND_WAVE]) {
      await closeWave({ place: { study: STUDY, wave }, actor: 'test' }, made.office.house)
      const at = `/v1/studies/${STUDY}/waves/${wave}/coding/wish`
      await made.manager
        .put(at, { doubled: 100, quoteConsent: QUOTES, coders: [made.ana.id, made.bo.id] })
        .expect(204)
      await made.manager.post(`${at}/drawing`).expect(200, { answers: 2 })
    }
    const quotes = (await rowsOf(made.office, 'open_answer')).map(({ wave, quote }) => [
      wave,
      quote,
    ])
    expect(quotes.sort()).toEqual([
      ['w1', 'candidate'],
      ['w1', 'candidate'],
      ['w2', 'candidate'],
      ['w2', 'never'],
    ])
  })
})
