import { fUpper, fUpperQuantile } from '../numerics/distributions.ts'
import { notDefined } from '../problems.ts'
import { meanOf, sumOf } from './numbers.ts'

export const FORMS = ['ICC1', 'ICC2', 'ICC3', 'ICC1k', 'ICC2k', 'ICC3k'] as const
export type IntraclassForm = {
  readonly form: (typeof FORMS)[number]
  readonly value: number
  readonly f: number
  readonly df1: number
  readonly df2: number
  readonly p: number
  /** 95 % interval from F. */
  readonly low: number
  readonly high: number
}

/**
 * The six intraclass correlations: one-way (ICC1, McGraw and Wong's ICC(1)), two-way agreement (ICC2, ICC(A,1)) and
 * consistency (ICC3, ICC(C,1)), each of one rater and of the mean of all (k). `ratings` is subjects × raters,
 * without missing ones.
 *
 * @throws notDefined with fewer than three subjects or two raters, or if subjects do not differ.
 * @see Shrout & Fleiss (1979), Psychological Bulletin 86, 420–428, https://doi.org/10.1037/0033-2909.86.2.420
 * @see McGraw & Wong (1996), Psychological Methods 1, 30–46, https://doi.org/10.1037/1082-989X.1.1.30
 */
export const intraclass = (ratings: readonly (readonly number[])[]): readonly IntraclassForm[] => {
  const n = ratings.length
  const k = ratings[0]?.length ?? 0
  if (n < 3 || k < 2)
    throw notDefined({ method: 'icc', reason: 'fewer than three subjects or two raters' })
  const all = meanOf(ratings.flat())
  const subjects = ratings.map(meanOf)
  const raters = Array.from({ length: k }, (_, j) => meanOf(ratings.map((row) => row[j] as number)))
  const between = (k * sumOf(subjects.map((mean) => (mean - all) ** 2))) / (n - 1)
  const judges = (n * sumOf(raters.map((mean) => (mean - all) ** 2))) / (k - 1)
  const within =
    sumOf(ratings.flatMap((row, i) => row.map((value) => (value - (subjects[i] as number)) ** 2))) /
    (n * (k - 1))
  const error =
    sumOf(
      ratings.flatMap((row, i) =>
        row.map((value, j) => (value - (subjects[i] as number) - (raters[j] as number) + all) ** 2),
      ),
    ) /
    ((n - 1) * (k - 1))
  const scale = meanOf(ratings.flat().map((value) => (value - all) ** 2))
  if (!(between > 1e-14 * scale))
    throw notDefined({ method: 'icc', reason: 'all subjects are rated the same' })
  if (!(error > 1e-14 * scale))
    throw notDefined({
      method: 'icc',
      reason: 'raters differ by a constant only: F is not defined',
    })
  const one = oneWay({ between, within, n, k })
  const two = agreement({ between, judges, error, n, k })
  const three = consistency({ between, error, n, k })
  return [one[0], two[0], three[0], one[1], two[1], three[1]]
}

type Pair = readonly [IntraclassForm, IntraclassForm]
type Sizes = { readonly n: number; readonly k: number }

const oneWay = ({ between, within, n, k }: Sizes & { between: number; within: number }): Pair => {
  const [df1, df2] = [n - 1, n * (k - 1)]
  return fromF({ f: between / within, df1, df2, k }, ['ICC1', 'ICC1k'])
}

const consistency = ({
  between,
  error,
  n,
  k,
}: Sizes & { between: number; error: number }): Pair => {
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  return fromF({ f: between / error, df1, df2, k }, ['ICC3', 'ICC3k'])
}

const fromF = (
  {
    f,
    df1,
    df2,
    k,
  }: { readonly f: number; readonly df1: number; readonly df2: number; readonly k: number },
  [single, average]: readonly [IntraclassForm['form'], IntraclassForm['form']],
): Pair => {
  const low = f / fUpperQuantile(0.025, df1, df2)
  const high = f * fUpperQuantile(0.025, df2, df1)
  const tested = { f, df1, df2, p: fUpper(f, df1, df2) }
  const ofOne = (ratio: number) => (ratio - 1) / (ratio + k - 1)
  const ofMean = (ratio: number) => 1 - 1 / ratio
  return [
    { form: single, ...tested, value: ofOne(f), low: ofOne(low), high: ofOne(high) },
    { form: average, ...tested, value: ofMean(f), low: ofMean(low), high: ofMean(high) },
  ]
}

const agreement = ({
  between,
  judges,
  error,
  n,
  k,
}: Sizes & { between: number; judges: number; error: number }): Pair => {
  const value = (between - error) / (between + (k - 1) * error + (k * (judges - error)) / n)
  const mean = (between - error) / (between + (judges - error) / n)
  const f = between / error
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)]
  // Satterthwaite's degrees of freedom of the denominator.
  const ratio = judges / error
  const base = n * (1 + (k - 1) * value) - k * value
  const df =
    ((k - 1) * (n - 1) * (k * value * ratio + base) ** 2) /
    ((n - 1) * k * k * value * value * ratio * ratio + base * base)
  const upper = fUpperQuantile(0.025, n - 1, df)
  const lower = fUpperQuantile(0.025, df, n - 1)
  const rest = k * judges + (k * n - k - n) * error
  const low = (n * (between - upper * error)) / (upper * rest + n * between)
  const high = (n * (lower * between - error)) / (rest + n * lower * between)
  const ofMean = (x: number) => (x * k) / (1 + x * (k - 1))
  const tested = { f, df1, df2, p: fUpper(f, df1, df2) }
  return [
    { form: 'ICC2', ...tested, value, low, high },
    { form: 'ICC2k', ...tested, value: mean, low: ofMean(low), high: ofMean(high) },
  ]
}
