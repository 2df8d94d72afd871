import type { Localized } from '@echolot/instrument'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { because } from '../reasons/because.ts'
import { questionParts } from './build-question.ts'
import { type Choice, type Form, type Json, lineOf, listOf, type Node } from './form.ts'
import { translate } from './form-conditions.ts'
import { kept } from './form-lines.ts'
import type { QuestionType } from './question-type.ts'

/** A question with choices. */
export const selectOf = (
  node: Node,
  type: QuestionType & { readonly kind: 'select' },
  form: Form,
): readonly Json[] => {
  const path = lineOf(node)
  const { line } = node
  const list = listOf(type.list, form)
  if (list === undefined) {
    form.losses.dropped(
      path,
      `${line.get('type')} “${node.source}”`,
      type.external
        ? because('choices-beside-form', { list: type.list })
        : because('no-such-list', { list: type.list }),
    )
    return []
  }
  const appearance = (line.get('appearance') ?? '').toLowerCase()
  const long = /minimal|autocomplete|search|compact-list/.test(appearance)
  const parts = questionParts(node, form)
  const columns = /columns-(\d+)/.exec(appearance)?.[1]
  const known = appearance
    .split(/\s+/)
    .filter(
      (word) =>
        word !== '' &&
        !/^(minimal|autocomplete|horizontal|columns-\d+|likert|quick|w\d)$/.test(word),
    )
  if (known.length > 0)
    form.losses.approximated(
      path,
      `appearance “${known.join(' ')}”`,
      because('choices-usual'),
      node.name,
    )
  const chosen = choicesFor(node, list, form)
  return kept(node, form, {
    type:
      type.select === 'rank'
        ? 'ranking'
        : type.select === 'one'
          ? long
            ? 'dropdown'
            : 'radiogroup'
          : long
            ? 'tagbox'
            : 'checkbox',
    ...parts,
    choices: chosen,
    ...(type.orOther ? { showOtherItem: true } : {}),
    ...(/randomize\s*=\s*true/i.test(line.get('parameters') ?? '')
      ? { choicesOrder: 'random' }
      : {}),
    ...(/horizontal|likert/.test(appearance) && !long && type.select !== 'rank'
      ? { colCount: 0 }
      : {}),
    ...(columns === undefined || long || type.select === 'rank'
      ? {}
      : { colCount: Number(columns) }),
  })
}

const choicesFor = (node: Node, list: readonly Choice[], form: Form): readonly Json[] => {
  const filter = node.line.get('choice_filter')
  const made = new Map<
    string | number,
    { readonly text: Localized; readonly shown: Expression[]; always: boolean }
  >()
  let failed = filter === undefined
  for (const { value, text, columns } of list) {
    const expression =
      failed || filter === undefined
        ? undefined
        : translate(form, { node, source: filter, what: 'choice_filter', columns })
    if (filter !== undefined && expression === undefined) failed = true
    const entry = made.get(value) ?? { text, shown: [], always: false }
    if (expression === undefined) entry.always = true
    else entry.shown.push(expression)
    made.set(value, entry)
  }
  if (filter !== undefined && !failed)
    form.losses.kept(lineOf(node), `choice_filter “${filter}”`, node.name)
  return [...made].map(([value, { text, shown, always }]) => ({
    value,
    text,
    ...(always || failed || shown.length === 0
      ? {}
      : { visibleIf: printExpression({ kind: 'or', of: shown }) }),
  }))
}
