import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LONG_TEXT, oddFreeze } from '../release/odd-freeze.testing.ts'
import { type Release, releaseOf } from '../release/release-of.ts'
import { writeSav } from './write-sav.ts'

/** Somebody else's reader; its module speaks CommonJS only. Texts it decodes eight bytes at a time. */
const { SavFileReader } = createRequire(import.meta.url)('sav-reader') as {
  SavFileReader: new (path: string) => SavReader
}
type SavReader = {
  readonly open: () => Promise<void>
  readonly readAllRows: (nulls: boolean) => Promise<Record<string, unknown>[]>
  readonly meta: {
    readonly header: Readonly<Record<string, unknown>>
    readonly sysvars: readonly Readonly<Record<string, unknown>>[]
    readonly valueLabels: readonly {
      readonly appliesToNames: readonly string[]
      readonly entries: readonly { readonly val: unknown; readonly label: string }[]
    }[]
  }
}

let room: string
let release: Release
beforeEach(async () => {
  room = await mkdtemp(`${tmpdir()}/sav-`)
  release = releaseOf(await oddFreeze(`${room}/cut`), { also: ['free-text'] })
})
afterEach(() => rm(room, { recursive: true }))

const written = async (what: Release = release) => {
  const report = await writeSav(`${room}/out.sav`, what)
  const reader = new SavFileReader(`${room}/out.sav`)
  await reader.open()
  const rows = await reader.readAllRows(true)
  const variable = (name: string) => reader.meta.sysvars.find((one) => one.name === name)
  const labels = (name: string) =>
    reader.meta.valueLabels
      .find(({ appliesToNames }) => appliesToNames.includes(name))
      ?.entries.map(({ val, label }) => [val, label])
  return { report, rows, variable, labels, header: reader.meta.header }
}

describe('writeSav, read by sav-reader', () => {
  it('says how many cases and variables there are, and that the data are made up', async () => {
    const { header, rows, report } = await written()
    expect(header).toMatchObject({
      n_cases: 4,
      n_vars: 23,
      encoding: 'UTF-8',
      fileLabel: 'SYNTHETIC odd w1 2027-06-01',
      creationDate: '01 Jun 27',
    })
    expect(rows.length).toBe(4)
    expect(report).toMatchObject({ cases: 4, variables: 23 })
  })

  it('keeps numbers, missing codes and nothing at all apart', async () => {
    const { rows } = await written()
    const column = (name: string) => rows.map((row) => row[name])
    expect(column('satisfied')).toEqual([5, -77, -88, null])
    expect(column('hours')).toEqual([19.5, -99, null, null])
    expect(column('All_1')).toEqual([1, -100, null, null])
    expect(column('Frage_1_wie_2')).toEqual([2, 151, null, null])
    expect(column('frage_1_wie')).toEqual([3, 152, null, null])
    expect(column('big')).toEqual([1e15 + 0.5, -0.1, null, null])
  })

  it('labels variables and values in the language asked for', async () => {
    const german = await written()
    expect(german.variable('satisfied')?.label).toBe('Wie zufrieden sind Sie?')
    expect(german.labels('satisfied')).toEqual([
      [1, 'gar nicht'],
      [5, 'völlig'],
      [-77, 'weiß nicht'],
      [-88, 'möchte ich nicht sagen'],
      [-99, 'keine Angabe'],
    ])
    expect(german.labels('language_used')).toEqual([
      ['de', 'Deutsch'],
      ['ar', 'العربية'],
    ])
    const arabic = await written(releaseOf(release.freeze, { language: 'ar' }))
    expect(arabic.variable('satisfied')?.label).toBe('ما مدى رضاك؟')
    expect(arabic.labels('satisfied')?.slice(0, 2)).toEqual([
      [1, 'إطلاقًا'],
      [5, 'تمامًا'],
    ])
  })

  it('declares up to three codes missing, more as a range where no answer lies', async () => {
    const { variable, report } = await written()
    expect(variable('satisfied')?.missing).toEqual([-77, -88, -99])
    expect(variable('hours')?.missing).toBe(-99)
    expect(variable('five_codes')?.missing).toEqual({ min: -99, max: -55 })
    expect(variable('open_codes')?.missing).toEqual([-77, -88, -99])
    expect(report.losses).toContainEqual(
      expect.objectContaining({ path: 'open_codes', fate: 'dropped', what: 'missing codes -66' }),
    )
  })

  it('writes days and moments as SPSS counts them, and names what is no date', async () => {
    const { rows, variable, report } = await written()
    const seconds = (iso: string) => (Date.parse(iso) - Date.parse('1582-10-14T00:00Z')) / 1000
    expect(rows.map(({ born }) => born)).toEqual([seconds('1987-02-28'), null, null, null])
    expect(rows[0]?.met).toBe(seconds('2027-05-01T09:30Z'))
    expect(variable('born')?.printFormat).toMatchObject({ typestr: 'EDATE', width: 10 })
    expect(variable('met')?.printFormat).toMatchObject({ typestr: 'DATETIME', width: 20 })
    expect(report.losses).toContainEqual(
      expect.objectContaining({ path: 'born', fate: 'dropped', what: '1 dates' }),
    )
  })

  it('renames what SPSS refuses, and says so', async () => {
    const { report, variable } = await written()
    const renamed = report.losses.filter(({ what }) => what === 'name')
    expect(renamed.map(({ path, target }) => [path, target])).toEqual([
      ['All', 'All_1'],
      ['Frage 1: wie?', 'Frage_1_wie_2'],
      [
        'a_very_long_name_that_goes_on_and_on_and_on_until_it_has_more_than_64_bytes',
        'a_very_long_name_that_goes_on_and_on_and_on_until_it_has_more_th',
      ],
    ])
    expect(variable('frage_1_wie')).toBeDefined()
  })

  it('labels a value once, and says which label it leaves out', async () => {
    const { labels, report } = await written()
    expect(labels('five_codes')?.slice(0, 2)).toEqual([
      [1, 'ja'],
      [2, 'nein'],
    ])
    expect(report.losses).toContainEqual(
      expect.objectContaining({ path: 'five_codes', fate: 'dropped', what: 'label of 2' }),
    )
  })

  it('cuts a label at 255 bytes between characters, and says so', async () => {
    const { variable, report } = await written()
    const label = String(variable('topic_1')?.label)
    expect(Buffer.byteLength(label)).toBeLessThanOrEqual(255)
    expect(label).toMatch(/^Themen – sehr lange Frage über Öl,.*…$/)
    expect(label).not.toContain('\uFFFD')
    expect(report.losses).toContainEqual(
      expect.objectContaining({ path: 'topic_1', what: 'label' }),
    )
  })

  it.each([1, 2, 3, 7, 8, 9, 40, 2600])('ends after the last of 4 × %i cases', async (copies) => {
    const many = releaseOf(await oddFreeze(`${room}/many`, { copies }))
    const { rows } = await written(many)
    expect(rows.length).toBe(4 * copies)
    expect(rows.at(-4)).toMatchObject({ satisfied: 5, hours: 19.5, reason: 'no_childcare' })
  })
})

describe('writeSav', () => {
  it('leaves direct identifiers at home, and free text unless it is asked for', async () => {
    const { variable } = await written(releaseOf(release.freeze))
    expect(variable('wish')).toBeUndefined()
    expect(variable('phone')).toBeUndefined()
    expect(releaseOf(release.freeze).withheld).toEqual([
      { name: 'wish', sensitivity: 'free-text' },
      { name: 'phone', sensitivity: 'direct' },
    ])
    expect((await readFile(`${room}/out.sav`)).includes('0000 ')).toBe(false)
  })

  it('writes the same bytes for the same freeze', async () => {
    await writeSav(`${room}/a.sav`, release)
    await writeSav(`${room}/b.sav`, release)
    expect(await readFile(`${room}/a.sav`)).toEqual(await readFile(`${room}/b.sav`))
  })

  it('leaves what stood there when it fails', async () => {
    await writeFile(`${room}/out.sav`, 'before')
    const broken: Release = {
      ...release,
      groups: () => {
        throw new Error('the disk is gone')
      },
    }
    await expect(writeSav(`${room}/out.sav`, broken)).rejects.toThrow('the disk is gone')
    expect(await readFile(`${room}/out.sav`, 'utf8')).toBe('before')
    expect((await readdir(room)).toSorted()).toEqual(['cut', 'out.sav'])
  })

  it('holds the choices of one question together', async () => {
    await writeSav(`${room}/out.sav`, release)
    expect((await readFile(`${room}/out.sav`)).toString()).toContain(
      '$topic=D1 1 20 Über welche Themen? topic_2 topic_1\n',
    )
  })

  it('keeps a text of 906 bytes in segments that join without a gap', async () => {
    await writeSav(`${room}/out.sav`, release)
    const bytes = await readFile(`${room}/out.sav`)
    expect(bytes.includes('S0001=00906\0\t')).toBe(true)
    const end = bytes.indexOf(Buffer.from([0xe7, 3, 0, 0, 0, 0, 0, 0])) + 8
    const elements = elementsIn(bytes.subarray(end))
    // case, stratum, mode, language, week, disposition; completed to met; language_used, reason (3).
    const first = elements.slice(6 + 7 + 1 + 3)
    const segments = [0, 32, 64].map((at) =>
      Buffer.concat(first.slice(at, at + 32)).subarray(0, 255),
    )
    const joined = Buffer.concat([...segments, Buffer.concat(first.slice(96, 115))])
    expect(joined.subarray(0, 906).toString()).toBe(LONG_TEXT)
  })
})

/** The eight-byte elements of compressed data; numbers of one byte are left as their command. */
const elementsIn = (bytes: Buffer): readonly Buffer[] => {
  const elements: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    const commands = bytes.subarray(at, at + 8)
    at += 8
    for (const command of commands) {
      if (command === 0) continue
      if (command === 253) elements.push(bytes.subarray(at, at + 8))
      else elements.push(command === 254 ? Buffer.alloc(8, ' ') : Buffer.of(command))
      if (command === 253) at += 8
    }
  }
  return elements
}

const rReads = spawnSync('Rscript', ['-e', 'stopifnot(requireNamespace("haven"))']).status === 0
const pspp = spawnSync('pspp', ['--version']).status === 0

/** What haven (ReadStat) finds, as JSON-like lines that R prints. */
const havenSays = (path: string, expression: string) => {
  const script = `d <- haven::read_sav("${path}", user_na = TRUE); cat(${expression}, sep = "\\n")`
  const { stdout, stderr, status } = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.trimEnd().split('\n')
}

describe.skipIf(!rReads)('writeSav, read by haven (skipped where R has no haven)', () => {
  it('gives long, umlauted and Arabic texts back to the last character', async () => {
    await writeSav(`${room}/out.sav`, release)
    expect(havenSays(`${room}/out.sav`, 'd$wish[1:3], d$language_used[3], d$reason[3]')).toEqual([
      LONG_TEXT,
      '=1+1',
      ` ${'ü'.repeat(127)}`,
      'ذك',
      'Öffnungszeiten, "lange"',
    ])
  })

  it('finds labels and missing values of long texts, ranges, dates and formats', async () => {
    await writeSav(`${room}/out.sav`, release)
    const a = (name: string, part: string) => `as.character(attr(d$${name}, "${part}"))`
    expect(
      havenSays(
        `${room}/out.sav`,
        [
          `names(attr(d$reason, "labels"))`,
          a('reason', 'na_values'),
          a('five_codes', 'na_range'),
          a('satisfied', 'na_values'),
          'format(d$born[1])',
          'format(d$met[1], tz = "UTC")',
          a('hours', 'format.spss'),
        ].join(', '),
      ),
    ).toEqual([
      ...['keine Betreuung für die Kinder', 'anderer Grund', '-88', '-99', '-99', '-55'],
      ...['-77', '-88', '-99', '1987-02-28', '2027-05-01 09:30:00', 'F10.2'],
    ])
  })
})

describe.skipIf(!pspp)('writeSav, read by PSPP (skipped where there is none)', () => {
  it('shows measures, documents and data', async () => {
    await writeSav(`${room}/out.sav`, release)
    await writeFile(
      `${room}/look.sps`,
      `GET FILE='${room}/out.sav'.\nDISPLAY DICTIONARY.\nDISPLAY DOCUMENTS.\nMRSETS /DISPLAY NAME=ALL.\nLIST /VARIABLES=born.\n`,
    )
    const { stdout } = spawnSync('pspp', ['-O', 'format=csv', '-o', '-', `${room}/look.sps`], {
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/^satisfied,.*Ordinal/m)
    expect(stdout).toMatch(/^hours,.*Scale/m)
    expect(stdout).toContain('SYNTHETIC')
    expect(stdout).toContain('Über welche Themen?')
    expect(stdout).toContain('28.02.1987')
  })
})
