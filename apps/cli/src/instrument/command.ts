import { FORMATS } from '@echolot/exchange/formats'
import type { Instrument } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import { checkSurvey, pathCoverage, simulator, type Walk } from '@echolot/routing'
import { logicProblems } from '@echolot/routing/logic'
import { Command } from 'commander'
import * as z from 'zod'
import { convert } from './convert.ts'
import { readInstrument, type Unreadable } from './read-instrument.ts'
import { roundTrips } from './roundtrip.ts'
import { wordingLines, wordingReport } from './wording-report.ts'

const endings = (able: (format: (typeof FORMATS)[number]) => boolean) =>
  FORMATS.filter(able)
    .map(({ name, endings: own }) => `${name} (${own.join(' ')})`)
    .join(', ')
const KNOWN_SOURCES = endings(({ read }) => read !== undefined)
const KNOWN_TARGETS = `${endings(({ write }) => write !== undefined)}, paper (.pdf)`

const program = new Command('echolot instrument')
  .description('check, convert and try questionnaires')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

const say = (text: string) => process.stderr.write(`${text}\n`)
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const isUnreadable = (read: Instrument | Unreadable): read is Unreadable => 'remedy' in read

program
  .command('check')
  .description(
    'list problems with path, severity, rule and remedy; exit 1 if one of them is an error',
  )
  .argument('<files...>')
  .option(
    '--wording',
    'also hints on the wording, readability and minutes; they never fail the check',
  )
  .option('--json', 'print one JSON document')
  .action((files: readonly string[], { json, wording }: { json?: boolean; wording?: boolean }) => {
    const reports = files.map((file) => {
      const read = readInstrument(file)
      if (!isUnreadable(read))
        return {
          file,
          problems: [...checkSurvey(read), ...logicProblems(read)],
          wording: wording ? wordingReport(read) : undefined,
        }
      const { message, remedy } = read
      return {
        file,
        problems: [{ path: '', severity: 'error', rule: 'unreadable', message, remedy }],
        wording: undefined,
      }
    })
    for (const { file, problems, wording: words } of reports) {
      say(`${file}: ${problems.length === 0 ? 'no problems' : `${problems.length} to look at`}`)
      for (const { path, severity, rule, message, remedy } of problems)
        say(`  ${severity} ${path || '/'} [${rule}] ${message} ${remedy}`)
      if (words !== undefined) for (const line of wordingLines(words)) say(line)
    }
    if (json) print({ files: reports })
    const refused = reports.some(({ problems }) => problems.some((one) => one.severity === 'error'))
    process.exitCode = refused ? 1 : 0
  })

const wholeNumber = (text: string) => z.coerce.number().int().min(0).max(10_000_000).parse(text)

program
  .command('simulate')
  .description('made-up respondents as NDJSON on stdout, path coverage on stderr')
  .argument('<file>')
  .option('-n, --n <count>', 'how many respondents', wholeNumber, 100)
  .option('--seed <seed>', 'the same seed gives the same respondents', wholeNumber, 1)
  .option('--break-off <share>', 'share of respondents who stop on some page', Number, 0)
  .option('--json', 'print the coverage as one JSON document, without the respondents')
  .action(
    (
      file: string,
      { n, seed, breakOff, json }: { n: number; seed: number; breakOff: number; json?: boolean },
    ) => {
      const read = readInstrument(file)
      if (isUnreadable(read)) {
        say(`${file}: ${read.message} ${read.remedy}`)
        process.exitCode = 1
        return
      }
      const one = simulator(read, { seed, breakOff })
      const walks: Walk[] = []
      for (let index = 0; index < n; index++) {
        const walk = one(index)
        walks.push(walk)
        if (!json) process.stdout.write(`${JSON.stringify(walk)}\n`)
      }
      const coverage = pathCoverage(read, walks)
      if (json) print(coverage)
      say(
        `${coverage.walks} respondents, ${coverage.paths} different paths, ${(100 * coverage.share).toFixed(1)} % of pages, items and choices touched`,
      )
      for (const name of coverage.untouched) say(`  never touched: ${name}`)
    },
  )

program
  .command('convert')
  .description(
    'turn a questionnaire into another format, by file ending; exit 0 when OUT was written, 1 when IN could not be read, 2 when nobody knows the ending',
  )
  .argument('<in>', KNOWN_SOURCES)
  .argument('<out>', KNOWN_TARGETS)
  .option(
    '--as <format>',
    `write OUT as: ${[...FORMATS.flatMap(({ id, write }) => (write ? [id] : [])), 'pdf'].join(', ')}`,
  )
  .option('--language <tag>', 'language of formats that hold one; the source language without it')
  .option('--json', 'print what became of everything as one JSON document')
  .action(
    async (
      from: string,
      out: string,
      { as, language, json }: { as?: string; language?: string; json?: boolean },
    ) => {
      try {
        const conversion = await convert(from, out, {
          as,
          ...(language === undefined ? {} : { language }),
        })
        const { kept, approximated, dropped } = conversion.counts
        say(`${from} → ${out}: ${kept} kept, ${approximated} approximated, ${dropped} dropped`)
        for (const { fate, path, what, reason } of conversion.losses)
          if (fate !== 'kept') say(`  ${fate} ${path}: ${what}. ${reason ?? ''}`)
        if (json) print(conversion)
      } catch (error) {
        process.exitCode = refused(error, from, json)
      }
    },
  )

/** Says why nothing was written: 2 for an ending nobody knows, 1 for a file that cannot be read. */
const refused = (error: unknown, file: string, json: boolean | undefined): 1 | 2 => {
  if (error instanceof Problem) {
    const details = Object.entries(error.details).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    )
    say(`${file}: ${error.title} ${details.join('; ')}`)
    if (json) print(error)
    return error.type === 'format-unknown' ? 2 : 1
  }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  say(`${file}: ${message}`)
  if (json) print({ type: '/problems/file-unreadable', title: message, status: 422 })
  return 1
}

program
  .command('roundtrip')
  .description(
    'read definitions into the designer’s model, edit and undo, write them back; exit 1 if one comes back otherwise',
  )
  .argument('<files...>', 'SurveyJS JSON, instruments, or .ndjson with {id, survey} lines')
  .option('--json', 'print one JSON document')
  .action((files: readonly string[], { json }: { json?: boolean }) => {
    const trips = files.flatMap((file) => {
      try {
        return roundTrips(file)
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException
        if (code === undefined) throw error
        return [{ file, unreadable: message }]
      }
    })
    const counts = {
      definitions: trips.length,
      equal: trips.filter(({ equal }) => equal === true).length,
      lost: trips.filter(({ equal }) => equal === false).length,
      unreadable: trips.filter(({ unreadable }) => unreadable !== undefined).length,
      withJsonErrors: trips.filter(({ library }) => (library?.jsonErrors.length ?? 0) > 0).length,
      changedByLibrary: trips.filter(({ library }) => (library?.lost.length ?? 0) > 0).length,
    }
    for (const { file, id, equal, lost, unreadable } of trips) {
      const name = id === undefined ? file : `${file} ${id}`
      if (unreadable !== undefined) say(`${name}: ${unreadable}`)
      else if (equal === false) say(`${name}: lost ${lost?.join(' ')}`)
    }
    say(
      `${counts.equal} of ${counts.definitions} came back equal. survey-core itself complains about ${counts.withJsonErrors} of them and would write ${counts.changedByLibrary} otherwise than they were.`,
    )
    if (json) print({ counts, files: trips })
    process.exitCode = counts.equal === counts.definitions ? 0 : 1
  })

await program.parseAsync()
