import { because } from '../reasons/because.ts'
import { type Form, type Json, lineOf, MEDIA, type Node } from './form.ts'

export const titleOf = (node: Node, form: Form): Json => {
  const title = form.say(node.line.texts('label'), lineOf(node), node)
  const hint = form.say(node.line.texts('hint'), lineOf(node), node)
  return {
    ...(title === undefined ? {} : { title }),
    ...(hint === undefined ? {} : { description: hint }),
  }
}

export const QUESTION_COLUMNS = new Set([
  ...[
    'type',
    'name',
    'label',
    'hint',
    'relevant',
    'required',
    'required_message',
    'read_only',
    'default',
  ],
  ...[
    'constraint',
    'constraint_message',
    'appearance',
    'choice_filter',
    'calculation',
    'parameters',
    'rows',
    'disabled',
  ],
])

/** Columns of this line that nobody here reads. */
export const remarkOn = (node: Node, form: Form, known: ReadonlySet<string>): void => {
  const media = node.line.filled.filter(({ column }) => MEDIA.has(column.name))
  if (media.length > 0)
    form.losses.dropped(
      lineOf(node),
      media.map(({ column, text }) => `${column.header} “${text}”`).join(', '),
      because('files-beside-form'),
    )
  for (const { column } of node.line.filled)
    if (!known.has(column.name) && !MEDIA.has(column.name))
      form.losses.grouped(
        `column “${column.header}”`,
        because('steers-something-else'),
        lineOf(node),
        'dropped',
      )
}

/** An element whose line is taken over, with remarks on the rest of the line. */
export const kept = (node: Node, form: Form, element: Json): readonly Json[] => {
  form.losses.kept(lineOf(node), `${node.line.get('type')} “${node.source}”`, node.name)
  remarkOn(node, form, QUESTION_COLUMNS)
  return [element]
}
