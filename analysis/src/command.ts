import { Problem } from '@echolot/problem'
import { Command, CommanderError, Option } from 'commander'
import { analyse } from './analyse.ts'
import { methodsPage } from './analyses/methods-page.ts'
import { auditFolder } from './audit-command.ts'
import { planSchema } from './plan/plan-schema.ts'
import { faultLines } from './plan/read-plan.ts'
import { probe } from './probe.ts'
import type { PlanFault } from './problems.ts'

const FOUND_PROBLEMS = 1
const WRONG_USE = 2

type Options = {
  readonly data?: string
  readonly plan?: string
  readonly out?: string
  readonly codebook?: string
  readonly reason?: string
  readonly documents: 'all' | 'report'
  readonly empty?: true
  readonly schema?: true
  readonly methods?: true
  readonly unprotected?: true
  readonly json?: true
  readonly themes?: string
  readonly feedback?: string
  readonly register?: string
  readonly releasedBy?: string
  readonly releasedOn?: string
}

const program = new Command('echolot-analysis')
  .description('carries out an analysis plan: freeze or CSV in; results, account and report out')
  .exitOverride()
  .configureOutput({ writeOut: (text) => process.stderr.write(text) })

const analysing = program
  .enablePositionalOptions()
  .command('analyse')
  .enablePositionalOptions()
  .description('writes results.json, disclosure.json, report.html and report.pdf')
  .option('--data <path>', 'a freeze (folder) or a CSV file with a header line')
  .option('--plan <file>', 'the analysis plan, JSON')
  .option('--codebook <file>', 'codebook of a CSV file, JSON; else x.codebook.json beside x.csv')
  .option('--out <folder>', 'where the files go; made if it is not there')
  .option(
    '--unprotected',
    'results.json at full precision, without disclosure control: for method checks on public data',
  )
  .option('--themes <file>', 'themes.json of the coding room, for the page in own words')
  .option('--feedback <file>', 'feedback.json of the measures, for the page of decisions')
  .addOption(
    new Option(
      '--documents <which>',
      'report: page and paper alone; all: also summary, appendix, tables, slides and figures',
    )
      .choices(['all', 'report'])
      .default('all'),
  )
  .option('--released-by <names>', 'who agreed to the release; without it every page says draft')
  .option('--released-on <day>', 'the day of the release, e.g. 2027-06-30; goes with --released-by')
  .option('--reason <words>', 'why the plan is not as it was fixed with the freeze')
  .option(
    '--register <file>',
    'register of publications: this one is checked against all earlier ones, and added to them',
  )
  .option('--empty', 'before there are data: the pages of the plan with empty pictures, probe.html')
  .option('--json', 'prints results.json to stdout')
  .option('--schema', 'prints the JSON Schema of a plan to stdout, and does nothing else')
  .option('--methods', 'prints the page of methods to stdout, and does nothing else')
  .action(async (options: Options) => {
    if (options.schema) return print(`${JSON.stringify(planSchema(), undefined, 2)}\n`)
    if (options.methods) return print(methodsPage())
    if (options.empty) {
      if (options.plan === undefined || options.out === undefined)
        program.error("error: '--empty' needs '--plan' and '--out'")
      else
        say(`${options.out}: ${(await probe({ plan: options.plan, out: options.out })).join(', ')}`)
      return
    }
    const { releasedBy: by, releasedOn: on } = options
    const [data, plan, out] = (['data', 'plan', 'out'] as const).map((name) => {
      const value = options[name]
      if (value === undefined) program.error(`error: required option '--${name}' not specified`)
      return value
    }) as [string, string, string]
    const { results, files, withheld, warnings } = await analyse({
      data,
      plan,
      out,
      documents: options.documents,
      register: options.register,
      ...(options.reason === undefined ? {} : { reason: options.reason }),
      ...(options.codebook === undefined ? {} : { codebook: options.codebook }),
      ...(by !== undefined || on !== undefined ? { release: { by: by ?? '', on: on ?? '' } } : {}),
      ...(options.themes !== undefined && { themes: options.themes }),
      ...(options.feedback !== undefined && { feedback: options.feedback }),
      protection: options.unprotected ? 'off' : 'on',
    })
    for (const warning of warnings) say(`warning  ${warning}`)
    say(
      `${results.analyses.length} analyses of ${results.data.n} responses, ${withheld} numbers withheld from readers`,
    )
    say(`${out}: ${files.join(', ')}`)
    if (options.json) print(`${JSON.stringify(results, undefined, 2)}\n`)
  })

type AuditOptions = Pick<Options, 'data' | 'plan' | 'codebook' | 'register' | 'json'>

analysing
  .command('audit')
  .description('attacks what an analysis wrote: exits 1 when a hidden number can be found out')
  .argument('<folder>', 'with results.json and disclosure.json')
  .option(
    '--data <path>',
    'the data; with --plan: also looks for numbers printed against the rules',
  )
  .option('--plan <file>', 'the analysis plan; goes with --data')
  .option('--codebook <file>', 'codebook of a CSV file')
  .option(
    '--register <file>',
    'register of publications: checked for changed lines, and attacked together with the folder',
  )
  .option('--json', 'prints one JSON document to stdout')
  .action(async (folder: string, { json, ...options }: AuditOptions) => {
    if ((options.data === undefined) !== (options.plan === undefined))
      program.error('error: --data and --plan go together')
    const found = await auditFolder({ folder, ...options })
    say(`${found.attacked} hidden counts attacked, ${found.leaks.length} can be found out`)
    for (const { places, counts, possible, how } of found.leaks)
      say(
        `  ${places.join(', ') || counts}: ${possible.some(Number.isNaN) ? '' : `${possible[0]} to ${possible[1]}, `}${how}`,
      )
    if (json) print(`${JSON.stringify(found, undefined, 2)}\n`)
    if (found.leaks.length > 0) process.exitCode = FOUND_PROBLEMS
  })

const print = (text: string) => {
  process.stdout.write(text)
}

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
