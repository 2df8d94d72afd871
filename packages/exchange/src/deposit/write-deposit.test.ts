import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { digestOfFile } from '@echolot/freeze'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileUnreadable } from '../problems.ts'
import { oddFreeze } from '../release/odd-freeze.testing.ts'
import { type Release, releaseOf } from '../release/release-of.ts'
import { type DepositOptions, writeDeposit as writeAny } from './write-deposit.ts'

let room: string
let release: Release
beforeEach(async () => {
  room = await mkdtemp(`${tmpdir()}/deposit-`)
  release = releaseOf(await oddFreeze(`${room}/cut`))
})
afterEach(() => rm(room, { recursive: true }))

const APPROVALS = { smallGroups: { by: 'Kim Example', why: 'made-up data of a test' } }
/** The made-up responses of the tests are alike to four at most. */
const writeDeposit = (folder: string, of: Release, options: DepositOptions = {}) =>
  writeAny(folder, of, { approvals: APPROVALS, ...options })

const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('was not refused'),
    (problem) => problem.toJSON(),
  )

describe('writeDeposit', () => {
  it('holds what an archive takes, each file with its checksum', async () => {
    const report = await writeDeposit(`${room}/out`, release)
    expect(report.files).toEqual([
      'README.txt',
      'approvals.json',
      'codebook.en.pdf',
      'codebook.json',
      'codebook.pdf',
      'ddi.xml',
      'method-report.en.pdf',
      'method-report.pdf',
      'missing-reasons.csv',
      'odd-w1-synthetic.csv',
      'odd-w1-synthetic.sav',
      'questionnaires/odd-1.0.0.de.pdf',
      'questionnaires/odd-1.0.0.en.pdf',
      'questionnaires/odd-1.0.0.json',
      'SHA256SUMS',
    ])
    const questionnaire = await readFile(`${room}/out/questionnaires/odd-1.0.0.en.pdf`)
    expect(questionnaire.subarray(0, 5).toString()).toBe('%PDF-')
    const lines = (await readFile(`${room}/out/SHA256SUMS`, 'utf8')).trimEnd().split('\n')
    expect(lines.length).toBe(report.files.length - 1)
    for (const line of lines) {
      const [, digest, file] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      expect((await digestOfFile(`${room}/out/${file}`)).sha256).toBe(digest)
    }
  })

  it('says in every description that the data are made up, and nowhere that real ones are', async () => {
    const real = releaseOf(await oddFreeze(`${room}/real-cut`, { synthetic: false }))
    await writeDeposit(`${room}/out`, release)
    await writeDeposit(`${room}/real`, real)
    for (const file of ['README.txt', 'codebook.json', 'ddi.xml']) {
      expect(await readFile(`${room}/out/${file}`, 'utf8')).toContain('SYNTHETIC')
      expect(await readFile(`${room}/real/${file}`, 'utf8')).not.toContain('SYNTHETIC')
    }
    const sav = await readFile(`${room}/out/odd-w1-synthetic.sav`)
    expect(sav.includes('SYNTHETIC odd w1')).toBe(true)
    expect((await readdir(`${room}/real`)).filter((name) => name.includes('synthetic'))).toEqual([])
  })

  it('holds no word of what stays behind, and names it', async () => {
    const { files } = await writeDeposit(`${room}/out`, release)
    for (const file of files.filter((name) => /\.(sav|csv)$/.test(name)))
      expect((await readFile(`${room}/out/${file}`)).includes('=1+1')).toBe(false)
    expect(await readFile(`${room}/out/README.txt`, 'utf8')).toContain(
      'Withheld: wish (free-text), phone (direct).',
    )
  })

  it('holds questionnaires without their makers’ names and notes', async () => {
    const notes = {
      translations: {
        en: {
          others: 'reviewed',
          units: { x: { status: 'reviewed', source: 'x', by: 'Kim Planted' } },
        },
      },
      acceptedWording: [
        { rule: 'r', key: 'x', language: 'de', text: 'x', reason: 'so', by: 'Kim Planted' },
      ],
      personas: [{ name: 'Alone', answers: {} }],
    } as const
    const cut = await oddFreeze(`${room}/noted`, { notes })
    expect(JSON.stringify(cut.instruments)).toContain('Kim Planted')
    await writeDeposit(`${room}/out`, releaseOf(cut))
    const archived = await readFile(`${room}/out/questionnaires/odd-1.0.0.json`, 'utf8')
    expect(archived).not.toMatch(/Kim Planted|Alone/)
    const { survey, variables } = JSON.parse(archived)
    expect({ survey, variables }).toEqual({
      survey: cut.instruments[0]?.survey,
      variables: cut.instruments[0]?.variables,
    })
  })

  it('writes nothing beside its folder, whatever a questionnaire is called', async () => {
    const cut = await oddFreeze(`${room}/led-astray`)
    const instruments = cut.instruments.map((one) => ({ ...one, instrument: '../../../beside' }))
    await writeDeposit(`${room}/out`, releaseOf({ ...cut, instruments }))
    expect((await readdir(room)).sort()).toEqual(['cut', 'led-astray', 'out'])
    expect(await readdir(`${room}/out/questionnaires`)).toContain('.._.._.._beside-1.0.0.json')
  })

  it('tells how many responses are alike', async () => {
    expect(await writeDeposit(`${room}/out`, release)).toMatchObject({ k: 4, below5: 4 })
  })

  it('refuses a deposit in which fewer than ten responses are alike, unless somebody agreed', async () => {
    expect(await problemOf(writeAny(`${room}/out`, release))).toMatchObject({
      type: '/problems/deposit-unapproved',
      what: 'small groups',
      reason: expect.stringContaining('only 4 responses are alike, 10 are needed'),
    })
    expect(await readdir(room)).toEqual(['cut'])
    await writeDeposit(`${room}/out`, release)
    expect(JSON.parse(await readFile(`${room}/out/approvals.json`, 'utf8'))).toEqual({
      smallGroups: { ...APPROVALS.smallGroups, k: 4 },
    })
    expect(await readFile(`${room}/out/README.txt`, 'utf8')).toContain(
      'Exception for small groups, approved by Kim Example: made-up data of a test',
    )
  })

  it('takes free text along only with an approval of its own', async () => {
    const open = releaseOf(release.freeze, { also: ['free-text'] })
    expect(await problemOf(writeDeposit(`${room}/out`, open))).toMatchObject({
      what: 'free text',
      reason: expect.stringContaining('wish'),
    })
    const freeText = { by: 'Kim Example', why: 'read on the first of May' }
    await writeDeposit(`${room}/out`, open, { approvals: { ...APPROVALS, freeText } })
    expect(JSON.parse(await readFile(`${room}/out/approvals.json`, 'utf8'))).toMatchObject({
      freeText,
    })
  })

  it('fills an empty folder and refuses one with anything in it', async () => {
    await mkdir(`${room}/empty`)
    await writeDeposit(`${room}/empty`, release)
    await mkdir(`${room}/full`)
    await writeFile(`${room}/full/notes.txt`, 'mine')
    expect(await problemOf(writeDeposit(`${room}/full`, release))).toMatchObject({
      type: '/problems/deposit-exists',
    })
    expect(await readdir(`${room}/full`)).toEqual(['notes.txt'])
  })

  it('names a language that cannot be printed, and goes on', async () => {
    const { losses, files } = await writeDeposit(`${room}/out`, release, {
      print: (_, language) =>
        language === 'en'
          ? Promise.reject(fileUnreadable({ format: 'PDF', place: 'en', remedy: 'none' }))
          : Promise.resolve(Buffer.from('%PDF-1.7')),
    })
    expect(losses).toContainEqual(
      expect.objectContaining({ path: 'odd@1.0.0', what: 'questionnaire on paper in en' }),
    )
    expect(files.filter((file) => file.endsWith('.de.pdf'))).toHaveLength(1)
  })

  it('leaves nothing behind when it cannot be finished', async () => {
    const broken = writeDeposit(`${room}/out`, release, {
      print: () => Promise.reject(new Error('the printer is gone')),
    })
    await expect(broken).rejects.toThrow('the printer is gone')
    expect(await readdir(room)).toEqual(['cut'])
  })
})
