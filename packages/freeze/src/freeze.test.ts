import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { Codebook, Instrument, Variable } from '@echolot/instrument'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type FreezeContent,
  type FreezeRow,
  readFreeze,
  verifyFreeze,
  writeFreeze,
} from './index.ts'

const variable = (name: string, type: Variable['type']): Variable => ({
  name,
  item: name,
  label: name,
  measure: type === 'text' ? 'text' : 'nominal',
  type,
  missing: [-77, -88, -99],
  sensitivity: 'plain',
})
const codebook: Codebook = {
  instrument: 'main',
  version: '1.0.0',
  languages: ['de'],
  variables: [variable('jca_1', 'integer'), variable('hours', 'number'), variable('wish', 'text')],
  scales: [],
}
const instrument: Instrument = {
  instrument: 'main',
  version: '1.0.0',
  languages: [{ tag: 'de', status: 'source', live: true }],
  survey: { pages: [] },
  scales: [],
  variables: [],
}
const row = (id: string, values: Partial<FreezeRow['values']> = {}): FreezeRow => ({
  case: id,
  stratum: '1',
  mode: 'web',
  language: 'de',
  week: '2027-W18',
  disposition: '1.1',
  completed: true,
  values: {
    jca_1: 4,
    hours: 19.5,
    wish: 'Mehr "Zeit", sagt\nsie',
    ...values,
  } as FreezeRow['values'],
  missingReasons: {},
})
const skipped: FreezeRow = {
  ...row('b', { jca_1: -99, wish: null }),
  week: null,
  missingReasons: { jca_1: 'routed', wish: 'blank' },
}
const content: FreezeContent = {
  study: 'anna',
  wave: 'w1',
  madeOn: '2027-06-01',
  codeVersion: '0.1.0',
  instruments: [instrument],
  codebook,
  rows: [row('a'), skipped, row('c', { jca_1: -77 })],
  omitted: [{ reason: 'withdrawn', count: 2 }],
  frame: [{ stratum: '1', label: 'Ennigerloh, Stadt', population: 190, mailed: 190 }],
  dispositions: [
    { code: '1.1', count: 3 },
    { code: '3.19', count: 187 },
  ],
  studyFile: { synthetic: true, title: 'Was Familien hilft' },
}

let room: string
beforeEach(async () => {
  room = await mkdtemp(`${tmpdir()}/freeze-`)
})
afterEach(() => rm(room, { recursive: true }))

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('was not refused'),
    (problem) => problem.toJSON(),
  )
const collected = async <Thing>(things: AsyncIterable<Thing>) => {
  const list: Thing[] = []
  for await (const thing of things) list.push(thing)
  return list
}

describe('writeFreeze', () => {
  it('gives back every row, count and text when read', async () => {
    await writeFreeze(`${room}/cut`, content)
    const freeze = await readFreeze(`${room}/cut`)
    expect(await collected(freeze.rows())).toEqual(content.rows)
    expect(freeze.codebook).toEqual(codebook)
    expect(freeze.instruments).toEqual([instrument])
    expect(freeze.frame).toEqual(content.frame)
    expect(freeze.dispositions).toEqual(content.dispositions)
    expect(freeze.studyFile).toEqual(content.studyFile)
    expect(await freeze.columns(['case', 'jca_1'])).toEqual({
      case: ['a', 'b', 'c'],
      jca_1: [4, -99, -77],
    })
  })

  it('keeps the plan byte for byte, under a digest of its own', async () => {
    const plan = '{ "plan":  "x" }\n'
    const { files } = await writeFreeze(`${room}/planned`, { ...content, plan })
    expect((await readFreeze(`${room}/planned`)).plan).toBe(plan)
    expect(files.find(({ path }) => path === 'plan.json')).toMatchObject({ bytes: plan.length })
    expect(await readFile(`${room}/planned/README.txt`, 'utf8')).toContain('plan.json')
  })

  it('gives the same cells in groups of columns', async () => {
    await writeFreeze(`${room}/cut`, content)
    const freeze = await readFreeze(`${room}/cut`)
    expect(await collected(freeze.groups(['case', 'jca_1', 'wish']))).toEqual([
      {
        rows: 3,
        columns: {
          case: ['a', 'b', 'c'],
          jca_1: [4, -99, -77],
          wish: ['Mehr "Zeit", sagt\nsie', null, 'Mehr "Zeit", sagt\nsie'],
        },
      },
    ])
    expect(await collected(freeze.groups([]))).toEqual([{ rows: 3, columns: {} }])
  })

  it('counts what came in, what stayed out and what went out', async () => {
    const { rows, columns, missingReasons } = await writeFreeze(`${room}/cut`, content)
    expect({ rows, columns, missingReasons }).toEqual({
      rows: { in: 5, omitted: [{ reason: 'withdrawn', count: 2 }], out: 3 },
      columns: 10,
      missingReasons: 2,
    })
  })

  it('says in words that synthetic data are synthetic', async () => {
    await writeFreeze(`${room}/cut`, content)
    await writeFreeze(`${room}/real`, { ...content, studyFile: { synthetic: false } })
    expect(await readFile(`${room}/cut/README.txt`, 'utf8')).toContain('SYNTHETISCH')
    expect(await readFile(`${room}/real/README.txt`, 'utf8')).not.toContain('SYNTHETISCH')
  })

  it('writes the same bytes, hence the same digest, for the same content', async () => {
    const first = await writeFreeze(`${room}/first`, content)
    const second = await writeFreeze(`${room}/second`, content)
    expect(second).toEqual(first)
  })

  it('writes CSV that quotes commas, quotes and line breaks', async () => {
    await writeFreeze(`${room}/cut`, content)
    expect(await readFile(`${room}/cut/responses.csv`, 'utf8')).toMatch(
      'case,stratum,mode,language,week,disposition,completed,jca_1,hours,wish\n' +
        'a,1,web,de,2027-W18,1.1,1,4,19.5,"Mehr ""Zeit"", sagt\nsie"\n' +
        'b,1,web,de,,1.1,1,-99,19.5,\n',
    )
  })

  it('never writes over anything', async () => {
    await writeFreeze(`${room}/cut`, content)
    expect(await refusalOf(writeFreeze(`${room}/cut`, content))).toMatchObject({
      type: '/problems/freeze-exists',
    })
  })

  it.each([
    ['rows out of order', [row('b'), row('a')], { row: 2 }],
    ['a case twice', [row('a'), row('a')], { row: 2 }],
    ['a text in a numeric column', [row('a', { jca_1: 'vier' })], { row: 1, column: 'jca_1' }],
    ['half a code', [row('a', { jca_1: 4.5 })], { row: 1, column: 'jca_1' }],
    ['a value that is no number', [row('a', { hours: Number.NaN })], { row: 1, column: 'hours' }],
    ['a variable nobody described', [row('a', { secret: 1 })], { row: 1, column: 'secret' }],
    ['a variable left out', [{ ...row('a'), values: { jca_1: 1, hours: 2 } }], { column: 'wish' }],
    [
      'a reason for a value that is there',
      [{ ...row('a'), missingReasons: { jca_1: 'blank' as const } }],
      { row: 1, column: 'jca_1' },
    ],
  ])('refuses %s and leaves nothing behind', async (_, rows, details) => {
    const refusal = await refusalOf(writeFreeze(`${room}/cut`, { ...content, rows }))
    expect(refusal).toMatchObject({ type: '/problems/freeze-unfit', ...details })
    expect(await readdir(room)).toEqual([])
  })

  it('refuses two columns of one name', async () => {
    const twice = { ...codebook, variables: [variable('case', 'text')] }
    expect(
      await refusalOf(writeFreeze(`${room}/cut`, { ...content, codebook: twice, rows: [] })),
    ).toMatchObject({ type: '/problems/freeze-unfit', column: 'case' })
  })

  it('writes a freeze without a single response', async () => {
    await writeFreeze(`${room}/cut`, { ...content, rows: [] })
    expect(await collected((await readFreeze(`${room}/cut`)).rows())).toEqual([])
  })
})

describe('verifyFreeze', () => {
  const faultsOf = async () => (await verifyFreeze(`${room}/cut`)).faults

  beforeEach(() => writeFreeze(`${room}/cut`, content))

  it('finds no fault in what was written', async () => expect(await faultsOf()).toEqual([]))

  it('finds one changed byte in any file', async () => {
    const { manifest } = await verifyFreeze(`${room}/cut`)
    for (const { path } of manifest?.files ?? []) {
      const file = `${room}/cut/${path}`
      const before = await readFile(file)
      await writeFile(file, before.with(before.length >> 1, (before[before.length >> 1] ?? 0) ^ 1))
      expect(await faultsOf()).toEqual([{ file: path, fault: 'changed' }])
      await writeFile(file, before)
    }
  })

  it('finds a changed manifest, a lost and an added file', async () => {
    const path = `${room}/cut/manifest.json`
    await writeFile(path, (await readFile(path, 'utf8')).replace('"out": 3', '"out": 4'))
    await rm(`${room}/cut/frame.csv`)
    await appendFile(`${room}/cut/instruments/notes.txt`, 'x')
    expect(await faultsOf()).toEqual([
      { file: 'manifest.json', fault: 'changed' },
      { file: 'frame.csv', fault: 'missing' },
      { file: 'instruments/notes.txt', fault: 'unexpected' },
    ])
  })

  it('knows a folder that is no freeze', async () => {
    expect((await verifyFreeze(room)).faults).toEqual([{ file: 'manifest.json', fault: 'missing' }])
    await writeFile(`${room}/cut/manifest.json`, '{')
    expect(await faultsOf()).toEqual([{ file: 'manifest.json', fault: 'unreadable' }])
  })

  it('keeps a damaged freeze from being read', async () => {
    await appendFile(`${room}/cut/responses.csv`, 'x')
    expect(await refusalOf(readFreeze(`${room}/cut`))).toMatchObject({
      type: '/problems/freeze-damaged',
      faults: [{ file: 'responses.csv', fault: 'changed' }],
    })
  })
})
