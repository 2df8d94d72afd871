import { type Instrument, type Pointer, valueAt } from '@echolot/instrument'
import { flatten, type OutlineNode, outlineOf } from './outline.ts'

/** Whether `inner` stands in what stands at `outer`. */
export const isInside = (inner: Pointer, outer: Pointer): boolean => inner.startsWith(`${outer}/`)

/** What was chosen, in the order of the form, without what goes along with something chosen around it. */
export const topmost = (
  outline: readonly OutlineNode[],
  chosen: readonly Pointer[],
): readonly OutlineNode[] => {
  const wanted = new Set(chosen)
  return flatten(outline).filter(
    ({ pointer }) => wanted.has(pointer) && !chosen.some((outer) => isInside(pointer, outer)),
  )
}

/** The selection with one more or one less; something always stays selected. */
export const toggled = (chosen: readonly Pointer[], pointer: Pointer): readonly Pointer[] => {
  if (!chosen.includes(pointer)) return [...chosen.filter((one) => one !== ''), pointer]
  const rest = chosen.filter((one) => one !== pointer)
  return rest.length === 0 ? chosen : rest
}

/** Everything from one place to another, as it stands in a list that people see. */
export const ranged = (
  order: readonly Pointer[],
  from: Pointer,
  to: Pointer,
): readonly Pointer[] => {
  const [first, last] = [order.indexOf(from), order.indexOf(to)].toSorted((a, b) => a - b)
  if (first === undefined || last === undefined || first === -1) return [to]
  return order.slice(first, last + 1).filter((pointer) => pointer !== '')
}

/** Where what stood at the pointers stands now: the same object elsewhere, else the same place if there is one. */
export const followed = (
  before: Instrument,
  after: Instrument,
  pointers: readonly Pointer[],
): readonly Pointer[] => {
  if (before.survey === after.survey) return pointers
  let places: ReadonlyMap<unknown, Pointer> | undefined
  return pointers.flatMap((pointer) => {
    const element = valueAt(before.survey, pointer)
    if (pointer === '' || valueAt(after.survey, pointer) === element) return [pointer]
    places ??= new Map(flatten(outlineOf(after)).map((node) => [node.json, node.pointer]))
    const now = places.get(element)
    if (now !== undefined) return [now]
    return valueAt(after.survey, pointer) === undefined ? [] : [pointer]
  })
}
