import { spawnSync } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { writeFreeze } from '@echolot/freeze'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/export-`)
  await writeFreeze(`${room}/cut`, {
    study: 'anna',
    wave: 'w1',
    madeOn: '2027-06-01',
    codeVersion: '0.1.0',
    instruments: [],
    codebook: {
      instrument: 'main',
      version: '1.0.0',
      languages: ['de', 'en'],
      variables: [
        {
          name: 'wish',
          item: 'wish',
          label: 'Wunsch',
          measure: 'text',
          type: 'text',
          missing: [],
          sensitivity: 'free-text',
        },
      ],
      scales: [],
    },
    rows: [
      {
        case: 'a',
        stratum: '1',
        mode: 'web',
        language: 'de',
        week: '2027-W18',
        disposition: '1.1',
        completed: true,
        values: { wish: 'mehr Zeit' },
        missingReasons: {},
      },
    ],
    frame: [],
    dispositions: [{ code: '1.1', count: 1 }],
    studyFile: { synthetic: true },
  })
})
afterAll(() => rm(room, { recursive: true }))

const command = `${import.meta.dirname}/command.ts`
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [command, ...args], { encoding: 'utf8', cwd: room })

describe('echolot export', () => {
  it.each([
    ['out.sav', '$FL2@(#) SPSS DATA FILE'],
    ['out.csv', 'case,stratum,mode'],
    ['out.xml', '<?xml version="1.0" encoding="UTF-8"?>'],
  ])('writes %s, tells what stays behind, exits 0', async (file, beginning) => {
    const { status, stderr, stdout } = run('cut', '--to', file, '--json')
    expect(status).toBe(0)
    expect(stderr).toContain('stays behind: wish (free-text)')
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      synthetic: true,
      withheld: [{ name: 'wish', sensitivity: 'free-text' }],
    })
    expect((await readFile(`${room}/${file}`, 'utf8')).startsWith(beginning)).toBe(true)
  })

  it('takes free text along when asked', async () => {
    expect(run('cut', '--to', 'all.csv', '--with', 'free-text').status).toBe(0)
    expect(await readFile(`${room}/all.csv`, 'utf8')).toContain('mehr Zeit')
  })

  it('writes a deposit into a new folder and refuses it a second time', async () => {
    expect(JSON.parse(run('cut', '--to', 'deposit', '--json').stdout).problem.type).toBe(
      '/problems/deposit-unapproved',
    )
    const approval = ['--approve-small-groups', 'Kim Example: made-up data']
    expect(run('cut', '--to', 'deposit', ...approval).status).toBe(0)
    expect(await readdir(`${room}/deposit`)).toContain('SHA256SUMS')
    const again = run('cut', '--to', 'deposit', ...approval, '--json')
    expect(again.status).toBe(1)
    expect(JSON.parse(again.stdout).problem.type).toBe('/problems/deposit-exists')
  })

  it.each([
    ['no target', ['cut']],
    ['an ending nobody knows', ['cut', '--to', 'out.doc']],
    ['a class that never leaves', ['cut', '--to', 'out.sav', '--with', 'direct']],
    ['an approval without a reason', ['cut', '--to', 'x', '--approve-small-groups', 'Kim']],
    ['a language without labels', ['cut', '--to', 'out.sav', '--language', 'xx']],
  ])('exits 2 for %s', (_, args) => expect(run(...args).status).toBe(2))

  it('exits 1 for a folder that is no whole freeze', async () => {
    expect(run('nowhere', '--to', 'out.sav').status).toBe(1)
    await appendFile(`${room}/cut/responses.csv`, 'x')
    const damaged = run('cut', '--to', 'damaged.sav', '--json')
    expect(damaged.status).toBe(1)
    expect(JSON.parse(damaged.stdout).problem.type).toBe('/problems/freeze-damaged')
    expect(await readdir(room)).not.toContain('damaged.sav')
  })
})
