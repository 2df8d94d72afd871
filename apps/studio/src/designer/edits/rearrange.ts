import type { Instrument, Pointer } from '@echolot/instrument'
import { pointerTo } from '@echolot/instrument'
import type { Json } from './outline.ts'

/** Where something is put: before place `at` of a list, e.g. `/pages/0/elements`. */
export type Target = { readonly list: Pointer; readonly at: number }

const LISTS = ['pages', 'elements', 'templateElements'] as const

/**
 * The instrument with some pages or elements taken out and others put in, in one walk: `at` counts the places as they
 * were before. What is left alone stays the same object.
 */
export const rearranged = (
  instrument: Instrument,
  {
    out = new Set(),
    target,
    put = [],
  }: {
    readonly out?: ReadonlySet<Pointer>
    readonly target?: Target
    readonly put?: readonly Json[]
  },
): Instrument => {
  const walk = (owner: Json, pointer: Pointer): Json => {
    let next = owner
    for (const name of LISTS) {
      const list = pointerTo(pointer, name)
      const isTarget = target?.list === list
      const before = owner[name]
      if (!Array.isArray(before) && !isTarget) continue
      const after = walkList(Array.isArray(before) ? before : [], list)
      if (after !== before) next = { ...next, [name]: after }
    }
    return next
  }
  const walkList = (before: readonly unknown[], list: Pointer): readonly unknown[] => {
    const isTarget = target?.list === list
    const after: unknown[] = []
    before.forEach((entry, place) => {
      const pointer = pointerTo(list, place)
      if (isTarget && place === target.at) after.push(...put)
      if (out.has(pointer)) return
      after.push(typeof entry === 'object' && entry !== null ? walk(entry as Json, pointer) : entry)
    })
    if (isTarget && target.at >= before.length) after.push(...put)
    const isSame =
      after.length === before.length && after.every((entry, place) => entry === before[place])
    return isSame ? before : after
  }
  const survey = walk(instrument.survey, '')
  return survey === instrument.survey ? instrument : { ...instrument, survey }
}
