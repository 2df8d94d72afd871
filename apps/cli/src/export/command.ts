import { statSync } from 'node:fs'
import { extname } from 'node:path'
import { writeCsv } from '@echolot/exchange/csv'
import { writeDdi } from '@echolot/exchange/ddi'
import {
  type Approval,
  type OnRequest,
  type Release,
  releaseOf,
  writeDeposit,
} from '@echolot/exchange/deposit'
import { type LossReport, worded } from '@echolot/exchange/loss'
import { writeSav } from '@echolot/exchange/sav'
import { readFreeze } from '@echolot/freeze'
import { Problem } from '@echolot/problem'
import { Command, InvalidArgumentError, Option } from 'commander'
import { makeProgress } from '../progress.ts'

type Options = {
  readonly to: string
  readonly language?: string
  readonly with?: readonly OnRequest[]
  readonly csv: 'rfc-4180' | 'german-excel'
  readonly formulas?: 'raw' | 'guarded'
  readonly approveSmallGroups?: Approval
  readonly approveFreeText?: Approval
  readonly json?: true
}

const progress = makeProgress(process.stderr)
const say = (text: string) => process.stderr.write(`${text}\n`)

type Export = (to: string, release: Release, options: Options) => Promise<object>

const tick = (done: number, total: number) => progress.tick('responses', done, total)

const csvOf = (dialect: Options['csv'], formulas: Options['formulas']) => ({
  dialect,
  ...(formulas === undefined ? {} : { formulas }),
})

const EXPORTS: Readonly<Record<string, Export>> = {
  '.sav': (to, release) => writeSav(to, release, tick),
  '.csv': (to, release, { csv, formulas }) => writeCsv(to, release, csvOf(csv, formulas), tick),
  '.xml': async (to, release) => {
    await writeDdi(to, release)
    return { variables: release.variables.length }
  },
}

const deposit: Export = (to, release, { csv, formulas, approveSmallGroups, approveFreeText }) =>
  writeDeposit(to, release, {
    csv: csvOf(csv, formulas),
    approvals: { smallGroups: approveSmallGroups, freeText: approveFreeText },
    say: progress.say,
    tick,
  })

/** `name: reason`, both there. */
const approvalOf = (text: string): Approval => {
  const [, by, why] = /^([^:]*\S[^:]*):\s*(\S.*)$/.exec(text) ?? []
  if (by === undefined || why === undefined)
    throw new InvalidArgumentError('Give who agreed and why: "name: reason".')
  return { by: by.trim(), why: why.trim() }
}

/** The exporter for a target: by its ending, or a deposit where it is a folder or has no ending. */
const exportFor = (to: string): Export | undefined => {
  const isFolder = to.endsWith('/') || statSync(to, { throwIfNoEntry: false })?.isDirectory()
  return isFolder || extname(to) === '' ? deposit : EXPORTS[extname(to).toLowerCase()]
}

const program = new Command('echolot export')
  .description('write a freeze in the formats of statistics programs and archives')
  .argument('<freeze>', 'folder of a data cut')
  .requiredOption(
    '--to <target>',
    'FILE.sav (SPSS), FILE.csv, FILE.xml (DDI-Codebook 2.5), or a folder for an archive (all of it)',
  )
  .option('--language <tag>', 'language of the labels, e.g. en; default: the first of the codebook')
  .addOption(
    new Option('--with <class...>', 'take columns along that stay behind otherwise').choices([
      'free-text',
    ]),
  )
  .addOption(
    new Option('--csv <dialect>', 'german-excel: semicolons, decimal commas, byte order mark')
      .choices(['rfc-4180', 'german-excel'])
      .default('rfc-4180'),
  )
  .addOption(
    new Option(
      '--formulas <way>',
      'guarded: texts that a spreadsheet would run get an apostrophe; default with german-excel',
    ).choices(['raw', 'guarded']),
  )
  .option(
    '--approve-small-groups <name: reason>',
    'a deposit though fewer than ten responses are alike in what others may know; recorded in it',
    approvalOf,
  )
  .option(
    '--approve-free-text <name: reason>',
    'a deposit with free text that was read; recorded in it',
    approvalOf,
  )
  .option('--json', 'print one JSON document')
  .addHelpText(
    'after',
    `
Direct identifiers never leave. Free text stays behind unless --with free-text; somebody who is not the analyst has
read it for names before. Whatever stays behind or does not fit the format is named. The freeze itself is not changed.
A folder must be new or empty; it appears whole or not at all. It holds data, codebook, DDI, questionnaires, method
report, README and checksums. The data are pseudonymised, not anonymous: for named recipients only.
Exit 0: written; 1: not written, or not a whole freeze; 2: wrong use.`,
  )
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

const run = async (folder: string, options: Options) => {
  const { to } = options
  const write = exportFor(to)
  if (write === undefined)
    return program.error(`error: ${to}: FILE.sav, FILE.csv, FILE.xml, or a folder (end it with /)`)
  const freeze = await readFreeze(folder)
  const release = releaseOf(freeze, {
    ...(options.language === undefined ? {} : { language: options.language }),
    also: options.with ?? [],
  })
  const report = await write(to, release, options)
  const { manifest } = freeze
  progress.say(`${to}: ${manifest.rows.out} responses, ${release.variables.length} variables`)
  if (manifest.synthetic) say('  SYNTHETIC: nobody gave these answers')
  for (const { name, sensitivity } of release.withheld)
    say(`  stays behind: ${name} (${sensitivity})`)
  const losses = ((report as { readonly losses?: LossReport }).losses ?? []).map((loss) =>
    worded(loss, 'en'),
  )
  for (const { path, what, fate, target, reason } of losses)
    say(`  ${fate}: ${path}, ${what}${target === undefined ? '' : ` → ${target}`}: ${reason}`)
  return {
    ok: true,
    to,
    freeze: manifest.digest,
    synthetic: manifest.synthetic,
    language: release.language,
    withheld: release.withheld,
    ...report,
    losses,
  }
}

program.action(async (folder: string, options: Options) => {
  const print = (value: unknown) => {
    if (options.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
  }
  try {
    print(await run(folder, options))
  } catch (fault) {
    const problem = fault instanceof Problem ? fault.toJSON() : undefined
    say(`${folder}: ${problem === undefined ? String(fault) : JSON.stringify(problem)}`)
    print({ ok: false, problem: problem ?? { title: String(fault) } })
    process.exitCode = problem?.type === '/problems/language-unknown' ? 2 : 1
  }
})

await program.parseAsync()
