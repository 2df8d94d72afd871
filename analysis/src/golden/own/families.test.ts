import { expect, it } from 'vitest'
import { readPlan } from '../../plan/read-plan.ts'
import { sourceOfText } from '../../prepare/read-csv.ts'
import { unprotectedAnalysis } from '../../results-file.ts'
import { runPlan } from '../../run-plan.ts'
import families from './families.json' with { type: 'json' }
import further from './further.json' with { type: 'json' }

type Expected = number | null | readonly Expected[] | { readonly values: readonly Expected[] }
type Case = {
  readonly data: number | string
  readonly line: { readonly method: string }
  readonly exp: Readonly<Record<string, Expected>>
}
const cases = [...families.cases, ...further.cases] as unknown as readonly Case[]
const texts: Readonly<Record<string, string>> = { ...families.data, ...further.data }

/** Where R’s own number stops earlier than ours. */
const COARSE: readonly (readonly [name: RegExp, rel: number])[] = [
  // uniroot and optimise of polycor, convergence of lavaan and factanal
  [/^correlation\.rho/, 1e-4],
  [/^correlation\.ml/, 5e-5],
  [/^cfa\.(parameters|invariance)/, 3e-4],
  [/^(cfa|em|efa)\./, 1e-5],
  // glm and svyglm of ours stop where R stops by default, these were told to go on
  [/^(logistic|survey-glm|survey-proportion)\./, 1e-4],
  [/\.tukey/, 1e-6],
  [/fisher_rxc_p|power/, 1e-8],
]

const numbersIn = (value: unknown): readonly unknown[] =>
  typeof value !== 'object' || value === null
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(numbersIn)
      : numbersIn((value as { readonly values: unknown }).values)

it.each(cases.map((one) => [one.line.method, one] as const))(
  '%s agrees with R',
  (method, { data, line, exp }) => {
    const { results } = runPlan(
      sourceOfText(texts[String(data)] ?? '', 'made-up'),
      readPlan(JSON.stringify({ plan: 'x', analyses: [{ id: 'x', ...line }] })),
    )
    const [result] = results
    if (result === undefined) throw new Error('the plan has no line')
    const { estimates } = unprotectedAnalysis(result)
    for (const [name, expected] of Object.entries(exp)) {
      const found = numbersIn(estimates[name])
      const [, rel = 1e-10] = COARSE.find(([pattern]) => pattern.test(`${method}.${name}`)) ?? []
      for (const [i, value] of numbersIn(expected).entries())
        if (typeof value === 'number')
          expect(
            Math.abs(Number(found[i]) - value),
            `${name}[${i}]: ${String(found[i])} instead of ${value}`,
          ).toBeLessThanOrEqual(rel * Math.abs(value) + 1e-13)
    }
  },
)
