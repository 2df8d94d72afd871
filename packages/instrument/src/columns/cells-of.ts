import type { Localized } from '../instrument.ts'
import type { Item } from '../items-of.ts'
import { isObject, numberOrUndefined } from '../json.ts'
import { joinTexts } from '../localized.ts'
import type { Answers, Column } from './column.ts'
import { tidied } from './tidied.ts'

/** Entries of a repeated panel or matrix that get variables when the definition sets no maximum itself. */
export const ENTRY_LIMIT = 10

/** How the raw answer of a (possibly nested) item is found. */
type Lens = (answers: Answers) => unknown

/** One place of the data that an item fills, and how its raw answer is found. */
export type Cell = {
  readonly item: Item
  readonly name: string
  readonly title: Localized
  readonly lens: Lens
  readonly commentLens: Lens
  readonly shownAs: readonly string[]
  readonly entryOf?: Column['entryOf']
  readonly exists: (answers: Answers) => boolean
}

type Position = {
  readonly childrenOf: ReadonlyMap<string, readonly Item[]>
  readonly lens: Lens
  readonly commentLens: Lens
  readonly name: string
  readonly title: Localized
  readonly shownAs: readonly string[]
  readonly entryOf?: Column['entryOf']
  readonly exists: (answers: Answers) => boolean
}

const inObject =
  (lens: Lens, key: string): Lens =>
  (answers) => {
    const value = lens(answers)
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }
const inList =
  (lens: Lens, place: number): Lens =>
  (answers) => {
    const value = lens(answers)
    return Array.isArray(value) ? value[place] : undefined
  }

/** The cells an item and what it holds are made of. */
export const cellsOf = (item: Item, position: Position): readonly Cell[] => {
  const { childrenOf, lens, title, exists } = position
  const children = childrenOf.get(item.name) ?? []
  switch (item.type) {
    case 'matrix':
      return children.map((row) => {
        const own = row.conditions.length > 0 || typeof item.json.rowsVisibleIf === 'string'
        return {
          item: row,
          name: row.name,
          title: row.title,
          lens: inObject(lens, row.name),
          commentLens: () => undefined,
          shownAs: own ? [row.name] : [row.name, ...position.shownAs],
          ...(position.entryOf === undefined ? {} : { entryOf: position.entryOf }),
          exists,
        }
      })
    case 'multipletext':
      return children.map((part) => ({
        item: part,
        name: `${position.name}_${part.name}`,
        title: joinTexts(title, part.title, ' – '),
        lens: inObject(lens, part.name),
        commentLens: () => undefined,
        shownAs: position.shownAs,
        ...(position.entryOf === undefined ? {} : { entryOf: position.entryOf }),
        exists,
      }))
    case 'matrixdropdown':
      return item.rows.flatMap((row) =>
        children.flatMap((column) =>
          cellsOf(asItem(column, item), {
            ...position,
            lens: inObject(inObject(lens, String(row.value)), column.key),
            commentLens: inObject(inObject(lens, String(row.value)), `${column.key}-Comment`),
            name: `${position.name}_${tidied(row.value)}_${column.name}`,
            title: joinTexts(row.text, column.title, ' – '),
          }),
        ),
      )
    case 'matrixdynamic':
    case 'paneldynamic':
      return Array.from({ length: entriesOf(item) }, (_, place) =>
        children.flatMap((part) => {
          const entry = inList(lens, place)
          const name = `${part.name}${suffixOf(position.name, item.name)}_${place + 1}`
          return cellsOf(asItem(part, item), {
            childrenOf,
            lens: inObject(entry, part.key),
            commentLens: inObject(entry, `${part.key}-Comment`),
            name,
            title: joinTexts(part.title, String(place + 1), ' – '),
            shownAs: [name, ...position.shownAs],
            entryOf: { container: item.name, conditional: part.conditions.length > 0 },
            exists: (answers) => exists(answers) && isObject(entry(answers)),
          })
        }),
      ).flat()
    default:
      return item.role === 'text'
        ? []
        : [
            {
              item,
              name: position.name,
              title,
              lens,
              commentLens: position.commentLens,
              shownAs: position.shownAs,
              ...(position.entryOf === undefined ? {} : { entryOf: position.entryOf }),
              exists,
            },
          ]
  }
}

/** A matrix column behaves like a question of its cell type. */
const asItem = (item: Item, holder: Item): Item =>
  item.type === 'matrixcolumn'
    ? {
        ...item,
        type: cellTypeOf(item, holder),
        role: cellTypeOf(item, holder) === 'expression' ? 'computed' : 'answer',
      }
    : item

const cellTypeOf = (column: Item, matrix: Item): string => {
  const own = column.json.cellType
  if (typeof own === 'string' && own !== 'default') return own
  return typeof matrix.json.cellType === 'string' && matrix.json.cellType !== 'default'
    ? matrix.json.cellType
    : 'dropdown'
}

/** `_2` when an entry lies in the second entry of an outer panel. */
const suffixOf = (name: string, item: string) =>
  name.startsWith(item) ? name.slice(item.length) : ''

/** How many entries of a repeated panel or matrix get variables. */
export const entriesOf = (item: Item): number => {
  const declared = numberOrUndefined(
    item.type === 'paneldynamic' ? item.json.maxPanelCount : item.json.maxRowCount,
  )
  return Math.max(1, Math.min(declared ?? ENTRY_LIMIT, 100))
}
