import { kappa, krippendorffOf } from '@echolot/agreement'
import type { Agreement } from '@echolot/contract/coding'
import { Problem } from '@echolot/problem'
import type { Coded } from './coded.ts'

/**
 * How far the two seats agree on whether one theme is named, over the answers coded on both, before anything was settled:
 * counts, Cohen's kappa and Krippendorff's alpha. Whoever took over a seat counts with whoever sat there before. Not defined where nobody or everybody always used the theme.
 */
export const agreementOn = (theme: string, coded: readonly Coded[]): Agreement => {
  const twice = coded.filter(({ first, second }) => first && second)
  const count = (byFirst: boolean, bySecond: boolean) =>
    twice.filter(
      ({ first, second }) =>
        first?.includes(theme) === byFirst && second?.includes(theme) === bySecond,
    ).length
  const both = count(true, true)
  const [first, second] = [count(true, false), count(false, true)]
  const neither = count(false, false)
  const units = twice.map((one) => [
    Number(one.first?.includes(theme)),
    Number(one.second?.includes(theme)),
  ])
  return {
    both,
    first,
    second,
    neither,
    kappa: defined(
      () =>
        kappa([
          [both, first],
          [second, neither],
        ]).unweighted.value,
    ),
    alpha: krippendorffOf(units, 'nominal')?.alpha ?? null,
  }
}

const defined = (value: () => number): number | null => {
  try {
    return value()
  } catch (fault) {
    if (fault instanceof Problem && fault.type === 'result-not-defined') return null
    throw fault
  }
}

/** Coded answers as the analysis reads them: a row an answer without its name, 0 or 1 a theme and coder. Random order is the caller's. */
export const assignmentsOf = (themes: readonly string[], coded: readonly Coded[]): string => {
  const twice = coded.filter(({ first, second }) => first && second)
  const header = themes.flatMap((_, place) => [`theme_${place + 1}_a`, `theme_${place + 1}_b`])
  const rows = twice.map(({ first, second }) =>
    themes.flatMap((theme) => [Number(first?.includes(theme)), Number(second?.includes(theme))]),
  )
  return [header, ...rows]
    .map((row) => row.join(','))
    .join('\n')
    .concat('\n')
}
