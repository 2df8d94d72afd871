import type { Instrument, VariableNote } from '../instrument.ts'
import { type Item, itemsOf } from '../items-of.ts'
import { cellsOf } from './cells-of.ts'
import type { Column } from './column.ts'
import { columnsOfCell } from './columns-of-cell.ts'

const columnsByInstrument = new WeakMap<Instrument, readonly Column[]>()

/** All variables of an instrument in the order of the form. The work is done once for each instrument object. */
export const columnsOf = (instrument: Instrument): readonly Column[] => {
  const known = columnsByInstrument.get(instrument)
  if (known !== undefined) return known
  const columns = makeColumns(instrument)
  columnsByInstrument.set(instrument, columns)
  return columns
}

const makeColumns = (instrument: Instrument): readonly Column[] => {
  const items = itemsOf(instrument)
  const notes = new Map(instrument.variables.map((note) => [note.name, note]))
  const taken = new Set<string>()
  const unique = (wanted: string) => {
    let name = wanted
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${wanted}_${copy}`
    taken.add(name.toLowerCase())
    return name
  }
  const childrenOf = new Map<string, Item[]>()
  for (const item of items)
    if (item.parent !== undefined)
      childrenOf.set(item.parent, [...(childrenOf.get(item.parent) ?? []), item])
  const always = () => true
  const cells = items
    .filter(({ parent }) => parent === undefined)
    .flatMap((item) =>
      cellsOf(item, {
        childrenOf,
        lens: (answers) => answers[item.key],
        commentLens: (answers) => answers[`${item.key}-Comment`],
        name: item.name,
        title: item.title,
        shownAs: [item.name],
        exists: always,
      }),
    )
  return cells.flatMap((cell) => columnsOfCell(cell, { note: noteOf(cell.item, notes), unique }))
}

/** The note of an item, or the one of the matrix or panel it belongs to. */
const noteOf = (item: Item, notes: ReadonlyMap<string, VariableNote>): VariableNote | undefined =>
  notes.get(item.name) ?? (item.parent === undefined ? undefined : notes.get(item.parent))
