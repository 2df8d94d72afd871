import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '@echolot/problem'
import { checkEdition, type EditionFault, editionRefused, withEdition } from '@echolot/report'
import { readEdition, readReport } from '@echolot/report/read'
import { OUTPUTS, type Output, renderedAll } from '@echolot/report/render'
import { Command, Option } from 'commander'

type Options = {
  readonly edition?: string
  readonly out: string
  readonly only?: readonly Output[]
  readonly json?: true
}

const program = new Command('echolot report')
  .description('render a report from its document')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

const say = (text: string) => process.stderr.write(`${text}\n`)

program
  .command('render')
  .description('write page, paper, summary, sheet for families, appendix, tables, slides, figures')
  .argument('<report>', 'report.<language>.json, as analyse wrote it')
  .option('--edition <file>', 'what people wrote over it; refused if it has errors')
  .requiredOption('--out <dir>', 'where the files go; made if it is not there')
  .addOption(new Option('--only <outputs...>', 'these alone').choices(OUTPUTS))
  .option('--json', 'print the names of the files as JSON')
  .action(async (file: string, options: Options) => {
    try {
      const files = await render(file, options)
      say(`${options.out}: ${files.join(', ')}`)
      if (options.json) process.stdout.write(`${JSON.stringify({ ok: true, files }, null, 2)}\n`)
    } catch (fault) {
      if (!(fault instanceof Problem)) throw fault
      tell(fault)
      if (options.json) process.stdout.write(`${JSON.stringify({ ok: false, problem: fault })}\n`)
      process.exitCode = 1
    }
  })

/** @throws reportUnreadable, editionRefused, summaryTooLong */
const render = async (file: string, { edition: path, out, only }: Options) => {
  const report = readReport(await textOf(file), file)
  const edition = path === undefined ? undefined : readEdition(await textOf(path), path)
  const faults = edition === undefined ? [] : checkEdition(report, edition)
  if (faults.some(({ severity }) => severity === 'error')) throw editionRefused({ faults })
  for (const fault of faults) say(faultLine(fault))
  const edited = edition === undefined ? report : withEdition(report, edition)
  const files = await renderedAll(edited, only)
  for (const [name, content] of files) {
    await mkdir(dirname(join(out, name)), { recursive: true })
    await writeFile(join(out, name), content)
  }
  return [...files.keys()]
}

/** A file that is not there is read as an empty one, which is no report. */
const textOf = (path: string) => readFile(path, 'utf8').catch(() => '')

const tell = (problem: Problem) => {
  const { file, reason, remedy, faults } = problem.details
  say(`${problem.title} (${problem.type})`)
  if (Array.isArray(faults)) for (const fault of faults as EditionFault[]) say(faultLine(fault))
  if (reason) say(`${String(file)}: ${String(reason)}`)
  if (remedy) say(`  → ${String(remedy)}`)
}

const faultLine = ({ severity, path, fault, what }: EditionFault) =>
  `${severity}  ${path}: ${FAULTS[fault]}${what === '' ? '' : ` (${what})`}`

const FAULTS: Readonly<Record<EditionFault['fault'], string>> = {
  'other-language': 'written for another language; render the report of that language',
  'unknown-section': 'there is no such section; take its id from the report',
  'not-editable': 'this section has no wording; leave it as it is',
  'unbound-name': 'no value has this name; take one from the values of the section',
  'loose-brace': 'a brace without its fellow; a name stands in {braces}',
  'typed-number': 'a number is typed; bind it with a {name}',
  'number-word': 'a number is spelt out; bind it with a {name} if it is a result',
  empty: 'empty; write the sentence or leave it out of the edition',
  'too-long': 'too long; at most so many letters',
  'no-reason': 'give a reason',
  'strength-alone': 'the strength changed, the sentence on sureness did not; write it anew',
}

await program.parseAsync()
