import type { Pointer } from '@echolot/instrument'
import type { Target } from '../edits/rearrange.ts'
import { placeOf } from '../edits/structure.ts'

/** Where a drop would put something, and the line that shows it (in pixels of the window). */
export type DropPlace = Target & {
  readonly line: { readonly left: number; readonly top: number; readonly width: number }
}

/** A row of the tree or a frame whose inner quarter takes things in. */
const EDGE = 0.3

/** The place between two elements that lies under a point, on the canvas or in the tree. */
export const placeUnder = (
  x: number,
  y: number,
  kind: 'pages' | 'elements',
): DropPlace | undefined => {
  const under = document.elementFromPoint(x, y)
  const row = under?.closest<HTMLElement>('.tree-row[data-pointer]')
  if (row) return placeAtRow(row, y, kind)
  const inside = under?.closest<HTMLElement>('[data-list][data-count]')
  const frame = under?.closest<HTMLElement>('[data-frame]')
  if (!frame) return undefined
  if (kind === 'pages')
    return besideFrame(frame.closest<HTMLElement>('[data-frame="page"]') ?? frame, y)
  if (frame.dataset.frame === 'page' || (inside && frame.contains(inside) && inside !== frame))
    return inside
      ? inList(inside, y)
      : inList(frame.querySelector<HTMLElement>('[data-list][data-count]'), y)
  return besideFrame(frame, y)
}

const besideFrame = (frame: HTMLElement, y: number): DropPlace => {
  const box = frame.getBoundingClientRect()
  const { list, at } = placeOf(frame.dataset.pointer ?? '')
  const isBefore = y < box.top + box.height / 2
  return {
    list,
    at: isBefore ? at : at + 1,
    line: { left: box.left, top: isBefore ? box.top - 4 : box.bottom + 4, width: box.width },
  }
}

/** Between the elements of a list, by their middles; behind the last one at its end. */
const inList = (list: HTMLElement | null, y: number): DropPlace | undefined => {
  if (list === null) return undefined
  const pointer = list.dataset.list ?? ''
  const frames = [
    ...list.querySelectorAll<HTMLElement>(':scope > .frame, :scope > .frame-line > .frame'),
  ]
  const next = frames.find((frame) => {
    const { top, height } = frame.getBoundingClientRect()
    return y < top + height / 2
  })
  if (next !== undefined) return besideFrame(next, next.getBoundingClientRect().top)
  const last = frames.at(-1)
  if (last !== undefined) return besideFrame(last, last.getBoundingClientRect().bottom)
  const box = list.getBoundingClientRect()
  return {
    list: pointer,
    at: 0,
    line: { left: box.left + 8, top: box.bottom - 12, width: box.width - 16 },
  }
}

/** In the tree: before or behind a row, or into what it stands for. */
const placeAtRow = (
  row: HTMLElement,
  y: number,
  kind: 'pages' | 'elements',
): DropPlace | undefined => {
  const pointer: Pointer = row.dataset.pointer ?? ''
  const into = row.dataset.into
  if (pointer === '') return undefined
  const isPage = row.dataset.kind === 'page'
  const { left, width, top, bottom, height } = row.getBoundingClientRect()
  const share = (y - top) / height
  if (kind === 'elements' && into !== undefined && (isPage || (share > EDGE && share < 1 - EDGE)))
    return {
      list: into,
      at: isPage ? Number(row.dataset.count ?? 0) : Number(row.dataset.count ?? 0),
      line: { left: left + 18, top: bottom, width: width - 18 },
    }
  if (isPage !== (kind === 'pages')) return undefined
  const { list, at } = placeOf(pointer)
  const isBefore = share < 0.5
  return { list, at: isBefore ? at : at + 1, line: { left, top: isBefore ? top : bottom, width } }
}
