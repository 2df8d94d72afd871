import { isDeepStrictEqual } from 'node:util'
import type { Plan } from './plan.ts'

/** One place of a plan that is not as it was fixed; `null` where there was or is nothing. */
export type PlanChange = {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}
export type ChangeReason = { readonly on?: string; readonly why: string }
/** What became of a plan since the data were cut. */
export type PlanHistory = {
  /** `not-fixed`: the data know no plan. `rewritten`: other bytes, the same decisions. */
  readonly state: 'same' | 'rewritten' | 'changed' | 'not-fixed'
  /** SHA-256 of the plan's file as it was fixed. */
  readonly fixedDigest?: string
  readonly changes: readonly PlanChange[]
  readonly reasons: readonly ChangeReason[]
}

/** Compares a plan with the one fixed in the freeze. `reason` is given with the run, others stand in the plan. */
export const planHistory = (
  now: { readonly text: string; readonly digest: string; readonly plan: Plan },
  fixed: { readonly text: string; readonly digest: string } | undefined,
  reason?: string,
): PlanHistory => {
  if (fixed === undefined) return { state: 'not-fixed', changes: [], reasons: [] }
  const { digest: fixedDigest } = fixed
  if (fixedDigest === now.digest) return { state: 'same', fixedDigest, changes: [], reasons: [] }
  const changes = changesOf(withoutChanges(fixed.text), withoutChanges(now.text))
  return {
    state: changes.length === 0 ? 'rewritten' : 'changed',
    fixedDigest,
    changes,
    reasons: [
      ...now.plan.changes.map(({ on, why }) => ({ on, why })),
      ...(reason === undefined ? [] : [{ why: reason }]),
    ],
  }
}

/** A plan as JSON without the record of its own changes. */
const withoutChanges = (text: string): unknown => {
  const { changes: _, ...rest } = JSON.parse(text) as Record<string, unknown>
  return rest
}

/** Every smallest place in which two JSON values differ. Parts of lists with an id or a name are found by it. */
export const changesOf = (before: unknown, after: unknown, path = ''): readonly PlanChange[] => {
  if (isDeepStrictEqual(before, after)) return []
  const [from, to] = [partsOf(before), partsOf(after)]
  if (from === undefined || to === undefined)
    return [{ path, before: before ?? null, after: after ?? null }]
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((key) =>
    changesOf(from.get(key), to.get(key), `${path}${key}`.replace(/^\./, '')),
  )
}

/** The parts of an object or a list by how a path names them; nothing for a plain value or a list of plain values. */
const partsOf = (value: unknown): ReadonlyMap<string, unknown> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value))
    return new Map(Object.entries(value).map(([key, part]) => [`.${key}`, part]))
  const names = value.map((part: { readonly id?: unknown; readonly name?: unknown } | null) =>
    typeof part === 'object' ? (part?.id ?? part?.name) : undefined,
  )
  return value.length > 0 &&
    names.every((name) => typeof name === 'string') &&
    new Set(names).size === names.length
    ? new Map(value.map((part, i) => [`[${String(names[i])}]`, part]))
    : undefined
}
