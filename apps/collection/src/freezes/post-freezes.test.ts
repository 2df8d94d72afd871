import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { newLinkSecret } from '@echolot/crypto/access-code'
import { readFreeze } from '@echolot/freeze'
import { beforeEach, describe, expect, it } from 'vitest'
import { closeWave } from '../fieldwork/close-wave.ts'
import {
  answerWhole,
  INSTRUMENT,
  makeOffice,
  openBrowser,
  SECOND_WAVE,
  STUDY,
  sendLetter,
  signIn,
  type TestOffice,
  type TestStaff,
  WAIVED,
  WAVE,
} from '../house.testing.ts'
import { publish } from '../instruments/publish.ts'
import { listWithdrawnCases } from '../store/freezes.ts'
import { markOpened, saveWaveInstrument } from '../store/waves.ts'
import { makeFreeze } from './make-freeze.ts'
import { newFreezeId } from './post-freezes.ts'

const place = { study: STUDY, wave: WAVE }

describe('POST /v1/freezes', () => {
  let office: TestOffice
  let analyst: TestStaff
  beforeEach(async () => {
    office = await makeOffice(WAIVED)
    analyst = await signIn(office, 'analyst')
  })
  const close = (wave = WAVE) =>
    closeWave({ place: { study: STUDY, wave }, actor: 'test' }, office.house)
  const freeze = async (wave = WAVE) => {
    const { body } = await analyst.post('/v1/freezes', { study: STUDY, wave }).expect(200)
    const folder = join(office.house.config.dataDirectory, 'freezes', body.id)
    return { summary: body, read: await readFreeze(folder) }
  }
  const all = async <Row>(rows: AsyncIterable<Row>) => {
    const list: Row[] = []
    for await (const row of rows) list.push(row)
    return list
  }

  it('writes a verified folder with codes, reasons and outcomes', async () => {
    await answerWhole(office, { mood: 4 })
    const slow = openBrowser(office, await sendLetter(office))
    await slow.enter()
    await slow.page({ mood: 2 }, { shown: ['mood'] }).expect(200)
    await close()
    const { summary, read } = await freeze()
    expect(summary).toMatchObject({
      ...place,
      rows: read.manifest.rows.out,
      digest: read.manifest.digest,
    })
    const rows = await all(read.rows())
    const cases = rows.map((row) => row.case)
    expect(cases).toEqual([...cases].sort())
    expect(rows.find((row) => row.values.mood === 4)).toMatchObject({
      stratum: '1',
      mode: 'web',
      language: 'de',
      week: '2027-W18',
      completed: true,
      values: { mood: 4, hours: -99 },
      missingReasons: { hours: 'blank' },
    })
    expect(rows.find((row) => row.values.mood === 2)).toMatchObject({
      completed: false,
      disposition: '1.2',
      values: { mood: 2, hours: -99 },
      missingReasons: { hours: 'not_reached' },
    })
    expect(read.frame).toEqual([{ stratum: '1', label: 'Eins', population: 400, mailed: 40 }])
    const total = read.dispositions.reduce((sum, { count }) => sum + count, 0)
    expect(total).toBe(40)
    expect(read.manifest.synthetic).toBe(true)
    expect((await analyst.get('/v1/freezes')).body.freezes).toEqual([summary])
  })

  it('fixes an analysis plan with the cut, byte for byte', async () => {
    await answerWhole(office)
    await close()
    const plan = '{ "plan": "mood",\n  "analyses": [] }\n'
    const { body } = await analyst.post('/v1/freezes', { ...place, plan }).expect(200)
    expect(body.plan).toMatch(/^[0-9a-f]{64}$/)
    const read = await readFreeze(join(office.house.config.dataDirectory, 'freezes', body.id))
    expect(read.plan).toBe(plan)
    const kept = await analyst.get(`/v1/freezes/${body.id}/plan`).expect(200)
    expect(kept.text).toBe(plan)
    expect(kept.headers['content-disposition']).toContain('attachment')
    expect((await analyst.get('/v1/freezes')).body.freezes).toEqual([body])
    const without = (await freeze()).summary
    expect(without.plan).toBeUndefined()
    await analyst.get(`/v1/freezes/${without.id}/plan`).expect(404)
    for (const wrong of ['not JSON', '[]', '{"plan":"x"}'])
      await analyst.post('/v1/freezes', { ...place, plan: wrong }).expect(422)
  })

  it('leaves out what people wrote in their own words', async () => {
    const shown = { shown: ['mood', 'hours', 'why'] }
    const browser = openBrowser(office, await sendLetter(office))
    await browser.enter()
    await browser.finish({ mood: 1, hours: 2, why: 'Wegen Frau Seltsam' }, shown).expect(200)
    await close()
    const { read, summary } = await freeze()
    expect(read.codebook.variables.map(({ name }) => name)).toEqual(['mood', 'hours'])
    expect((await all(read.rows()))[0]?.values).toEqual({ mood: 1, hours: 2 })
    const folder = join(office.house.config.dataDirectory, 'freezes', summary.id)
    for (const file of await readdir(folder))
      expect(
        (await stat(join(folder, file))).isFile() && (await readFile(join(folder, file), 'utf8')),
      ).not.toContain('Seltsam')
  })

  it('gives the same person another number in every freeze', async () => {
    for (let n = 0; n < 5; n++) await answerWhole(office, { mood: 3, hours: n })
    await close()
    const [first, second] = [await freeze(), await freeze()]
    const cases = async ({ read }: typeof first) => (await all(read.rows())).map((row) => row.case)
    const both = new Set([...(await cases(first)), ...(await cases(second))])
    expect(both.size).toBe(10)
  })

  it('cuts anew when somebody withdraws meanwhile, whose row nobody would be told to delete', async () => {
    const browser = openBrowser(office, await sendLetter(office))
    await browser.enter()
    await browser.finish({ mood: 5, hours: 1 }).expect(200)
    await answerWhole(office, { mood: 3, hours: 2 })
    await close()
    let reads = 0
    const db = office.house.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        if (result.rows.some((row) => 'answers' in row) && reads++ === 0)
          await browser.withdraw().expect(204)
        return result
      },
    })
    const id = newFreezeId(place, office.house)
    const folder = join(office.house.config.dataDirectory, id)
    const made = await makeFreeze({ id, place, folder, by: 'test' }, { ...office.house, db })
    expect(reads).toBe(2)
    expect(made.responses).toBe(1)
    const { rows, manifest } = await readFreeze(folder)
    expect(manifest.digest).toBe(made.digest)
    expect((await all(rows())).map(({ values }) => values.mood)).toEqual([3])
  })

  it('leaves what is still in the inbox of an open wave out, and counts it', async () => {
    await answerWhole(office)
    const { body } = await analyst.post('/v1/freezes', place).expect(409)
    expect(body.type).toBe('/problems/nothing-to-freeze')
  })

  it('pools two versions of a questionnaire without mixing them up', async () => {
    await answerWhole(office, { mood: 4, hours: 1 })
    const pages = [
      {
        name: 'p1',
        elements: [
          INSTRUMENT.survey.pages[0].elements[0],
          { type: 'radiogroup', name: 'trust', choices: [1, 2] },
        ],
      },
    ]
    const envelope = {
      ...INSTRUMENT,
      version: '2.0.0',
      survey: { pages },
      variables: ['mood', 'trust'].map((name) => ({
        name,
        sensitivity: 'plain',
        purpose: 'outcome',
      })),
    }
    const { id } = await publish(
      { envelope: envelope as never, proposedBy: 'a', publishedBy: 'b' },
      office.house,
    )
    await saveWaveInstrument(office.house.db, place, id)
    const later = openBrowser(office, await sendLetter(office))
    await later.enter()
    await later.finish({ mood: 2, trust: 1 }, { shown: ['mood', 'trust'] }).expect(200)
    await close()
    const { read } = await freeze()
    expect(read.codebook.variables.map(({ name }) => name)).toEqual(['mood', 'trust', 'hours'])
    expect(read.manifest.instruments).toEqual(['mini@2.0.0', 'mini@1.0.0'])
    const rows = await all(read.rows())
    expect(rows.find(({ values }) => values.mood === 4)).toMatchObject({
      values: { hours: 1, trust: -99 },
      missingReasons: { trust: 'routed' },
    })
    expect(rows.find(({ values }) => values.mood === 2)).toMatchObject({
      values: { trust: 1, hours: -99 },
      missingReasons: { hours: 'routed' },
    })
  })

  it('tells holders of a freeze which rows were withdrawn since', async () => {
    await markOpened(office.house.db, { study: STUDY, wave: SECOND_WAVE }, '2027-05-01')
    const link = newLinkSecret()
    const letter = await sendLetter(office, { link })
    const browser = openBrowser(office, letter)
    await browser.enter()
    await browser.finish({ mood: 5 }).expect(200)
    await answerWhole(office)
    await close()
    const { summary, read } = await freeze()
    await browser.withdraw().expect(204)
    const gone = (await all(read.rows())).find(({ values }) => values.mood === 5)
    expect(await listWithdrawnCases(office.house.db, summary.id)).toEqual([gone?.case])
    expect((await freeze()).summary.rows).toBe(1)
  })
})
