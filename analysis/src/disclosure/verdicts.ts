import type { Estimate } from '../result.ts'
import type { HiddenReason } from './disclosed.ts'
import type { Knowledge } from './joint-system.ts'
import type { Policy } from './policy.ts'

/** What happens to a number: shown, told in words, or hidden for a reason. */
export type Verdict = 'shown' | 'none-or-few' | 'all-or-almost' | HiddenReason

/** The verdict on a number by itself, without a look at the others. */
export const ownVerdict = (estimate: Estimate, policy: Policy): Verdict => {
  switch (estimate.kind) {
    case 'share': {
      if (estimate.base < policy.leastBase) return 'base'
      const few = estimate.count < policy.leastCount
      const almostAll = estimate.base - estimate.count < policy.leastCount
      if (estimate.sensitive && few) return 'none-or-few'
      if (estimate.sensitive && almostAll) return 'all-or-almost'
      if (few && estimate.count > 0) return 'few'
      if (almostAll && estimate.count < estimate.base) return 'almost'
      return widthVerdict(estimate.high - estimate.low, policy)
    }
    case 'mean':
      if (estimate.base < policy.leastBase) return 'base'
      return widthVerdict((estimate.high - estimate.low) / estimate.span, policy)
    case 'difference':
      if (Math.min(...estimate.bases) < policy.leastBase) return 'base'
      return widthVerdict((estimate.high - estimate.low) / estimate.span, policy)
    case 'coefficient':
      if (estimate.base < policy.leastBase) return 'base'
      if (!Number.isFinite(estimate.value)) return 'width'
      return stepOf(estimate) === undefined ? 'parts' : 'shown'
    case 'extreme':
      return 'single'
    case 'list':
    case 'matrix': {
      const values = estimate.values.flat()
      if (estimate.base < policy.leastBase) return 'base'
      if (estimate.of === 'count' && values.some((value) => isFew(value ?? 0, policy))) return 'few'
      return values.every((value) => value === null || Number.isFinite(value)) ? 'shown' : 'width'
    }
    case 'count':
      if (isFew(estimate.value, policy)) return 'few'
      return estimate.beside?.some((other) => isFew(Math.abs(other - estimate.value), policy))
        ? 'secondary'
        : 'shown'
    case 'constant':
      return 'shown'
  }
}

export const isFew = (count: number, { leastCount }: Policy) => count > 0 && count < leastCount

/** The finest step at which a coefficient looks the same whatever the hidden counts under it are. */
export const stepOf = ({ value, alternatives = [] }: Extract<Estimate, { kind: 'coefficient' }>) =>
  [0.001, 0.01].find((step) =>
    alternatives.every((other) => toStep(other, step) === toStep(value, step)),
  )

const widthVerdict = (width: number, policy: Policy): Verdict =>
  width > policy.silentFrom ? 'width' : 'shown'

export const toStep = (value: number, step: number) => {
  const rounded = Math.round(value / step) * step
  return Number(rounded.toFixed(3)) + 0
}

/**
 * What readers know of a hidden number of respondents from the words that stand in its place, and what must stay possible.
 * A group under the least base is hidden whole: anything it can have said must stay possible, whatever it said.
 */
export const knowledgeOf = (
  verdict: Verdict,
  { count, base }: { readonly count: number; readonly base?: number },
  { leastBase, leastCount, protection }: Policy,
): Knowledge => {
  const most = leastCount - 1
  const of = (least: number, upTo: number): Knowledge => ({
    bounds: [least, upTo],
    secret: [least, upTo],
  })
  const whole = base ?? Number.POSITIVE_INFINITY
  switch (verdict) {
    case 'few':
      return of(1, most)
    case 'almost':
      return of(whole - most, whole - 1)
    case 'none-or-few':
      return of(0, most)
    case 'all-or-almost':
      return of(whole - most, whole)
    case 'base':
      return of(0, Math.min(whole, leastBase - 1))
    case 'units':
    case 'dominance':
      return {
        bounds: [0, whole],
        secret: [Math.max(0, count - protection), count + protection],
      }
    case 'width':
      return { bounds: [0, whole] }
    default:
      return { bounds: [Math.min(count, leastCount), whole] }
  }
}
