import type { Strength } from '@echolot/report'
import type { DisclosedEstimate } from '../disclosure/disclosed.ts'
import { POLICY } from '../disclosure/policy.ts'

export const baseOf = (estimate: DisclosedEstimate | undefined): number | undefined =>
  estimate !== undefined && 'base' in estimate ? estimate.base : undefined
export const strengthOf = (estimate: DisclosedEstimate | undefined): Strength =>
  estimate?.shown === 'number' && estimate.certainty === 'sure' && estimate.strength
    ? estimate.strength
    : 'open'
export const numberOf = (estimate: DisclosedEstimate | undefined): number | undefined =>
  estimate?.shown === 'number' ? estimate.value : undefined

/** Whether a sentence can be made with it: a number, or the words for one of the ends. */
export const canSay = (estimate: DisclosedEstimate | undefined): boolean =>
  heightOf(estimate) !== undefined && !(estimate?.shown === 'nothing' && estimate.reason === 'few')

/** Whether nothing is known of it: not even that it lies at one of the ends. */
export const isOpen = (estimate: DisclosedEstimate | undefined): boolean =>
  heightOf(estimate) === undefined

/**
 * Where a share stands among others, also when it is told in words or hidden because it lies at one of the ends. Of few
 * respondents four are no end: then it is not known.
 */
export const heightOf = (
  estimate: DisclosedEstimate | undefined,
): { readonly value: number; readonly low: number; readonly high: number } | undefined => {
  if (estimate === undefined) return undefined
  if (estimate.shown === 'number') {
    const { value, low = value, high = value } = estimate
    return { value, low, high }
  }
  const end = estimate.shown === 'words' ? estimate.words : estimate.reason
  const base = estimate.base ?? 0
  if (base < POLICY.wholeFrom) return undefined
  const reach = ((POLICY.leastCount - 1) / base) * 100
  if (end === 'none-or-few' || end === 'few') return { value: 0, low: 0, high: reach }
  if (end === 'all-or-almost' || end === 'almost')
    return { value: 100, low: 100 - reach, high: 100 }
  return undefined
}
/** For sorting: the highest first, what is not known last. */
export const byHeight = (a: DisclosedEstimate | undefined, b: DisclosedEstimate | undefined) =>
  (heightOf(b)?.value ?? -1) - (heightOf(a)?.value ?? -1)
/** Whether the whole interval of the first lies above that of the second. */
export const liesAbove = (a: DisclosedEstimate | undefined, b: DisclosedEstimate | undefined) => {
  const [first, second] = [heightOf(a), heightOf(b)]
  return first !== undefined && second !== undefined && first.low > second.high
}
