import { spawnSync } from 'node:child_process'
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { releaseOf } from '@echolot/exchange/deposit'
import { writeSav } from '@echolot/exchange/sav'
import { type FreezeRow, readFreeze, writeFreeze } from '@echolot/freeze'
import type { Variable } from '@echolot/instrument'

/**
 * How long a freeze of 100,000 responses × 60 variables takes to become an SPSS file, from verifying the freeze to the
 * last byte on the disk, and the memory it needs. Beside it, in the same run: the bare cost (the same cells read and
 * written as plain eight-byte numbers) and, where R has it, haven's `write_sav` of the same table already in memory.
 */
const RESPONSES = 100_000
const VARIABLES = 60
const GOAL_SECONDS = 2
const ROUNDS = 5

const variables = Array.from({ length: VARIABLES }, (_, place): Variable => {
  const type = place < 55 ? 'integer' : place < 57 ? 'number' : 'text'
  return {
    name: `item_${place + 1}`,
    item: `item_${place + 1}`,
    label: { de: `Aussage ${place + 1}`, en: `Statement ${place + 1}` },
    measure: type === 'text' ? 'text' : 'ordinal',
    type,
    ...(type === 'integer'
      ? { values: [1, 2, 3, 4, 5].map((value) => ({ value, label: `Stufe ${value}` })) }
      : {}),
    missing: type === 'text' ? [] : [-77, -88, -99],
    sensitivity: 'plain',
  }
})

const WORDS = [
  'mehr Zeit',
  'kürzere Wege zum Amt',
  'Ärger mit dem Formular',
  'nichts',
  'Öffnungszeiten',
]

const rows = function* (): Generator<FreezeRow> {
  for (let row = 0; row < RESPONSES; row++)
    yield {
      case: row.toString(16).padStart(32, '0'),
      stratum: String(1 + (row % 4)),
      mode: row % 5 === 0 ? 'paper' : 'web',
      language: 'de',
      week: `2027-W${18 + (row % 6)}`,
      disposition: '1.1',
      completed: true,
      values: Object.fromEntries(
        variables.map(({ name, type }, place) => [name, cellOf(type, row * 7 + place * 13)]),
      ),
      missingReasons: {},
    }
}
const cellOf = (type: Variable['type'], seed: number) => {
  if (type === 'text') return seed % 3 === 0 ? `${WORDS[seed % WORDS.length]} ${seed % 97}` : null
  if (seed % 11 === 0) return -99
  return type === 'integer' ? 1 + (seed % 5) : (seed % 400) / 10
}

/** One export in a process of its own, so that its memory is its own. */
const exportOnce = async (freeze: string, to: string) => {
  const before = performance.now()
  await writeSav(to, releaseOf(await readFreeze(freeze)))
  process.stdout.write(
    JSON.stringify({
      seconds: (performance.now() - before) / 1000,
      megabytes: process.resourceUsage().maxRSS / 1024,
    }),
  )
}

const bareOnce = async (folder: string, to: string) => {
  const before = performance.now()
  const freeze = await readFreeze(folder)
  const file = await open(to, 'w')
  for await (const { rows: count, columns } of freeze.groups()) {
    const cells = Object.values(columns)
    const bytes = new Float64Array(count * cells.length)
    for (let row = 0; row < count; row++)
      for (let place = 0; place < cells.length; place++)
        bytes[row * cells.length + place] = Number(cells[place]?.[row] ?? Number.NaN)
    await file.writeFile(new Uint8Array(bytes.buffer))
  }
  await file.sync()
  await file.close()
  process.stdout.write(JSON.stringify({ seconds: (performance.now() - before) / 1000 }))
}

const HAVEN = `args <- commandArgs(TRUE)
d <- utils::read.csv(args[1], encoding = "UTF-8")
for (n in grep("^item_", names(d), value = TRUE)) if (is.numeric(d[[n]]))
  d[[n]] <- haven::labelled_spss(as.numeric(d[[n]]), c(a = 1, b = 2, c = 3, d = 4, e = 5), na_values = c(-77, -88, -99))
cat(system.time(haven::write_sav(d, args[2]))[["elapsed"]])`

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number

const say = (text: string) => process.stdout.write(`${text}\n`)

const compare = async () => {
  const room = await mkdtemp(join(tmpdir(), 'sav-bench-'))
  try {
    const freeze = join(room, 'cut')
    await writeFreeze(freeze, {
      study: 'bench',
      wave: 'w1',
      madeOn: '2027-06-01',
      codeVersion: '0.1.0',
      instruments: [],
      codebook: {
        instrument: 'bench',
        version: '1.0.0',
        languages: ['de', 'en'],
        variables,
        scales: [],
      },
      rows: rows(),
      frame: [{ stratum: '1', label: 'Ort', population: 10, mailed: 10 }],
      dispositions: [{ code: '1.1', count: RESPONSES }],
      studyFile: { synthetic: true },
    })
    const alone = (task: string, to: string) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [import.meta.filename, task, freeze, join(room, to)],
        { encoding: 'utf8' },
      )
      if (status !== 0) throw new Error(stderr)
      return JSON.parse(stdout) as { seconds: number; megabytes: number }
    }
    const ours: { seconds: number; megabytes: number }[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(alone('export', 'ours.sav'))
      bare.push(alone('bare', 'bare.bin').seconds)
    }
    const seconds = median(ours.map((one) => one.seconds))
    const { size } = await stat(join(room, 'ours.sav'))
    say(`${RESPONSES} responses × ${VARIABLES} variables, median of ${ROUNDS}`)
    say(
      `  .sav     ${seconds.toFixed(2)} s (goal ${GOAL_SECONDS} s), ${(size / 1e6).toFixed(1)} MB on disk`,
    )
    say(`  memory   ${Math.max(...ours.map((one) => one.megabytes)).toFixed(0)} MB at most`)
    say(
      `  bare     ${median(bare).toFixed(2)} s: ${(seconds / median(bare)).toFixed(2)} times that`,
    )
    await writeFile(join(room, 'haven.R'), HAVEN)
    const r = spawnSync(
      'Rscript',
      [join(room, 'haven.R'), join(freeze, 'responses.csv'), join(room, 'haven.sav')],
      { encoding: 'utf8' },
    )
    if (r.status === 0)
      say(
        `  haven    ${Number(r.stdout).toFixed(2)} s for writing alone: ${(seconds / Number(r.stdout)).toFixed(2)} times that`,
      )
    else say('  haven    not here')
    process.exitCode = seconds <= GOAL_SECONDS ? 0 : 1
  } finally {
    await rm(room, { recursive: true })
  }
}

const [, , task, freeze = '', to = ''] = process.argv
if (task === 'export') await exportOnce(freeze, to)
else if (task === 'bare') await bareOnce(freeze, to)
else await compare()
