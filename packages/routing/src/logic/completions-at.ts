import type { Instrument, Localized, Pointer } from '@echolot/instrument'
import { FunctionFactory } from 'survey-core'
import { answerSources } from './answer-source.ts'
import { conditionFields } from './condition-fields.ts'
import { placesOf } from './places-of.ts'
import { OPERATOR_WORDS, tokensOf } from './text-faults.ts'

/** Something that could stand at the cursor. */
export type Completion = {
  readonly kind: 'item' | 'value' | 'function' | 'operator'
  /** The text to put in place of `from`…`to`. */
  readonly insert: string
  readonly from: number
  readonly to: number
  /** Title of the item or text of the choice. */
  readonly label: Localized
}

const OPERATORS = [
  ...['and', 'or', '=', '<>', '<', '<=', '>', '>=', 'empty', 'notempty', 'contains'],
  ...['notcontains', 'anyof', 'allof', 'noneof'],
]

/** Names of the functions that expressions can call. */
export const functionNames = (): readonly string[] => FunctionFactory.Instance.getAll().toSorted()

/**
 * What could stand at the cursor of an expression being written: items inside and outside braces, the choices of the
 * item compared before it, functions and operators. Those that begin with what is written already come first.
 */
export const completionsAt = (
  text: string,
  cursor: number,
  { instrument, place }: { readonly instrument: Instrument; readonly place?: Pointer },
): readonly Completion[] => {
  const tokens = tokensOf(text)
  const at = tokens.find(
    ({ from, to, closed, kind }) =>
      kind !== 'sign' &&
      from < cursor &&
      (cursor < to || (cursor === to && (!closed || kind === 'word' || kind === 'number'))),
  )
  const before = tokens.filter(({ to }) => to <= (at?.from ?? cursor))
  const last = before.at(-1)
  const from = at?.from ?? cursor
  const to = at?.to ?? cursor
  const written = text
    .slice(from, cursor)
    .replace(/^[{'"]#?/, '')
    .toLowerCase()
  const fits = <Entry extends { readonly insert: string; readonly label: Localized }>(
    entries: readonly Entry[],
  ): readonly Entry[] => {
    const inName = (entry: Entry) => bare(entry.insert).includes(written)
    const inLabel = (entry: Entry) => JSON.stringify(entry.label).toLowerCase().includes(written)
    const starts = entries.filter((entry) => bare(entry.insert).startsWith(written))
    return [
      ...starts,
      ...entries.filter((entry) => !starts.includes(entry) && (inName(entry) || inLabel(entry))),
    ]
  }
  const items = (): readonly Completion[] =>
    conditionFields(instrument, place)
      .toSorted((one, other) => RANK[one.asked] - RANK[other.asked])
      .map(({ path, label }) => ({ kind: 'item', insert: `{${path}}`, from, to, label }))
  if (at?.kind === 'answer') return fits(items())

  const compared = comparedBefore(before)
  const own = placesOf(instrument).find(({ path }) => path === place)
  const source = compared === undefined ? undefined : answerSources(instrument)(compared, own)
  const values: readonly Completion[] = (
    source?.type === 'boolean' && typeof source.item?.json.valueTrue !== 'string'
      ? [true, false].map((value) => ({ value, text: source.choices[value ? 0 : 1]?.text ?? '' }))
      : (source?.choices ?? [])
  ).map(({ value, text: label }) => ({
    kind: 'value',
    insert: typeof value === 'string' ? `'${value.replaceAll(/(['"])/g, '\\$1')}'` : String(value),
    from,
    to,
    label,
  }))
  if (at?.kind === 'text') return fits(values)
  const isAfterOperand =
    last !== undefined &&
    (last.kind === 'answer' ||
      last.kind === 'text' ||
      last.kind === 'number' ||
      last.says === ')' ||
      last.says === ']' ||
      (last.kind === 'word' && /^(empty|notempty|true|false)$/i.test(last.says)))
  if (isAfterOperand)
    return fits(
      OPERATORS.map((operator) => ({
        kind: 'operator',
        insert: operator,
        from,
        to,
        label: operator,
      })),
    )
  const functions: readonly Completion[] = functionNames().map((name) => ({
    kind: 'function',
    insert: `${name}(`,
    from,
    to,
    label: name,
  }))
  return [...fits(values), ...fits(items()), ...fits(functions)]
}

const RANK = { before: 0, 'same-page': 1, always: 2, itself: 3, after: 4 }

const bare = (insert: string) => insert.replaceAll(/[{}'"(]/g, '').toLowerCase()

/** The path that the operator before the cursor compares, over the entries of a list begun already. */
const comparedBefore = (
  before: readonly { readonly kind: string; readonly says: string; readonly closed: boolean }[],
): string | undefined => {
  for (const { kind, says } of before.toReversed()) {
    if (kind === 'answer') return says.slice(1, -1)
    const isPassed =
      kind === 'text' ||
      kind === 'number' ||
      (kind === 'sign' && /^[=<>!,[-]$/.test(says)) ||
      (kind === 'word' && OPERATOR_WORDS.has(says.toLowerCase()) && !/^(and|or)$/i.test(says))
    if (!isPassed) return undefined
  }
  return undefined
}
