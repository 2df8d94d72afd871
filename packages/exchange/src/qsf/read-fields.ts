import type { ContextVariable } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import { isPrintable, printExpression } from '../expression/print-expression.ts'
import type { lossList } from '../questionnaire/loss-list.ts'
import { constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { decoded } from './carried-choices.ts'
import type { Item } from './declare-items.ts'
import { type Flow, fieldValue } from './read-flow.ts'

/** Embedded data: what the flow computes, and what the office must know. */
export const fieldsOf = (
  flow: Flow,
  {
    fields,
    fieldName,
    items,
    losses,
  }: {
    readonly fields: ReadonlyMap<string, string>
    readonly fieldName: (field: string) => string
    readonly items: ReadonlyMap<string, Item>
    readonly losses: ReturnType<typeof lossList>
  },
) => {
  const computed: { readonly name: string; readonly expression: string }[] = []
  const context: ContextVariable[] = []
  const assigned = new Set(flow.assignments.map(({ field }) => field))
  for (const field of new Set([...flow.received, ...assigned, ...fields.keys()])) {
    const name = fieldName(field)
    const own = flow.assignments.filter((assignment) => assignment.field === field)
    if (name !== field)
      losses.approximated(
        `embedded data ${field}`,
        `name “${field}”`,
        because('now-called', { name }),
      )
    if (own.length === 0) {
      context.push({ name, label: field })
      losses.approximated(
        `embedded data ${field}`,
        'value from a link or a contact list',
        because('declared-as-context', { name }),
      )
      continue
    }
    const expression = fieldValue(own, ({ value }) =>
      assignedValue(value, { items, fields: fieldName }),
    )
    computed.push({ name, expression: printExpression(expression) })
    losses.kept(`embedded data ${field}`, 'computed value')
  }
  return { computed, context }
}

const assignedValue = (
  value: string,
  {
    items,
    fields,
  }: { readonly items: ReadonlyMap<string, Item>; readonly fields: (field: string) => string },
): Expression => {
  const piped =
    /^\$\{q:\/\/([^/}]+)\/(ChoiceTextEntryValue|ChoiceGroup\/SelectedChoices|SelectedChoicesRecode)[^}]*\}$/.exec(
      value,
    )
  const item = piped === null ? undefined : items.get(decoded(piped[1] ?? ''))
  if (item !== undefined) return { kind: 'answer', item: item.name }
  const field = /^\$\{e:\/\/Field\/([^}]+)\}$/.exec(value)?.[1]
  if (field !== undefined) return { kind: 'answer', item: fields(field) }
  if (/^-?\d+(\.\d+)?$/.test(value)) return constant(Number(value))
  return constant(isPrintable(value) ? value.replaceAll(/[{}]/g, '') : '')
}
