import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { digestOfFile } from '@echolot/freeze'
import type { Instrument } from '@echolot/instrument'
import { Problem } from '@echolot/problem'
import Papa from 'papaparse'
import { codebookPdf } from '../codebook/codebook-pdf.ts'
import type { PaperLanguage } from '../codebook/codebook-words.ts'
import { describedCodebook } from '../codebook/described-codebook.ts'
import { type CsvOptions, writeCsv } from '../csv/write-csv.ts'
import { writeDdi } from '../ddi/write-ddi.ts'
import type { Loss } from '../loss.ts'
import { printQuestionnaire } from '../paper/print-questionnaire.ts'
import { depositExists } from '../problems.ts'
import { because } from '../reasons/because.ts'
import { type EquivalenceClasses, equivalenceClassesOf } from '../release/equivalence-classes.ts'
import { fieldworkOf } from '../release/fieldwork-of.ts'
import type { Release } from '../release/release-of.ts'
import { writeWhole } from '../release/whole-file.ts'
import { writeSav } from '../sav/write-sav.ts'
import { type Approvals, recordOf, refuseUnapproved } from './approvals.ts'
import { methodReportPdf } from './method-report.ts'
import { readmeOf } from './readme-of.ts'

export type DepositOptions = {
  readonly csv?: CsvOptions
  /** Exceptions that somebody agreed to; they are recorded in `approvals.json` and in the README. */
  readonly approvals?: Approvals
  /** Prints one version of the questionnaire in one language; by default the printer of this room. */
  readonly print?: (instrument: Instrument, language: string) => Promise<Uint8Array>
  /** Told of each step before it begins, and of the responses done within it. */
  readonly say?: (step: string) => void
  readonly tick?: (done: number, total: number) => void
}

export type DepositReport = {
  readonly files: readonly string[]
  readonly losses: readonly Loss[]
  readonly k: number
  readonly below5: number
}

/**
 * Writes what an archive takes: data as SPSS file and CSV, codebook, DDI, questionnaires, method report, README and
 * checksums. The folder appears whole or not at all; an empty one may be there already.
 * @throws depositExists if there is anything in the folder; depositUnapproved if fewer than ten responses are alike in what
 *   others may know, or free text is in it, without an approval.
 */
export const writeDeposit = async (
  folder: string,
  release: Release,
  options: DepositOptions = {},
): Promise<DepositReport> => {
  const target = resolve(folder)
  await refuseFull(target, folder)
  const classes = await equivalenceClassesOf(release)
  refuseUnapproved(release, classes, options.approvals ?? {})
  await mkdir(dirname(target), { recursive: true })
  const unfinished = await mkdtemp(`${target}.unfinished-`)
  try {
    const report = await writeFiles(unfinished, { release, classes }, options)
    await refuseFull(target, folder)
    await rmdir(target).catch(() => undefined)
    await rename(unfinished, target)
    return report
  } catch (fault) {
    await rm(unfinished, { recursive: true, force: true })
    throw fault
  }
}

const refuseFull = async (target: string, folder: string) => {
  const found = await readdir(target).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    if (fault.code === 'ENOTDIR') throw depositExists({ folder })
    throw fault
  })
  if (found.length > 0) throw depositExists({ folder })
}

const writeFiles = async (
  folder: string,
  { release, classes }: { readonly release: Release; readonly classes: EquivalenceClasses },
  {
    csv = {},
    approvals = {},
    print = printed(release),
    say = () => undefined,
    tick,
  }: DepositOptions,
): Promise<DepositReport> => {
  const { manifest, instruments } = release.freeze
  const stem = `${manifest.study}-${manifest.wave}${manifest.synthetic ? '-synthetic' : ''}`
  const add = (name: string, content: Uint8Array | string) =>
    writeFile(`${folder}/${name}`, content)

  const described = async (name: string, format: string) => ({
    name,
    format,
    sha256: (await digestOfFile(`${folder}/${name}`)).sha256,
  })

  say('SPSS')
  const { losses } = await writeSav(`${folder}/${stem}.sav`, release, tick)
  say('CSV')
  await writeCsv(`${folder}/${stem}.csv`, release, csv, tick)
  await writeMissingReasons(`${folder}/missing-reasons.csv`, release)
  say('DDI, codebook, method report')
  await writeDdi(`${folder}/ddi.xml`, release, {
    files: [
      await described(`${stem}.sav`, 'SPSS system file'),
      await described(`${stem}.csv`, 'CSV'),
    ],
  })
  await add('codebook.json', `${JSON.stringify(describedCodebook(release), undefined, 2)}\n`)
  const approved = recordOf(release, classes, approvals)
  if (Object.keys(approved).length > 0)
    await add('approvals.json', `${JSON.stringify(approved, undefined, 2)}\n`)
  const facts = { fieldwork: await fieldworkOf(release), classes }
  for (const { language, suffix } of paperLanguages(release)) {
    await add(`codebook${suffix}.pdf`, await codebookPdf(release, language))
    await add(`method-report${suffix}.pdf`, await methodReportPdf(release, facts, language))
  }
  await mkdir(`${folder}/questionnaires`)
  const unprinted: Loss[] = []
  for (const instrument of instruments) {
    const name = `questionnaires/${fileNameOf(instrument)}`
    await add(`${name}.json`, `${JSON.stringify(archivedOf(instrument), undefined, 2)}\n`)
    for (const language of askedIn(instrument)) {
      say(`${instrument.instrument} ${instrument.version}, ${language}`)
      const pdf = await print(instrument, language).catch(unprintable)
      if (pdf instanceof Uint8Array) await add(`${name}.${language}.pdf`, pdf)
      else
        unprinted.push({
          fate: 'dropped',
          path: `${instrument.instrument}@${instrument.version}`,
          what: `questionnaire on paper in ${language}`,
          reason: because('typeface-lacks-script'),
        })
    }
  }
  const before = await filesOf(folder)
  await add('README.txt', readmeOf(release, { files: before, classes, approved }))
  say('SHA-256')
  const files = await filesOf(folder)
  await add('SHA256SUMS', await checksumsOf(folder, files))
  return {
    files: [...files, 'SHA256SUMS'],
    losses: [...losses, ...unprinted],
    k: classes.k,
    below5: classes.below5,
  }
}

const printed =
  ({ freeze }: Release) =>
  async (instrument: Instrument, language: string) =>
    printQuestionnaire(instrument, { language, createdOn: new Date(freeze.manifest.madeOn) })

/** Names from a cut that others made lead nowhere else. */
const fileNameOf = ({ instrument, version }: Instrument): string =>
  `${instrument}-${version}`.replaceAll(/[^\w.-]/g, '_')

/** A questionnaire without the notes of its makers: who translated or reviewed what, and how it was tried out. */
const archivedOf = ({
  translations: _,
  acceptedWording: __,
  personas: ___,
  assertions: ____,
  ...archived
}: Instrument): Instrument => archived

/** The languages that respondents were asked in; the source language of a questionnaire that was never live. */
const askedIn = ({ languages }: Instrument): readonly string[] => {
  const live = languages.filter((language) => language.live)
  return (live.length > 0 ? live : languages.slice(0, 1)).map(({ tag }) => tag)
}

/** What the printer says of a questionnaire that it cannot print; any other fault goes on. */
const unprintable = (fault: unknown): Problem => {
  if (fault instanceof Problem && fault.status === 422) return fault
  throw fault
}

/** The labels' own language first; the other one of German and English if the codebook has labels in it. */
const paperLanguages = ({
  language,
  freeze,
}: Release): readonly { readonly language: PaperLanguage; readonly suffix: string }[] => {
  const own: PaperLanguage = language.startsWith('de') ? 'de' : 'en'
  const other = own === 'de' ? 'en' : 'de'
  return [
    { language: own, suffix: '' },
    ...(freeze.codebook.languages.includes(other)
      ? [{ language: other, suffix: `.${other}` } as const]
      : []),
  ]
}

const GATHERED = 10_000

/** Why cells are −99, for the variables that go out. */
const writeMissingReasons = (path: string, release: Release) =>
  writeWhole(path, async (file) => {
    const released = new Set(release.variables.map(({ name }) => name))
    let lines: string[][] = [['case', 'variable', 'reason']]
    const flush = async () => {
      if (lines.length > 0) await file.writeFile(`${Papa.unparse(lines, { newline: '\r\n' })}\r\n`)
      lines = []
    }
    for await (const row of release.freeze.rows()) {
      for (const [name, reason] of Object.entries(row.missingReasons))
        if (released.has(name)) lines.push([row.case, name, reason])
      if (lines.length >= GATHERED) await flush()
    }
    await flush()
  })

/** Every file by path, in code-unit order. */
const filesOf = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort()
}

/** As `sha256sum -c` reads it. */
const checksumsOf = async (folder: string, files: readonly string[]): Promise<string> => {
  const lines: string[] = []
  for (const file of files)
    lines.push(`${(await digestOfFile(`${folder}/${file}`)).sha256}  ${file}\n`)
  return lines.join('')
}
