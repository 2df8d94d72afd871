import type { Instrument } from '@echolot/instrument'
import { checkSurvey, pathCoverage, simulator, type Walk } from '@echolot/routing'
import { Command } from 'commander'
import * as z from 'zod'
import { readInstrument, type Unreadable } from './read-instrument.ts'

const program = new Command('echolot instrument')
  .description('check questionnaires and let made-up respondents answer them')
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
  .option('--json', 'print one JSON document')
  .action((files: readonly string[], { json }: { json?: boolean }) => {
    const reports = files.map((file) => {
      const read = readInstrument(file)
      if (!isUnreadable(read)) return { file, problems: checkSurvey(read) }
      const { message, remedy } = read
      return {
        file,
        problems: [{ path: '', severity: 'error', rule: 'unreadable', message, remedy }],
      }
    })
    for (const { file, problems } of reports) {
      say(`${file}: ${problems.length === 0 ? 'no problems' : `${problems.length} to look at`}`)
      for (const { path, severity, rule, message, remedy } of problems)
        say(`  ${severity} ${path || '/'} [${rule}] ${message} ${remedy}`)
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

await program.parseAsync()
