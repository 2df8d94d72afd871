import {
  addItem,
  addPage,
  type Instrument,
  itemsOf,
  moveItem,
  movePage,
  type Pointer,
  pointerTo,
  removeItem,
  removePage,
  stepsOf,
  valueAt,
} from '@echolot/instrument'
import { childListOf, flatten, type Json, type OutlineNode, outlineOf } from './outline.ts'

/** An instrument after an edit, and where the edited element stands now; `selection` where there are several. */
export type Placed = {
  readonly instrument: Instrument
  readonly pointer: Pointer
  readonly selection?: readonly Pointer[]
}

/** Which list an element stands in, and where. Pages stand in `/pages`. */
export const placeOf = (pointer: Pointer): { readonly list: Pointer; readonly at: number } => {
  const steps = stepsOf(pointer)
  return { list: pointerTo('', ...steps.slice(0, -1)), at: Number(steps.at(-1)) }
}

const PAGES = '/pages'

/** How many elements stand in the list of `pointer`. */
export const siblingsOf = (instrument: Instrument, pointer: Pointer): number => {
  const list = valueAt(instrument.survey, placeOf(pointer).list)
  return Array.isArray(list) ? list.length : 0
}

/** A page or element put in before place `at` of its list. */
export const addElement = (
  instrument: Instrument,
  { list, at, element }: { readonly list: Pointer; readonly at: number; readonly element: Json },
): Placed => ({
  instrument:
    list === PAGES
      ? addPage(instrument, { page: element, at })
      : addItem(instrument, { list, item: element, at }),
  pointer: pointerTo(list, at),
})

/** The element one place up or down in its own list; unchanged at the ends. */
export const moveElement = (
  instrument: Instrument,
  pointer: Pointer,
  direction: 'up' | 'down',
): Placed => {
  const { list, at } = placeOf(pointer)
  const to = direction === 'up' ? at - 1 : at + 1
  if (to < 0 || to >= siblingsOf(instrument, pointer)) return { instrument, pointer }
  return {
    instrument:
      list === PAGES
        ? movePage(instrument, { from: at, to })
        : moveItem(instrument, { path: pointer, list, at: to }),
    pointer: pointerTo(list, to),
  }
}

/** The element at the end of another page or panel, given by its list, e.g. `/pages/3/elements`. */
export const moveElementTo = (instrument: Instrument, pointer: Pointer, list: Pointer): Placed => {
  if (placeOf(pointer).list === list) return { instrument, pointer }
  const end = valueAt(instrument.survey, list)
  const at = Array.isArray(end) ? end.length : 0
  const moved = moveItem(instrument, { path: pointer, list, at })
  if (moved === instrument) return { instrument, pointer }
  const element = valueAt(instrument.survey, pointer)
  /** The list itself may have moved up; the element is the same object wherever it went. */
  const arrived = flatten(outlineOf(moved)).find(({ json }) => json === element)
  return { instrument: moved, pointer: arrived?.pointer ?? pointerTo(list, at) }
}

/**
 * Without the element and whatever it holds, their notes and their places in scales. Conditions that name it stay as
 * they are: the check reports them, and only a person knows what they should say instead.
 */
export const removeElement = (instrument: Instrument, pointer: Pointer): Instrument => {
  const { list, at } = placeOf(pointer)
  const after = list === PAGES ? removePage(instrument, at) : removeItem(instrument, pointer)
  const left = namesIn(after)
  const gone = new Set([...namesIn(instrument)].filter((name) => !left.has(name)))
  if (gone.size === 0) return after
  const stays = (name: string) => !gone.has(name)
  return {
    ...after,
    variables: after.variables.filter(({ name }) => stays(name)),
    scales: after.scales.map((scale) => ({
      ...scale,
      items: scale.items.filter(stays),
      reversed: scale.reversed.filter(stays),
    })),
  }
}

/** Names of all pages, panels, items and matrix rows: none may be used twice. */
export const namesIn = (instrument: Instrument): ReadonlySet<string> => {
  const nodes = flatten(outlineOf(instrument))
  return new Set(
    nodes.length === 0 ? itemsOf(instrument).map(({ name }) => name) : nodes.flatMap(namesOf),
  )
}

/** Names found before, by their element: an edit looks only into what it changed. */
const KNOWN = new WeakMap<Json, readonly string[]>()

/** The name of an element, and those of its rows and parts. */
const namesOf = (node: OutlineNode): readonly string[] => {
  if (childListOf(node) !== undefined) return [node.name]
  const known = KNOWN.get(node.json)
  if (known !== undefined) return known
  const survey = { pages: [{ name: '', elements: [node.json] }] }
  const names = [node.name, ...itemsOf(survey).map(({ name }) => name)]
  KNOWN.set(node.json, names)
  return names
}

/** `name` itself if it is free, else with the first free number behind it. */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(name)) return name
  let number = 2
  while (taken.has(`${name}_${number}`)) number += 1
  return `${name}_${number}`
}

/** `item_3` where `item_1` and `item_2` are taken. */
export const numberedName = (stem: string, taken: ReadonlySet<string>): string => {
  let number = 1
  while (taken.has(`${stem}_${number}`)) number += 1
  return `${stem}_${number}`
}

/** A copy right behind the element, with free names for everything in it and copies of its notes. */
export const duplicateElement = (instrument: Instrument, pointer: Pointer): Placed => {
  const taken = new Set(namesIn(instrument))
  const renamed = new Map<string, string>()
  const fresh = (name: string) => {
    const free = freeName(name, taken)
    taken.add(free)
    renamed.set(name, free)
    return free
  }
  const copy = withFreshNames(valueAt(instrument.survey, pointer), fresh) as Json
  const { list, at } = placeOf(pointer)
  const placed = addElement(instrument, { list, at: at + 1, element: copy })
  const notes = instrument.variables.flatMap((note) => {
    const name = renamed.get(note.name)
    return name === undefined ? [] : [{ ...note, name }]
  })
  return {
    ...placed,
    instrument: { ...placed.instrument, variables: [...placed.instrument.variables, ...notes] },
  }
}

const LISTS = ['elements', 'templateElements'] as const

/** New names for an element, the elements in it and its matrix rows. */
const withFreshNames = (node: unknown, fresh: (name: string) => string): unknown => {
  if (typeof node !== 'object' || node === null) return node
  const element = node as Json
  const name = element.name
  const rows = element.rows
  return {
    ...element,
    ...(typeof name === 'string' && { name: fresh(name) }),
    ...Object.fromEntries(
      LISTS.flatMap((list) => {
        const children = element[list]
        return Array.isArray(children)
          ? [[list, children.map((child) => withFreshNames(child, fresh))]]
          : []
      }),
    ),
    ...(element.type === 'matrix' &&
      Array.isArray(rows) && {
        rows: rows.map((row: unknown) =>
          typeof row === 'object' && row !== null
            ? { ...row, value: fresh(String((row as Json).value)) }
            : fresh(String(row)),
        ),
      }),
  }
}
