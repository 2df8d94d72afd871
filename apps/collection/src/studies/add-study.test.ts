import { beforeEach, describe, expect, it } from 'vitest'
import { INSTRUMENT, makeOffice, rowsOf, STUDY_FILE, type TestOffice } from '../house.testing.ts'
import { addStudy } from './add-study.ts'

const file = { ...STUDY_FILE, study: 'second' }

describe('addStudy', () => {
  let office: TestOffice
  beforeEach(async () => {
    office = await makeOffice()
  })
  const add = (changes: object = {}, instruments: readonly object[] = [INSTRUMENT]) =>
    addStudy({ file: { ...file, ...changes }, instruments }, office.house)
  const second = async () =>
    (await rowsOf(office, 'study')).find(({ study }) => study === 'second') as Record<
      string,
      string
    >

  it('adds waves and drafts, makes keys and a salt, and publishes nothing', async () => {
    expect(await add()).toEqual({ study: 'second', waves: 2, drafts: 1 })
    expect((await second()).salt).toMatch(/^[\w-]{22}$/)
    expect((await office.house.keyring.ofStudy('second' as never)).ver).toHaveLength(1)
    const waves = (await rowsOf(office, 'wave')).filter(({ study }) => study === 'second')
    expect(waves).toMatchObject([{ opened_on: null, instrument: null }, { opened_on: null }])
    expect(await rowsOf(office, 'instrument')).toHaveLength(1)
  })

  it('changes texts when added again; salt, keys, waves and drafts stay', async () => {
    await add()
    const before = await second()
    const keys = await office.house.keyring.ofStudy('second' as never)
    expect(await add({ hotline: '0800 1111111' })).toMatchObject({ drafts: 0 })
    const after = await second()
    expect(after.salt).toBe(before.salt)
    expect(after.file).toContain('0800 1111111')
    expect(await office.house.keyring.ofStudy('second' as never)).toEqual(keys)
  })

  it('names every fault of a file', async () => {
    const broken = { study: 'Second', waves: [], approval: undefined }
    await expect(add(broken)).rejects.toMatchObject({
      issues: expect.arrayContaining([
        expect.objectContaining({ path: ['study'] }),
        expect.objectContaining({ path: ['waves'] }),
        expect.objectContaining({ path: ['approval'] }),
      ]),
    })
    expect(await rowsOf(office, 'study')).toHaveLength(1)
  })
})
