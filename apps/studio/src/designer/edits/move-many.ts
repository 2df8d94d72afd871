import { type Instrument, type Pointer, valueAt } from '@echolot/instrument'
import { flatten, type Json, outlineOf } from './outline.ts'
import { rearranged, type Target } from './rearrange.ts'
import { isInside, topmost } from './selection.ts'
import { type Placed, placeOf, removeElement, siblingsOf } from './structure.ts'

/** Whether everything may go there: pages among pages, elements into pages and panels, nothing into itself. */
export const mayMove = (pointers: readonly Pointer[], { list }: Target): boolean =>
  pointers.length > 0 &&
  pointers.every(
    (pointer) =>
      (placeOf(pointer).list === '/pages') === (list === '/pages') && !isInside(list, pointer),
  )

/** All of it moved to one place, in the order it has in the form. `at` counts as the list is before the move. */
export const moveMany = (
  instrument: Instrument,
  pointers: readonly Pointer[],
  target: Target,
): Placed => {
  const moving = topmost(outlineOf(instrument), pointers)
  const [first] = moving
  if (first === undefined || !mayMove(pointers, target))
    return { instrument, pointer: pointers[0] ?? '' }
  const put = moving.map(({ json }) => json)
  const moved = rearranged(instrument, {
    out: new Set(moving.map(({ pointer }) => pointer)),
    target,
    put,
  })
  return placedAt(moved, put)
}

/** Where these objects stand now. */
export const placedAt = (instrument: Instrument, put: readonly Json[]): Placed => {
  const wanted = new Set(put)
  const selection = flatten(outlineOf(instrument))
    .filter(({ json }) => wanted.has(json))
    .map(({ pointer }) => pointer)
  return { instrument, pointer: selection[0] ?? '', selection }
}

/** Each of them one place up or down; a step over the edge of a page leads onto the neighbouring one. */
export const stepMany = (
  instrument: Instrument,
  pointers: readonly Pointer[],
  direction: 'up' | 'down',
): Placed => {
  const moving = topmost(outlineOf(instrument), pointers).map(({ pointer }) => pointer)
  const edge = direction === 'up' ? moving[0] : moving.at(-1)
  if (edge === undefined) return { instrument, pointer: '' }
  const { list, at } = placeOf(edge)
  const to = direction === 'up' ? at - 1 : at + 2
  const isOver = to < 0 || to > siblingsOf(instrument, edge)
  if (!isOver) return moveMany(instrument, moving, { list, at: to })
  const next = neighbour(instrument, list, direction)
  return next === undefined
    ? { instrument, pointer: moving[0] ?? '', selection: moving }
    : moveMany(instrument, moving, next)
}

/** Out of a panel first, then onto the page before or behind. */
const neighbour = (
  instrument: Instrument,
  list: Pointer,
  direction: 'up' | 'down',
): Target | undefined => {
  const page = /^\/pages\/(\d+)\/elements$/.exec(list)
  if (page === null) {
    if (list === '/pages') return undefined
    const around = placeOf(list.slice(0, list.lastIndexOf('/')))
    return { list: around.list, at: direction === 'up' ? around.at : around.at + 1 }
  }
  const other = Number(page[1]) + (direction === 'up' ? -1 : 1)
  const there = valueAt(instrument.survey, `/pages/${other}`)
  if (there === undefined) return undefined
  const elements = (there as Json).elements
  return {
    list: `/pages/${other}/elements`,
    at: direction === 'up' && Array.isArray(elements) ? elements.length : 0,
  }
}

/** Without all of it; the neighbour that closes the gap becomes the selected one. */
export const removeMany = (instrument: Instrument, pointers: readonly Pointer[]): Placed => {
  const gone = topmost(outlineOf(instrument), pointers).map(({ pointer }) => pointer)
  const [first] = gone
  if (first === undefined) return { instrument, pointer: '' }
  const after = gone.toReversed().reduce(removeElement, instrument)
  const { list, at } = placeOf(first)
  const left = siblingsOf(after, first)
  const pointer =
    left > 0 ? `${list}/${Math.min(at, left - 1)}` : list.slice(0, list.lastIndexOf('/'))
  return { instrument: after, pointer }
}
