import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Language } from '@echolot/report'
import { readReport } from '@echolot/report/read'
import { inLanguage, OUTPUTS, type Output, renderedAll } from '@echolot/report/render'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { ANNA_PHASE_ONE_PLAN, phaseOneAnswers } from './phase-one.testing.ts'
import { PLANTED_PLAN, plantedAnswers, plantedTwin } from './planted.testing.ts'
import { ANNA_PLAN, writeSyntheticFreeze } from './synthetic.testing.ts'

/**
 * Two sets of answers that differ only in what is hidden. If every byte that is written is the same for both, no hidden
 * number stands in any of them: not as text, not as a coordinate, not in what files say of themselves.
 */
let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/two-worlds-`)
})
afterAll(() => rm(room, { recursive: true }))

const command = (data: string, plan: string, out: string, ...more: readonly string[]) =>
  promisify(execFile)(process.execPath, [
    `${import.meta.dirname}/command.ts`,
    'analyse',
    ...['--data', join(room, data), '--plan', plan, '--out', join(room, out), ...more],
  ])

const filesIn = async (folder: string) =>
  (await readdir(join(room, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(room, folder).length + 1))
    .sort()

const read = (path: string) => readFile(join(room, path))
/** Documents of a run as text; digests may differ, whole or shortened. */
const documentsIn = async (folder: string) => {
  const digest: string = JSON.parse(String(await read(`${folder}/results.json`))).data.digest
  const names = (await filesIn(folder)).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [
        name,
        String(await read(`${folder}/${name}`))
          .replaceAll(digest, 'DATA')
          .replaceAll(digest.slice(0, 8), 'DATA')
          .replace(/"documents": \{[^}]*\}/, ''),
      ]),
    ),
  )
}

/** Every file that is no document is made of a document alone. */
const expectMadeOfDocuments = async (folder: string, outputs: readonly Output[]) => {
  const files = await filesIn(folder)
  const reports = files.filter((name) => /^report\.[a-z]+\.json$/.test(name))
  const first = String(await read(`${folder}/report.de.json`))
  const made = new Map(await renderedAll(readReport(first, 'report.de.json'), outputs))
  for (const name of reports.filter((other) => other !== 'report.de.json')) {
    const language = name.split('.')[1] as Language
    const report = readReport(String(await read(`${folder}/${name}`)), name)
    for (const [file, content] of await renderedAll(report, ['html', 'pdf']))
      made.set(inLanguage(file, language), content)
  }
  const others = files.filter((name) => !name.endsWith('.json'))
  expect(others).toEqual([...made.keys()].sort())
  for (const name of others)
    expect(
      Buffer.compare(await read(`${folder}/${name}`), Buffer.from(made.get(name) ?? '')),
      name,
    ).toBe(0)
}

/** Numbers of a run at full precision, by place. */
const truthOf = async (data: string, plan: string) => {
  const { results } = await analyse({
    data: join(room, data),
    plan,
    out: join(room, 'truth'),
    protection: 'off',
    documents: 'report',
  })
  return results.analyses
}

const expectAlike = async (
  [first, second]: readonly [string, string],
  plan: string,
  { name, documents = 'all' }: { readonly name: string; readonly documents?: 'all' | 'report' },
) => {
  await command(first, plan, `${name}-1`, '--documents', documents)
  await command(second, plan, `${name}-2`, '--documents', 'report')
  expect(await documentsIn(`${name}-2`)).toEqual(await documentsIn(`${name}-1`))
  await expectMadeOfDocuments(`${name}-1`, documents === 'all' ? OUTPUTS : ['html', 'pdf'])
  expect(await truthOf(second, plan)).not.toEqual(await truthOf(first, plan))
}

describe('what is written', () => {
  it('is the same for answers that differ in hidden numbers only: planted small cells', async () => {
    await writeFile(join(room, 'planted.json'), JSON.stringify(PLANTED_PLAN))
    await writeFile(join(room, 'planted.csv'), plantedAnswers())
    await writeFile(join(room, 'twin.csv'), plantedTwin())
    await expectAlike(['planted.csv', 'twin.csv'], join(room, 'planted.json'), {
      name: 'planted',
    })
  }, 120_000)

  it('is the same for other reasons of families that left phase 1', async () => {
    const answers = phaseOneAnswers({ seed: 1, missing: 5 })
    // Of six families three moved away and three could not be reached, or two and four.
    const twin = answers.replace('weggezogen', 'nicht erreicht')
    expect(twin).not.toBe(answers)
    await writeFile(join(room, 'families.csv'), answers)
    await writeFile(join(room, 'others.csv'), twin)
    await expectAlike(['families.csv', 'others.csv'], ANNA_PHASE_ONE_PLAN, {
      name: 'families',
    })
  }, 120_000)

  it('is the same for ANNA with other small outcomes', async () => {
    await writeSyntheticFreeze(join(room, 'anna'), { seed: 7, outcomes: { '2.33': 3, '4.10': 37 } })
    await writeSyntheticFreeze(join(room, 'anna2'), {
      seed: 7,
      outcomes: { '2.33': 2, '4.10': 38 },
    })
    await expectAlike(['anna', 'anna2'], ANNA_PLAN, {
      name: 'anna-out',
      documents: 'report',
    })
  }, 240_000)
})
