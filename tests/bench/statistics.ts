import { spawnSync } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

/**
 * How long the numbers of a large survey take: 60 items of five answers, 1 % missing, in three groups. Read the CSV;
 * mean, sd, skewness, kurtosis and median of each item; alpha of six scales; correlations of all pairs; a table of each
 * item by group; Welch's t of six scale scores. Our plan gives all that stands under these methods (ranks, intervals,
 * partial correlations) with it. Beside it, in the same run and on the same file, R as people write it, if it is on the
 * machine; both must find the same numbers.
 *
 * `node tests/bench/statistics.ts [respondents …]`; 1,000 to 1,000,000 unless given.
 */
const ROOT = join(import.meta.dirname, '../..')
const SIZES = [1000, 10_000, 100_000, 1_000_000]
/** R is asked up to here: it would need 30 GB for ten millions. */
const MOST_FOR_R = 1_000_000
const GOALS = new Map([
  [10_000, 0.05],
  [100_000, 0.35],
  [1_000_000, 1.5],
])
const MOST_MEGABYTES = 300

const ITEMS = Array.from({ length: 60 }, (_, i) => `i${i + 1}`)
const SCALES = Array.from({ length: 6 }, (_, k) => ({
  name: `S${k + 1}`,
  items: ITEMS.slice(10 * k, 10 * k + 10),
  min: 1,
  max: 5,
  minValid: 5,
}))
const PLAN = {
  plan: 'job',
  scales: SCALES,
  analyses: [
    { id: 'items', method: 'descriptives', variables: ITEMS },
    ...SCALES.map(({ name }) => ({ id: `alpha.${name}`, method: 'alpha', scale: name })),
    { id: 'r', method: 'correlation', kind: 'matrix', variables: ITEMS },
    ...ITEMS.map((rows) => ({ id: `by.${rows}`, method: 'crosstab', rows, columns: 'group' })),
    ...SCALES.map(({ name }) => ({
      id: `t.${name}`,
      method: 'welch-t',
      variable: name,
      by: 'group',
      groups: [1, 2],
    })),
  ],
}

/** Synthetic answers, the same in each run: a trait a scale, a little higher from group to group. */
const writeAnswers = async (path: string, respondents: number) => {
  const out = createWriteStream(path)
  let state = 12_345
  const chance = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const spread = () => chance() + chance() + chance() - 1.5
  let lines = `group,${ITEMS.join(',')}\n`
  for (let row = 0; row < respondents; row++) {
    const group = 1 + Math.floor(3 * chance())
    lines += group
    for (let k = 0; k < 6; k++) {
      const trait = 1.4 * spread() + 0.1 * k * (group - 2)
      for (let i = 0; i < 10; i++)
        lines +=
          chance() < 0.01
            ? ','
            : `,${Math.min(5, Math.max(1, Math.round(3 + trait + 1.6 * spread())))}`
    }
    lines += '\n'
    if (lines.length > 1 << 20) {
      if (!out.write(lines)) await new Promise((done) => out.once('drain', done))
      lines = ''
    }
  }
  await new Promise((done) => out.end(lines, () => done(undefined)))
}

const R = `suppressPackageStartupMessages(library(data.table))
args <- commandArgs(TRUE); rounds <- as.integer(args[2])
shape <- function(x) { x <- x[!is.na(x)]; m <- mean(x); s <- sd(x)
  c(m, s, mean((x - m)^3) / s^3, mean((x - m)^4) / s^4 - 3, median(x)) }
alpha <- function(d) { d <- d[complete.cases(d), ]; k <- ncol(d)
  k / (k - 1) * (1 - sum(apply(d, 2, var)) / var(rowSums(d))) }
job <- function() {
  d <- fread(args[1], showProgress = FALSE)
  items <- as.matrix(d[, -1])
  shapes <- apply(items, 2, shape)
  scales <- lapply(0:5, function(k) items[, k * 10 + 1:10])
  alphas <- sapply(scales, alpha)
  r <- cor(items, use = "pairwise.complete.obs")
  tables <- lapply(1:60, function(i) table(items[, i], d$group))
  tests <- sapply(scales, function(s) { score <- rowMeans(s, na.rm = TRUE); score[rowSums(!is.na(s)) < 5] <- NA
    unname(t.test(score[d$group == 1], score[d$group == 2])$statistic) })
  c(sum(shapes[1, ]), sum(shapes[2, ]), sum(shapes[3, ]), sum(shapes[4, ]), sum(shapes[5, ]), alphas, sum(r), tables[[60]][1, 1], tests)
}
seconds <- numeric(0)
for (i in seq_len(rounds)) { gc(FALSE); seconds <- c(seconds, system.time(found <- job())[["elapsed"]]) }
peak <- as.numeric(sub("\\\\D*(\\\\d+).*", "\\\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
cat(sprintf('{"seconds":[%s],"megabytes":%f,"found":[%s]}', paste(seconds, collapse = ","), peak, paste(sprintf("%.15g", found), collapse = ",")))`

type Timed = {
  readonly seconds: readonly number[]
  /** Seconds of processors, which other work on the machine changes little. */
  readonly processor: readonly number[]
  readonly megabytes: number
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number

const printed = <Value>(command: string, args: readonly string[]): Value | undefined => {
  const { stdout, stderr, status, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    maxBuffer: 1 << 26,
  })
  if (error !== undefined) return undefined
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Value
}

type Analyses = readonly { readonly id: string; readonly estimates: Record<string, never> }[]

/** The same numbers as R prints, from results.json. */
const foundBy = ({ analyses }: { readonly analyses: Analyses }): readonly number[] => {
  const at = (id: string) => analyses.find((one) => one.id === id)?.estimates ?? {}
  const items = at('items')
  const sum = (name: string) =>
    ITEMS.reduce((total, item) => total + Number(items[`${item}.${name}`]), 0)
  const r = at('r').r as unknown as { readonly values: readonly (readonly number[])[] }
  const table = at('by.i60').table as unknown as { readonly values: readonly number[][] }
  return [
    ...['mean', 'sd', 'skew_type3', 'kurtosis_type3', 'median'].map(sum),
    ...SCALES.map(({ name }) => Number(at(`alpha.${name}`).alpha)),
    r.values.flat().reduce((total, value) => total + value, 0),
    table.values[0]?.[0] as number,
    ...SCALES.map(({ name }) => Number(at(`t.${name}`)['welch.t'])),
  ]
}

const furthest = (ours: readonly number[], theirs: readonly number[]) =>
  Math.max(...ours.map((value, i) => Math.abs(value / (theirs[i] as number) - 1)))

/** Seconds of the whole command from a cold start, the files it writes included. */
const wholeCommand = (data: string, plan: string, out: string): number => {
  const before = performance.now()
  const args = ['analyse', '--data', data, '--plan', plan, '--out', out, '--unprotected']
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'apps/cli/src/main.ts'), ...args],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  if (status !== 0) throw new Error(stderr)
  return (performance.now() - before) / 1000
}

const say = (text: string) => process.stdout.write(`${text}\n`)
const column = (text: string, width = 12) => text.padStart(width)

const compare = async (sizes: readonly number[]) => {
  const room = await mkdtemp(join(tmpdir(), 'statistics-bench-'))
  const [plan, script] = [join(room, 'plan.json'), join(room, 'job.R')]
  let kept = true
  try {
    await writeFile(plan, JSON.stringify(PLAN))
    await writeFile(script, R)
    say(
      [
        'respondents',
        'job s',
        'processor s',
        'peak MB',
        'command s',
        'R s',
        'R MB',
        'R / ours',
        'furthest apart',
      ]
        .map((text) => column(text, 14))
        .join(''),
    )
    let before: { readonly n: number; readonly seconds: number } | undefined
    for (const n of sizes) {
      const data = join(room, `${n}.csv`)
      await writeAnswers(data, n)
      const rounds = n > 1_000_000 ? 1 : n === 1_000_000 ? 3 : 7
      const command = wholeCommand(data, plan, join(room, 'out'))
      const ours = printed<Timed>(process.execPath, [
        join(ROOT, 'analysis/src/job.testing.ts'),
        data,
        plan,
        String(rounds),
      ]) as Timed
      const r =
        n <= MOST_FOR_R
          ? printed<Omit<Timed, 'processor'> & { readonly found: readonly number[] }>('Rscript', [
              script,
              data,
              String(Math.min(rounds, n === 1_000_000 ? 1 : 5)),
            ])
          : undefined
      const seconds = median(ours.seconds)
      const results = JSON.parse(await readFile(join(room, 'out/results.json'), 'utf8'))
      const apart = r && furthest(foundBy(results), r.found)
      say(
        [
          n.toLocaleString('en'),
          seconds.toFixed(3),
          median(ours.processor).toFixed(3),
          ours.megabytes.toFixed(0),
          command.toFixed(2),
          r ? median(r.seconds).toFixed(3) : '–',
          r ? r.megabytes.toFixed(0) : '–',
          r ? (median(r.seconds) / seconds).toFixed(1) : '–',
          apart === undefined ? '–' : apart.toExponential(1),
        ]
          .map((text) => column(text, 14))
          .join(''),
      )
      if (apart !== undefined && !(apart < 1e-9)) kept = false
      const goal = GOALS.get(n)
      if (goal !== undefined && seconds > goal) {
        kept = false
        say(`  the goal is ${goal} s`)
      }
      if (n === 1_000_000 && ours.megabytes > MOST_MEGABYTES) {
        kept = false
        say(`  the goal is ${MOST_MEGABYTES} MB`)
      }
      if (before !== undefined)
        say(
          `  ${(n / before.n).toFixed(0)} times the respondents, ${(seconds / before.seconds).toFixed(1)} times as long`,
        )
      before = { n, seconds }
      await rm(data)
    }
    if (printed('Rscript', ['-e', 'cat(1)']) === undefined)
      say('R is not on this machine (Debian: r-base-core r-cran-data.table): nothing to compare.')
    process.exitCode = kept ? 0 : 1
  } finally {
    await rm(room, { recursive: true })
  }
}

const asked = process.argv.slice(2).map(Number)
await compare(asked.length > 0 ? asked : SIZES)
