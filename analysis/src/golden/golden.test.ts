import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import {
  agrees,
  describeGolden,
  GOLDEN_FOLDER,
  leavesOf,
  readGolden,
} from '../statistics/golden.testing.ts'
import { modelsPlans } from './models.testing.ts'
import { psychometricsPlans } from './psychometrics.testing.ts'
import { univariatePlans } from './univariate.testing.ts'

/** Parts of the reference files that no plan is to find. */
const NOT_OURS: readonly (readonly [name: RegExp, reason: string])[] = [
  [/\.(semTools_|effectsize_pkg|psych_omega|vcd\.|psych\.|lavaan_)/, 'the same by another package'],
  [/psych_minres_max_abs_difference|psych_fit\.note/, 'about psych, not about the data'],
  [/^14-categorical\.hair_eye\.fisher_note/, 'says that R did not compute it'],
  [/^12-nonparametric\.small_exact_no_ties\./, 'brings its data; see nonparametric.test.ts'],
  [/^(28-suppression-audit|29-distributions)\./, 'no method; disclosure and numerics check it'],
  [/^20-multiple-testing\.(bh1995|with_na|sidak|holm_sidak)/, 'bear the name of the case'],
]

/** Where a file says that its own number is less exact than its tolerance, or ours is more. */
const WIDER: readonly (readonly [name: RegExp, rel: number, abs?: number])[] = [
  [/NumAcc[34]\.(sd|autocorr1)/, 1e-8],
  [/^02.*SmLs0[456]/, 1e-8],
  [/^02.*SmLs0[789]/, 1e-2],
  [/(cohen_d|hedges_g|dz|gz)_ci95/, 1e-7],
  [/^12.*(hodges_lehmann|ci95|pseudomedian)/, 0, 1e-3],
  [/\.(tukey|games_howell|eta2_ci90_noncentralF)/, 0, 1e-6],
  [/fisher_(conditional_or|or_ci95)/, 1e-2],
  [/rho_two_step|polychoric.*\.se$/, 0, 1e-5],
  [/or_profile_ci95/, 1e-3],
  [/^19.*\.se_/, 1e-4],
  // lavaan stops a millionth before the maximum
  [/^08.*(loadings|residual_variances|observed_variance)/, 1e-5],
]

/** A table that stands in a plan has no names of rows and columns: only its numbers can be found again. */
const comparable = (value: unknown, ours: unknown): unknown =>
  isTable(value) && isTable(ours) && !('rows' in ours) ? { values: value.values } : value
const isTable = (value: unknown): value is { readonly values: unknown } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'values')

describeGolden('every reference file, by analyse --unprotected', () => {
  const found = new Map<string, unknown>()
  const out = mkdtempSync(join(tmpdir(), 'golden-'))
  afterAll(() => rmSync(out, { recursive: true }))
  beforeAll(async () => {
    // The plans that somebody would write who knows the reference files and methods.md only.
    const plans = [univariatePlans, psychometricsPlans, modelsPlans].flatMap((of) => of(readGolden))
    writeFileSync(join(out, 'none.csv'), 'x\n1\n2\n')
    for (const { file, block, data, lines, called } of plans) {
      const plan = join(out, 'plan.json')
      writeFileSync(
        plan,
        JSON.stringify({
          plan: file,
          analyses: lines.map((line, i) => ({ id: `line${i}`, ...line })),
        }),
      )
      const csv = data === undefined ? join(out, 'none.csv') : `${GOLDEN_FOLDER}/data/${data}.csv`
      await analyse({ data: csv, plan, out, protection: 'off' })
      const { analyses } = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8'))
      for (const { estimates } of analyses)
        for (const [name, value] of Object.entries(estimates)) {
          const key = [file, block, called?.[name] ?? name].filter(Boolean).join('.')
          if (!found.has(key)) found.set(key, value)
        }
    }
  }, 300_000)

  const files = readdirSync(GOLDEN_FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''))
  it.each(files)('%s', (file) => {
    const { expected, tolerance } = readGolden(file)
    const missing: string[] = []
    const wrong: object[] = []
    for (const [name, value] of leavesOf(expected, file)) {
      if (NOT_OURS.some(([other]) => other.test(name))) continue
      const wider = WIDER.find(([other]) => other.test(name))
      const [, rel = tolerance.rel ?? 0, abs = wider ? 0 : (tolerance.abs ?? 1e-12)] = wider ?? []
      if (
        found.has(name)
          ? !agrees(found.get(name), comparable(value, found.get(name)), { rel, abs })
          : value !== null
      )
        (found.has(name) ? wrong : missing).push({ name, found: found.get(name), value } as never)
    }
    expect({ missing, wrong }).toEqual({ missing: [], wrong: [] })
  })
})
