import type { SheetRow } from './read-workbook.ts'

/** What one column holds: the XLSForm's own name for it, and whose language. */
export type Column = { readonly name: string; readonly language?: string; readonly header: string }

/** A sheet as questions are read from it. */
export type Sheet = {
  readonly columns: readonly Column[]
  readonly lines: readonly Line[]
  /** Headers that stand there more than once; the first counts. */
  readonly doubled: readonly string[]
  /** Numbers of lines with cells that stand under no header. */
  readonly loose: readonly number[]
}

/** One line; `get` gives the text of a column without language. */
export type Line = {
  readonly line: number
  readonly get: (name: string) => string | undefined
  /** Texts of a translated column by language as written in the header; '' for the column without one. */
  readonly texts: (name: string) => ReadonlyMap<string, string>
  /** Everything filled, for what nobody else asks for. */
  readonly filled: readonly { readonly column: Column; readonly text: string }[]
  /** The choice for which a loop repeats this line; it becomes a part of the name. */
  readonly loop?: string
}

/** Older and other spellings of the same column. */
const ALIASES: Readonly<Record<string, string>> = {
  caption: 'label',
  relevance: 'relevant',
  'bind relevant': 'relevant',
  'bind required': 'required',
  'bind constraint': 'constraint',
  'bind constraintmsg': 'constraint_message',
  'bind jr constraintmsg': 'constraint_message',
  'bind requiredmsg': 'required_message',
  'bind jr requiredmsg': 'required_message',
  'bind calculate': 'calculation',
  'bind readonly': 'read_only',
  'control appearance': 'appearance',
  requiredmsg: 'required_message',
  constraintmsg: 'constraint_message',
  'constraint message': 'constraint_message',
  'required message': 'required_message',
  'read only': 'read_only',
  readonly: 'read_only',
  calculate: 'calculation',
  'list name': 'list_name',
  'choice filter': 'choice_filter',
  'repeat count': 'repeat_count',
  count: 'repeat_count',
  command: 'type',
  tag: 'name',
  value: 'name',
}
/** Columns that may come in languages. */
const SPOKEN = new Set([
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  ...['image', 'audio', 'video', 'big-image'],
])

/** The header line makes the columns; of two columns with one meaning the first counts. */
export const readSheet = (rows: readonly SheetRow[]): Sheet => {
  const [head, ...rest] = rows
  const columns = new Map<number, Column>()
  const seen = new Set<string>()
  const doubled: string[] = []
  for (const [place, header] of head?.cells ?? []) {
    const column = columnOf(header)
    const key = `${column.name}\u0000${column.language ?? ''}`
    if (seen.has(key)) doubled.push(header)
    seen.add(key)
    columns.set(place, column)
  }
  const loose: number[] = []
  return {
    columns: [...columns.values()],
    doubled,
    loose,
    lines: rest.flatMap(({ line, cells }) => {
      const filled = [...cells].flatMap(([place, text]) => {
        const column = columns.get(place)
        return column === undefined ? [] : [{ column, text }]
      })
      if (filled.length < cells.size) loose.push(line)
      return filled.length === 0 ? [] : [lineFrom(line, filled)]
    }),
  }
}

/** A line of filled cells. */
export const lineFrom = (line: number, filled: Line['filled']): Line => ({
  line,
  filled,
  get: (name) =>
    filled.find(({ column }) => column.name === name && column.language === undefined)?.text,
  texts: (name) => {
    const texts = new Map<string, string>()
    for (const { column, text } of filled)
      if (column.name === name && !texts.has(column.language ?? ''))
        texts.set(column.language ?? '', text)
    return texts
  },
})

const columnOf = (header: string): Column => {
  const parts = (header.includes('::') ? header.split('::') : header.split(':')).map((part) =>
    part.trim(),
  )
  const lower = parts.map((part) => part.toLowerCase().replaceAll(/\s+/g, ' '))
  const own = ALIASES[lower.join(' ')]
  if (own !== undefined) return { name: own, header }
  const media = lower[0] === 'media' ? 1 : 0
  const first = lower[media] ?? ''
  const aliased = ALIASES[first] ?? first.replaceAll(' ', '_')
  if (parts.length === media + 1) return { name: aliased, header }
  const bound =
    ALIASES[lower.slice(0, -1).join(' ')] ?? (parts.length === media + 2 ? aliased : undefined)
  const language = parts.at(-1) ?? ''
  return bound !== undefined && SPOKEN.has(bound)
    ? { name: bound, language, header }
    : { name: lower.join('::'), header }
}
