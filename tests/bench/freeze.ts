import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type FreezeRow, readFreeze, verifyFreeze, writeFreeze } from '@echolot/freeze'
import type { Variable } from '@echolot/instrument'

/**
 * How long a freeze of a million responses × 60 items takes to be written, verified, read to the end and analysed, and
 * the memory each needs: each in a process of its own, so that its memory is its own. Responses are made one by one as
 * the collection's query gives them; nobody holds them all. Then the collection's own freeze, out of a real SQLite
 * database with a fifth as many responses (filling it takes longest), and with a thousandth.
 *
 * `node tests/bench/freeze.ts [responses]`
 */
const ROOT = join(import.meta.dirname, '../..')
const RESPONSES = 1_000_000
const GOAL_SECONDS = 20
/** Bounded: what a thousandth of the responses needs, and room for a row group and the garbage between two. */
const MOST_GROWTH = 300

const variables = Array.from({ length: 60 }, (_, place): Variable => {
  const name = `item_${place + 1}`
  return {
    name,
    item: name,
    label: { de: `Aussage ${place + 1}` },
    measure: 'ordinal',
    type: 'integer',
    values: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Stufe ${value}` })),
    missing: [-77, -88, -99],
    sensitivity: 'plain',
  }
})

const PLAN = {
  plan: 'freeze',
  analyses: [{ id: 'items', method: 'descriptives', variables: variables.map(({ name }) => name) }],
}

/** Synthetic rows, the same in each run; one answer in a hundred is missing, with its reason. */
const rows = function* (responses: number): Generator<FreezeRow> {
  for (let row = 0; row < responses; row++) {
    const values: Record<string, number> = {}
    const missingReasons: Record<string, 'blank'> = {}
    for (const [place, { name }] of variables.entries()) {
      const seed = (row * 31 + place * 17 + ((row * place) >> 3)) >>> 0
      const isMissing = seed % 101 === 0
      values[name] = isMissing ? -99 : 1 + (seed % 5)
      if (isMissing) missingReasons[name] = 'blank'
    }
    yield {
      case: row.toString(16).padStart(32, '0'),
      stratum: String(1 + (row % 4)),
      mode: row % 5 === 0 ? 'paper' : 'web',
      language: 'de',
      week: `2027-W${18 + (row % 6)}`,
      disposition: '1.1',
      completed: true,
      values,
      missingReasons,
    }
  }
}

const TASKS: Readonly<Record<string, (folder: string, responses: number) => Promise<unknown>>> = {
  write: (folder, responses) =>
    writeFreeze(folder, {
      study: 'bench',
      wave: 'w1',
      madeOn: '2027-06-01',
      codeVersion: '0.1.0',
      instruments: [],
      codebook: {
        instrument: 'bench',
        version: '1.0.0',
        languages: ['de'],
        variables,
        scales: [],
      },
      rows: rows(responses),
      frame: [{ stratum: '1', label: 'Ort', population: 10, mailed: 10 }],
      dispositions: [{ code: '1.1', count: responses }],
      studyFile: { synthetic: true },
    }),
  verify: async (folder) => {
    const { faults } = await verifyFreeze(folder)
    if (faults.length > 0) throw new Error(JSON.stringify(faults))
  },
  read: async (folder, responses) => {
    let found = 0
    for await (const { rows: some } of (await readFreeze(folder)).groups()) found += some
    if (found !== responses) throw new Error(`${found} responses were read`)
  },
}

type Cost = { readonly seconds: number; readonly megabytes: number }

const alone = (args: readonly string[]): Cost => {
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Cost
}

/** What the collection's freeze costs out of a database with `n` responses. */
const outOfDatabase = (room: string, n: number): Cost & { readonly processor: number } => {
  const script = join(ROOT, 'apps/collection/src/freezes/freeze.testing.ts')
  const run = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return stdout
  }
  const office = join(room, `office-${n}`)
  run('fill', office, String(n))
  return JSON.parse(run('make', office, join(room, `freeze-${n}`)))
}

const say = (text: string) => process.stdout.write(`${text}\n`)

const compare = async (responses: number) => {
  const room = await mkdtemp(join(tmpdir(), 'freeze-bench-'))
  try {
    const few = Math.max(1, Math.floor(responses / 1000))
    const plan = join(room, 'plan.json')
    await writeFile(plan, JSON.stringify(PLAN))
    let kept = true
    let total = 0
    for (const task of Object.keys(TASKS)) {
      const cost = (n: number) =>
        alone([import.meta.filename, task, join(room, String(n)), String(n)])
      const [small, large] = [cost(few), cost(responses)]
      const growth = large.megabytes - small.megabytes
      total += large.seconds
      if (growth > MOST_GROWTH) kept = false
      say(
        `${task.padEnd(8)}${large.seconds.toFixed(1).padStart(7)} s  ${large.megabytes.toFixed(0).padStart(5)} MB at most; ${few.toLocaleString('en')} responses ${small.seconds.toFixed(2)} s, ${small.megabytes.toFixed(0)} MB`,
      )
    }
    say(`together${total.toFixed(1).padStart(7)} s (goal ${GOAL_SECONDS} s)`)
    if (total > GOAL_SECONDS) kept = false
    const job = join(ROOT, 'analysis/src/job.testing.ts')
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [job, join(room, String(responses)), plan, '1'],
      { encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(stderr)
    const { seconds, megabytes } = JSON.parse(stdout) as { seconds: number[]; megabytes: number }
    say(
      `analyse ${(seconds[0] as number).toFixed(1).padStart(7)} s  ${megabytes.toFixed(0).padStart(5)} MB at most: verified, read and described`,
    )
    for (const file of ['responses.csv', 'responses.parquet'])
      say(
        `${file}  ${((await stat(join(room, String(responses), file))).size / 1e6).toFixed(0)} MB`,
      )
    const [some, more] = [few, Math.ceil(responses / 5)]
    const [small, large] = [outOfDatabase(room, some), outOfDatabase(room, more)]
    say(
      `out of a database: ${more.toLocaleString('en')} responses ${large.seconds.toFixed(1)} s (${large.processor.toFixed(1)} s of processors), ${large.megabytes.toFixed(0)} MB at most; ${some.toLocaleString('en')} responses ${small.seconds.toFixed(2)} s, ${small.megabytes.toFixed(0)} MB; ${((1e6 / more) * large.processor).toFixed(0)} s of processors for a million`,
    )
    if (large.megabytes - small.megabytes > MOST_GROWTH) kept = false
    process.exitCode = kept ? 0 : 1
  } finally {
    await rm(room, { recursive: true })
  }
}

const [, , first = '', folder = '', count = ''] = process.argv
const task = TASKS[first]
if (task === undefined) await compare(Number(first || RESPONSES))
else {
  const before = performance.now()
  await task(folder, Number(count))
  process.stdout.write(
    JSON.stringify({
      seconds: (performance.now() - before) / 1000,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  )
}
