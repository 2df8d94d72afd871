import type { Localized, Variable, VariableNote } from '../instrument.ts'
import type { Cell } from './cells-of.ts'
import type { Column } from './column.ts'

/** What the making of a variable needs besides its cell. */
export type Making = {
  readonly note: VariableNote | undefined
  readonly unique: (name: string) => string
}

type ColumnParts = Pick<Variable, 'type' | 'measure'> & {
  readonly name: string
  readonly label: Localized
  readonly values?: Variable['values']
  readonly range?: Variable['range']
  readonly missing: readonly number[]
  readonly read: Column['read']
}

/** One variable of a cell. */
export const columnFrom = (cell: Cell, { note, unique }: Making, parts: ColumnParts): Column => ({
  variable: {
    name: unique(parts.name),
    item: cell.item.name,
    label: note?.label !== undefined && parts.name === cell.name ? note.label : parts.label,
    measure: parts.measure,
    type: parts.type,
    ...(parts.values === undefined ? {} : { values: parts.values }),
    missing: parts.type === 'text' || parts.type === 'date' ? [] : parts.missing,
    ...(parts.range === undefined ? {} : { range: parts.range }),
    sensitivity: note?.sensitivity ?? 'sensitive',
    ...(note?.purpose === undefined ? {} : { purpose: note.purpose }),
  },
  wanted: parts.name,
  page: cell.item.page,
  shownAs: cell.shownAs,
  ...(cell.entryOf === undefined ? {} : { entryOf: cell.entryOf }),
  answer: cell.name,
  role: cell.item.role === 'computed' ? 'computed' : 'answer',
  exists: cell.exists,
  read: parts.read,
})
