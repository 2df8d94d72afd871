import type { Choice } from './choices-of.ts'
import type { Instrument, Localized, Variable, VariableNote } from './instrument.ts'
import { type Item, itemsOf } from './items-of.ts'
import { isObject, numberOrUndefined } from './json.ts'
import { joinTexts } from './localized.ts'

/** Entries of a repeated panel or matrix that get variables when the definition sets no maximum itself. */
export const ENTRY_LIMIT = 10

/** One variable, and how its value is read out of a response's answers. */
export type Column = {
  readonly variable: Variable
  /** The name it would have if no other variable had it already. */
  readonly wanted: string
  readonly page: string
  /** The item's names among `shown`, the most exact first; any of them means that it was displayed. */
  readonly shownAs: readonly string[]
  /** Name of the panel or matrix whose display only counts for entries that exist, for variables of one entry. */
  readonly entryOf?: { readonly container: string; readonly conditional: boolean }
  /** Groups the variables that one answer fills, e.g. all choices of a multiple choice. */
  readonly answer: string
  readonly role: 'answer' | 'computed' | 'comment'
  /** Whether the entry that holds the cell exists in these answers. */
  readonly exists: (answers: Answers) => boolean
  /** The cell as answered: undefined when blank, `UNREADABLE` when it is nothing this variable can hold. */
  readonly read: (answers: Answers) => number | string | undefined | typeof UNREADABLE
}

/** Answers as SurveyJS keeps them. */
export type Answers = { readonly [key: string]: unknown }

/** An answer that does not fit its variable; never guessed at. */
export const UNREADABLE = Symbol('unreadable')

const columnsByInstrument = new WeakMap<Instrument, readonly Column[]>()

/** All variables of an instrument in the order of the form. The work is done once for each instrument object. */
export const columnsOf = (instrument: Instrument): readonly Column[] => {
  const known = columnsByInstrument.get(instrument)
  if (known !== undefined) return known
  const columns = makeColumns(instrument)
  columnsByInstrument.set(instrument, columns)
  return columns
}

/** How the raw answer of a (possibly nested) item is found. */
type Lens = (answers: Answers) => unknown

type Cell = {
  readonly item: Item
  readonly name: string
  readonly title: Localized
  readonly lens: Lens
  readonly commentLens: Lens
  readonly shownAs: readonly string[]
  readonly entryOf?: Column['entryOf']
  readonly exists: (answers: Answers) => boolean
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
const cellsOf = (item: Item, position: Position): readonly Cell[] => {
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

const MULTIPLE = new Set(['checkbox', 'tagbox'])
const SINGLE = new Set([
  'radiogroup',
  'dropdown',
  'buttongroup',
  'rating',
  'boolean',
  'imagepicker',
  'matrixrow',
])
const NUMBER_INPUTS = new Set(['number', 'range'])
const DATE_INPUTS = new Set(['date'])

type Making = { readonly note: VariableNote | undefined; readonly unique: (name: string) => string }

const columnsOfCell = (cell: Cell, making: Making): readonly Column[] => {
  const { item } = cell
  if (MULTIPLE.has(item.type) || (item.type === 'imagepicker' && item.json.multiSelect === true))
    return multipleColumns(cell, making)
  if (item.type === 'ranking') return rankColumns(cell, making)
  const main =
    SINGLE.has(item.type) && item.choices.length > 0
      ? singleColumn(cell, making)
      : openColumn(cell, making)
  return [main, ...commentColumns(cell, making)]
}

type ColumnParts = Pick<Variable, 'type' | 'measure'> & {
  readonly name: string
  readonly label: Localized
  readonly values?: Variable['values']
  readonly range?: Variable['range']
  readonly missing: readonly number[]
  readonly read: Column['read']
}

const columnFrom = (cell: Cell, { note, unique }: Making, parts: ColumnParts): Column => ({
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

const NO_ANSWER = -99
const KEYWORD_CODES: Readonly<Record<string, number>> = { refused: -88, dontknow: -77 }
const MISSING_CHOICES = new Set<number | string>([-77, -88, 'refused', 'dontknow'])

const missingOf = (choices: readonly Choice[], note: VariableNote | undefined): readonly number[] =>
  [-77, -88]
    .filter(
      (code) =>
        note?.missing?.includes(code) === true ||
        choices.some(({ value }) => value === code || KEYWORD_CODES[String(value)] === code),
    )
    .concat(NO_ANSWER)

const isBlank = (raw: unknown) =>
  raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)

const singleColumn = (cell: Cell, making: Making): Column => {
  const { item } = cell
  const missing = missingOf(item.choices, making.note)
  const coded = codesOf(item)
  const numeric = coded !== undefined
  const codes = coded ?? new Map(item.choices.map(({ value }) => [String(value), String(value)]))
  const read: Column['read'] = (answers) => {
    const raw = cell.lens(answers)
    if (isBlank(raw)) return undefined
    if (typeof raw === 'number' && missing.includes(raw)) return numeric ? raw : undefined
    if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
      return UNREADABLE
    return codes.get(String(raw)) ?? UNREADABLE
  }
  return columnFrom(cell, making, {
    name: cell.name,
    label: cell.title,
    type: numeric ? 'integer' : 'text',
    measure: making.note?.measure ?? (item.type === 'rating' ? 'ordinal' : 'nominal'),
    values: valuesOf(item, codes),
    missing,
    read,
  })
}

const valuesOf = (item: Item, codes: ReadonlyMap<string, number | string>): Variable['values'] =>
  item.choices.map(({ value, text }) => ({
    value: codes.get(String(value)) ?? String(value),
    label: text,
  }))

/**
 * The number each answer is stored as: its own for whole-number values, 1 and 0 for yes and no, −77 and −88 for the
 * library's "don't know" and "refused". Undefined when a value has no number of its own; then the column is text.
 */
const codesOf = (item: Item): ReadonlyMap<string, number> | undefined => {
  if (
    item.type === 'boolean' &&
    item.json.valueTrue === undefined &&
    item.json.valueFalse === undefined
  )
    return new Map([
      ['true', 1],
      ['false', 0],
    ])
  const codes = new Map<string, number>()
  for (const { value } of item.choices) {
    const code = KEYWORD_CODES[String(value)] ?? (typeof value === 'number' ? value : Number.NaN)
    if (!Number.isInteger(code)) return undefined
    codes.set(String(value), code)
  }
  return codes
}

const multipleColumns = (cell: Cell, making: Making): readonly Column[] => {
  const { item } = cell
  const missing = missingOf(item.choices, making.note)
  const offered = item.choices.filter(({ value }) => !MISSING_CHOICES.has(value))
  const known = new Set(item.choices.map(({ value }) => String(value)))
  const read =
    (wanted: string): Column['read'] =>
    (answers) => {
      const raw = cell.lens(answers)
      if (isBlank(raw)) return undefined
      if (typeof raw === 'number' && missing.includes(raw)) return raw
      if (!Array.isArray(raw)) return UNREADABLE
      const picked = raw.map(String)
      if (!picked.every((value) => known.has(value))) return UNREADABLE
      const code = picked
        .map((value) => KEYWORD_CODES[value] ?? Number(value))
        .find((value) => missing.includes(value))
      if (code !== undefined) return code
      return picked.includes(wanted) ? 1 : 0
    }
  const columns = offered.map((choice) =>
    columnFrom(cell, making, {
      name: `${cell.name}_${tidied(choice.value)}`,
      label: joinTexts(cell.title, choice.text, ' – '),
      type: 'integer',
      measure: 'nominal',
      values: [
        { value: 1, label: { default: 'selected', de: 'gewählt' } },
        { value: 0, label: { default: 'not selected', de: 'nicht gewählt' } },
      ],
      missing,
      read: read(String(choice.value)),
    }),
  )
  return [...columns, ...commentColumns(cell, making)]
}

const rankColumns = (cell: Cell, making: Making): readonly Column[] => {
  const { item } = cell
  const missing = missingOf([], making.note)
  const known = new Set(item.choices.map(({ value }) => String(value)))
  const places = numberOrUndefined(item.json.maxSelectedChoices) ?? item.choices.length
  const partial = item.json.selectToRankEnabled === true
  return item.choices.map((choice) =>
    columnFrom(cell, making, {
      name: `${cell.name}_${tidied(choice.value)}`,
      label: joinTexts(cell.title, choice.text, ' – '),
      type: 'integer',
      measure: 'ordinal',
      ...(partial
        ? { values: [{ value: 0, label: { default: 'not chosen', de: 'nicht gewählt' } }] }
        : {}),
      range: { min: partial ? 0 : 1, max: places > 0 ? places : item.choices.length },
      missing,
      read: (answers) => {
        const raw = cell.lens(answers)
        if (isBlank(raw)) return undefined
        if (typeof raw === 'number' && missing.includes(raw)) return raw
        if (!Array.isArray(raw)) return UNREADABLE
        const ranked = raw.map(String)
        if (!ranked.every((value) => known.has(value))) return UNREADABLE
        return ranked.indexOf(String(choice.value)) + 1
      },
    }),
  )
}

const openColumn = (cell: Cell, making: Making): Column => {
  const { item } = cell
  const missing = missingOf([], making.note)
  if (item.type === 'expression') return computedColumn(cell, making)
  const numeric =
    item.type === 'slider' || (item.inputType !== undefined && NUMBER_INPUTS.has(item.inputType))
  if (!numeric)
    return columnFrom(cell, making, {
      name: cell.name,
      label: cell.title,
      type: item.inputType !== undefined && DATE_INPUTS.has(item.inputType) ? 'date' : 'text',
      measure: making.note?.measure ?? 'text',
      missing,
      read: (answers) => textCell(cell.lens(answers)),
    })
  const range = {
    ...(typeof item.min === 'number' ? { min: item.min } : {}),
    ...(typeof item.max === 'number' ? { max: item.max } : {}),
  }
  const type = isWholeNumber(item) ? 'integer' : 'number'
  return columnFrom(cell, making, {
    name: cell.name,
    label: cell.title,
    type,
    measure: making.note?.measure ?? 'scale',
    ...(Object.keys(range).length > 0 ? { range } : {}),
    missing,
    read: (answers) => {
      const raw = cell.lens(answers)
      if (isBlank(raw)) return undefined
      const number = numberOrUndefined(raw)
      if (number === undefined) return UNREADABLE
      if (missing.includes(number)) return number
      const inRange = number >= (range.min ?? -Infinity) && number <= (range.max ?? Infinity)
      return inRange && (type === 'number' || Number.isInteger(number)) ? number : UNREADABLE
    },
  })
}

/** Whole numbers only: a whole step from a whole minimum. */
export const isWholeNumber = (item: Pick<Item, 'step' | 'min'>): boolean =>
  item.step !== undefined &&
  Number.isInteger(item.step) &&
  (item.min === undefined || (typeof item.min === 'number' && Number.isInteger(item.min)))

const computedColumn = (cell: Cell, making: Making): Column =>
  columnFrom(cell, making, {
    name: cell.name,
    label: cell.title,
    type: 'text',
    measure: making.note?.measure ?? 'text',
    missing: [],
    read: (answers) => textCell(cell.lens(answers)),
  })

/** Text as written; what is no text (files, signatures, unknown types) as its JSON. */
const textCell = (raw: unknown): string | undefined => {
  if (isBlank(raw) || (typeof raw === 'number' && (raw === -77 || raw === -88))) return undefined
  return typeof raw === 'string' ? raw : JSON.stringify(raw)
}

/** Words beside an answer: of "other", or of a comment area. */
const commentColumns = (cell: Cell, making: Making): readonly Column[] => {
  const { json, choices } = cell.item
  const has =
    json.showCommentArea === true ||
    json.hasComment === true ||
    choices.some(({ value }) => value === 'other')
  if (!has) return []
  const text = columnFrom(cell, making, {
    name: `${cell.name}_comment`,
    label: joinTexts(cell.title, { default: 'in words', de: 'in Worten' }, ' – '),
    type: 'text',
    measure: 'text',
    missing: [],
    read: (answers) => textCell(cell.commentLens(answers)),
  })
  return [
    {
      ...text,
      role: 'comment',
      answer: `${cell.name}_comment`,
      variable: { ...text.variable, sensitivity: 'free-text' },
    },
  ]
}

/** A stored value as the end of a variable's name. */
const tidied = (value: string | number): string =>
  String(value)
    .replace(/^-/, 'm')
    .replace(/[^\p{L}\p{N}_]+/gu, '_')
    .replace(/_+$/, '')
