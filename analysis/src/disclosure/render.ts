import type { Strength } from '@echolot/report'
import type { Estimate } from '../result.ts'
import type { DisclosedEstimate, DisclosedNumbers, Released } from './disclosed.ts'
import type { Policy } from './policy.ts'
import { stepOf, toStep, type Verdict } from './verdicts.ts'

/** Puts the mark on a value that has passed disclosure control. */
export const mark = <Value>(value: Value) => value as Value & Released

/** A number as readers may see it: hidden, in words, or rounded. `baseTold`: whether its number of respondents may be told. */
export const disclosedEstimate = (
  estimate: Single,
  { verdict, baseTold }: { readonly verdict: Verdict; readonly baseTold: boolean },
  policy: Policy,
): DisclosedEstimate => {
  const base = baseOf(estimate)
  const knownBase =
    base !== undefined && base >= policy.leastBase && baseTold && verdict !== 'secondary'
      ? { base }
      : {}
  if (verdict === 'none-or-few' || verdict === 'all-or-almost')
    return mark({ shown: 'words' as const, words: verdict, base: base ?? 0 })
  if (verdict !== 'shown') return mark({ shown: 'nothing' as const, reason: verdict, ...knownBase })
  if (estimate.kind === 'extreme')
    return mark({ shown: 'nothing' as const, reason: 'single' as const })
  const round = roundingOf(estimate, policy)
  const interval =
    'low' in estimate &&
    estimate.low !== undefined &&
    estimate.high !== undefined &&
    Number.isFinite(estimate.high - estimate.low)
      ? { low: round(estimate.low), high: round(estimate.high) }
      : {}
  return mark({
    shown: 'number' as const,
    kind: estimate.kind,
    value: round(estimate.value),
    ...interval,
    ...knownBase,
    certainty: widthOf(estimate) > policy.unsureFrom ? ('unsure' as const) : ('sure' as const),
    ...strengthOf(estimate, policy),
  })
}

export type Several = Extract<Estimate, { kind: 'list' | 'matrix' }>
export type Single = Exclude<Estimate, Several>
export const isSeveral = (estimate: Estimate): estimate is Several =>
  estimate.kind === 'list' || estimate.kind === 'matrix'

/** Several numbers as readers may see them: all or none. */
export const disclosedNumbers = (estimate: Several, verdict: Verdict): DisclosedNumbers => {
  if (verdict === 'shown') return mark(roundedNumbers(estimate))
  const reason =
    verdict === 'none-or-few' || verdict === 'all-or-almost' ? ('few' as const) : verdict
  return mark({ shown: 'nothing' as const, reason })
}

const roundedNumbers = (estimate: Several) => {
  const round = (value: number | null) =>
    value === null || estimate.of === 'count' ? value : toStep(value, 0.001)
  return estimate.kind === 'list'
    ? { shown: 'numbers' as const, kind: estimate.kind, values: estimate.values.map(round) }
    : {
        shown: 'numbers' as const,
        kind: estimate.kind,
        ...(estimate.rows && { rows: estimate.rows }),
        ...(estimate.cols && { cols: estimate.cols }),
        values: estimate.values.map((row) => row.map(round)),
      }
}

const baseOf = (estimate: Estimate): number | undefined => {
  if (estimate.kind === 'difference') return Math.min(...estimate.bases)
  return 'base' in estimate ? estimate.base : undefined
}

const spanOf = (estimate: Estimate) =>
  estimate.kind === 'mean' || estimate.kind === 'difference' ? estimate.span : 1

const widthOf = (estimate: Estimate) =>
  estimate.kind === 'share' || estimate.kind === 'mean' || estimate.kind === 'difference'
    ? (estimate.high - estimate.low) / spanOf(estimate)
    : 0

/** Shares become points of 100. The step is 1 or 5 points; on short scales a tenth of that. Counts have none. */
export const roundingStep = (
  estimate: Single,
  policy: Policy,
): { readonly factor: number; readonly step: number } => {
  const coarse = (baseOf(estimate) ?? policy.wholeFrom) < policy.wholeFrom
  switch (estimate.kind) {
    case 'share':
      return { factor: 100, step: coarse ? policy.coarse : 1 }
    case 'mean':
    case 'difference': {
      const factor = estimate.kind === 'difference' && estimate.of === 'share' ? 100 : 1
      const points = factor === 100 ? 100 : estimate.span
      return { factor, step: (coarse ? policy.coarse : 1) * (points >= 20 ? 1 : 0.1) }
    }
    case 'count':
      return { factor: 1, step: 0 }
    case 'coefficient':
      return { factor: 1, step: stepOf(estimate) ?? 0.01 }
    default:
      return { factor: 1, step: 0.001 }
  }
}

const roundingOf = (estimate: Single, policy: Policy): ((value: number) => number) => {
  const { factor, step } = roundingStep(estimate, policy)
  return (value) => (step === 0 ? value : toStep(value * factor, step))
}

const strengthOf = (
  estimate: Estimate,
  policy: Policy,
): { readonly strength?: Strength; readonly clear?: boolean } => {
  if (estimate.kind === 'difference') {
    const clear = (estimate.low > 0 || estimate.high < 0) && estimate.p < 0.05
    const broad = Math.min(...estimate.bases) >= policy.wholeFrom
    return { clear, strength: clear ? (broad ? 'sound' : 'hint') : 'open' }
  }
  if (estimate.kind !== 'share' && estimate.kind !== 'mean') return {}
  const width = widthOf(estimate)
  if (estimate.base >= policy.wholeFrom && width <= policy.sureUpTo) return { strength: 'sound' }
  return { strength: width <= policy.unsureFrom ? 'hint' : 'open' }
}
