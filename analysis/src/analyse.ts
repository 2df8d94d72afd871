import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { digestOfText } from '@echolot/freeze'
import type * as z from 'zod'
import { type Crew, crewFor } from './columns/crew.ts'
import { discloseRun } from './disclosure/disclose-run.ts'
import { POLICY } from './disclosure/policy.ts'
import type { Plan } from './plan/plan.ts'
import { planHistory } from './plan/plan-history.ts'
import { readPlanFile } from './plan/read-plan-file.ts'
import { Release } from './plan/report-plan.ts'
import { readCodebook, withCodebook } from './prepare/codebook-file.ts'
import type { Step } from './prepare/prepared.ts'
import { namedIn, readSource } from './prepare/read-source.ts'
import { planRefused, protectionNeeded } from './problems.ts'
import { protectedAnalysis, type ResultsFile, unprotectedAnalysis } from './results-file.ts'
import { runPlan } from './run-plan.ts'
import { CODE_VERSION } from './version.ts'

export type AnalyseOrder = {
  /** A freeze (folder) or a CSV file. */
  readonly data: string
  readonly plan: string
  readonly out: string
  /** Codebook of a CSV file; without it `x.codebook.json` beside `x.csv`, if it is there. */
  readonly codebook?: string
  /** `report`, the default: page and paper in each language; `all` adds summary, appendix, tables, slides, figures. */
  readonly documents?: 'all' | 'report'
  /** `off` writes results at full precision: for checks of methods on public data. */
  readonly protection: 'on' | 'off'
  /** The register of publications: this run is checked against all in it, and added. */
  readonly register?: string | undefined
  /** Why the plan is not as it was fixed with the freeze. */
  readonly reason?: string
  /** `themes.json` and the feedback of measures, both made by the collection. */
  readonly themes?: string
  readonly feedback?: string
  /** Overrides the plan's own release, so that releasing a report leaves its plan untouched. */
  readonly release?: z.infer<typeof Release>
}
export type Analysed = {
  readonly results: ResultsFile
  /** Names of the files written. */
  readonly files: readonly string[]
  readonly withheld: number
  readonly warnings: readonly string[]
}

/**
 * Carries out a plan on data and writes `results.json`, `disclosure.json` and, if the plan has a report,
 * in each of its languages the document (`report.de.json`), a page and a PDF: `report.html` and `report.pdf` in the first,
 * `report.en.html` and `report.en.pdf` in the second. Without clock and network: same input, same bytes.
 */
export const analyse = async (order: AnalyseOrder): Promise<Analysed> => {
  const crew = await crewFor(order.data)
  try {
    return await analyseWith(crew, order)
  } finally {
    crew.dismiss()
  }
}

const analyseWith = async (crew: Crew, order: AnalyseOrder): Promise<Analysed> => {
  const { plan, text, digest: planDigest } = await readPlanFile(order.plan)
  const release = releaseOf(order)
  const source = withCodebook(
    await readSource(order.data, { crew, wanted: namedIn(plan) }),
    await readCodebook(order.data, order.codebook),
  )
  if (
    order.protection === 'off' &&
    source.provenance.kind === 'freeze' &&
    !source.provenance.synthetic
  )
    throw protectionNeeded({
      file: order.data,
      reason: 'these are answers of real people',
      remedy: 'leave out --unprotected',
    })
  const { prepared, results } = runPlan(source, plan, crew)
  // Unprotected numbers without a report go to no reader: there is nothing to control.
  const control =
    order.protection === 'off' && plan.report === undefined
      ? undefined
      : await discloseRun({
          plan,
          planDigest,
          prepared,
          results,
          register: order.register,
          sourceOf: async () =>
            withCodebook(
              await readSource(order.data, { crew }),
              await readCodebook(order.data, order.codebook),
            ),
        })
  const disclosed = control?.results ?? []
  const history =
    source.provenance.kind === 'freeze'
      ? planHistory({ text, digest: planDigest, plan }, source.fixedPlan, order.reason)
      : undefined
  const file: ResultsFile = {
    plan: plan.plan,
    planDigest,
    ...(history && { planHistory: history }),
    title: await titleOf(plan),
    data: { n: prepared.n, digest: prepared.provenance.digest },
    protected: order.protection === 'on',
    analyses:
      order.protection === 'on'
        ? disclosed.map((result, i) => protectedAnalysis(result, results[i]?.notEstimable))
        : results.map(unprotectedAnalysis),
  }
  const files: string[] = []
  // What was let through, so that the audit finds whatever was changed afterwards.
  const documents: Record<string, string> = {}
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(`${order.out}/${name}`), { recursive: true })
    await writeFile(`${order.out}/${name}`, content)
    files.push(name)
    if (typeof content === 'string' && name.endsWith('.json'))
      documents[name] = await digestOfText(content)
  }
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
  await write('results.json', json(file))
  if (plan.report !== undefined && control !== undefined) {
    const { account } = control
    const { provenance } = prepared
    // Who asks for numbers alone does not wait for figures, languages and paper to be loaded.
    const [{ inLanguage, OUTPUTS, renderedAll }, { makeReport }, { readInputs }] =
      await Promise.all([
        import('@echolot/report/render'),
        import('./report/make-report.ts'),
        import('./report/read-inputs.ts'),
      ])
    const inputs = await readInputs(order)
    for (const [place, language] of plan.report.languages.entries()) {
      const report = makeReport({
        plan,
        report: { ...plan.report, ...(release && { release }) },
        language,
        results: disclosed,
        account,
        inputs,
        weighted: prepared.weighted,
        synthetic: provenance.synthetic,
        origins: {
          dataDigest: provenance.digest,
          planDigest,
          codeVersion: CODE_VERSION,
          instruments: provenance.instruments,
          ...(history && { planHistory: history }),
          ...(provenance.madeOn === undefined ? {} : { dataOn: provenance.madeOn }),
        },
      })
      await write(`report.${language}.json`, json(report))
      const wanted = place === 0 && order.documents === 'all' ? OUTPUTS : PAGE_AND_PAPER
      for (const [name, content] of await renderedAll(report, wanted))
        await write(place === 0 ? name : inLanguage(name, language), content)
    }
  }
  if (control !== undefined)
    await write(
      'disclosure.json',
      json({
        plan: plan.plan,
        digest: prepared.provenance.digest,
        ...control.account,
        steps: stepsForReaders(prepared.steps),
        documents,
      }),
    )
  if (order.protection === 'on') await control?.record()
  return {
    results: file,
    files,
    withheld: control?.account.withheld.length ?? 0,
    warnings: [
      ...(history?.state === 'changed' && history.reasons.length === 0
        ? [`plan: changed after the data were cut, without a reason; give "changes" or --reason`]
        : []),
      ...results.flatMap(({ id, warnings }) => warnings.map((warning) => `${id}: ${warning}`)),
    ],
  }
}

/** The report's title in its first language, else the plan's name. */
const titleOf = async ({ report, plan }: Plan): Promise<string> => {
  if (report === undefined) return plan
  const { speechOf } = await import('./report/speech.ts')
  return speechOf(report.languages[0] ?? 'de').told(report.title)
}

const PAGE_AND_PAPER = ['html', 'pdf'] as const

/** The log of preparation; numbers of respondents only where nobody can be singled out by their difference. */
const stepsForReaders = (steps: readonly Step[]) =>
  steps.map((step) => {
    const lost = step.in - step.out
    return lost > 0 && lost < POLICY.leastCount ? { step: step.step, note: step.note } : step
  })

/** @throws planRefused unless a release names both who and the day. */
const releaseOf = ({ release }: AnalyseOrder) => {
  if (release === undefined) return undefined
  const { success, data } = Release.safeParse(release)
  if (success) return data
  throw planRefused({
    faults: [
      {
        path: 'report.release',
        message: 'A release needs names and a day.',
        remedy: 'Give --released-by "…" and --released-on 2027-06-30.',
      },
    ],
  })
}
