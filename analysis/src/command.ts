import { Problem } from '@echolot/problem'
import { Command, CommanderError } from 'commander'
import { analyse } from './analyse.ts'
import { faultLines } from './plan/read-plan.ts'
import type { PlanFault } from './problems.ts'

const FOUND_PROBLEMS = 1
const WRONG_USE = 2

type Options = {
  readonly data: string
  readonly plan: string
  readonly out: string
  readonly unprotected?: true
  readonly json?: true
  readonly releasedBy?: string
  readonly releasedOn?: string
}

const program = new Command('echolot-analysis')
  .description('carries out an analysis plan: freeze or CSV in; results, account and report out')
  .exitOverride()
  .configureOutput({ writeOut: (text) => process.stderr.write(text) })

program
  .command('analyse')
  .description('writes results.json, disclosure.json, report.html and report.pdf')
  .requiredOption('--data <path>', 'a freeze (folder) or a CSV file with a header line')
  .requiredOption('--plan <file>', 'the analysis plan, JSON')
  .requiredOption('--out <folder>', 'where the files go; made if it is not there')
  .option(
    '--unprotected',
    'results.json at full precision, without disclosure control: for method checks on public data',
  )
  .option('--released-by <names>', 'who agreed to the release; without it every page says draft')
  .option('--released-on <day>', 'the day of the release, e.g. 2027-06-30; goes with --released-by')
  .option('--json', 'prints results.json to stdout')
  .action(async (options: Options) => {
    const { releasedBy: by, releasedOn: on } = options
    const { results, files, withheld, warnings } = await analyse({
      ...options,
      ...(by !== undefined || on !== undefined ? { release: { by: by ?? '', on: on ?? '' } } : {}),
      protection: options.unprotected ? 'off' : 'on',
    })
    for (const warning of warnings) say(`warning  ${warning}`)
    say(
      `${results.analyses.length} analyses of ${results.data.n} responses, ${withheld} numbers withheld from readers`,
    )
    say(`${options.out}: ${files.join(', ')}`)
    if (options.json) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`)
  })

const say = (text: string) => process.stderr.write(`${text}\n`)

const tellProblem = (problem: Problem) => {
  say(`${problem.title} (${problem.type})`)
  const { faults, reason, remedy, file, diagnostics } = problem.details
  if (Array.isArray(faults) && faults[0]?.remedy) say(faultLines(faults as readonly PlanFault[]))
  else if (faults ?? diagnostics) say(JSON.stringify(faults ?? diagnostics, undefined, 2))
  if (reason) say(`${file === undefined ? '' : `${String(file)}: `}${String(reason)}`)
  if (remedy) say(`  → ${String(remedy)}`)
}

try {
  await program.parseAsync()
} catch (fault) {
  if (fault instanceof CommanderError) process.exitCode = fault.exitCode === 0 ? 0 : WRONG_USE
  else if (fault instanceof Problem) {
    tellProblem(fault)
    process.exitCode = FOUND_PROBLEMS
  } else throw fault
}
