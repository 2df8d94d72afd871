import { safeHtml } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { annotationsOf, remarkOn } from './annotations.ts'
import { sliderOf, textOf } from './build-text.ts'
import { CHOICE_TYPES, type Dictionary, isYes, type Json, type Node } from './dictionary.ts'
import { conditionOf, piped, translate, wordsOf } from './dictionary-logic.ts'

const UNTAKEN: Readonly<Record<string, Reason>> = {
  file: because('no-files-and-signatures'),
  sql: because('choices-from-database'),
}

/** What a field becomes; nothing, and reported, when it cannot be asked. */
export const elementOf = (node: Node, dictionary: Dictionary): readonly Json[] => {
  const { field, path } = node
  const { losses } = dictionary
  const type = field.field_type.toLowerCase()
  if (!node.taken) {
    if (dictionary.context.some(({ name }) => name === node.name))
      losses.approximated(path, 'record identifier', because('record-is-context'))
    else
      losses.dropped(
        path,
        `field type “${field.field_type}”`,
        UNTAKEN[type] ?? because('type-unknown'),
      )
    return []
  }
  if (type === 'descriptive') return descriptiveOf(node, dictionary)
  const choices = node.choices.map(({ value, text }) => ({
    value,
    text: piped(text, node, dictionary),
  }))
  if (CHOICE_TYPES.has(type) && choices.length === 0) {
    losses.dropped(path, `field type “${type}”`, because('no-choices'))
    return []
  }
  if (type === 'calc') return calculationOf(node, dictionary)
  losses.kept(path, `field type “${type}”`, node.name)
  remarkOn(node, dictionary)
  const title = wordsOf(field.field_label, node, dictionary)
  const description =
    field.field_note === '' ? undefined : wordsOf(field.field_note, node, dictionary)
  return [
    {
      ...typeOf(node, type, dictionary),
      name: node.name,
      ...(title === '' ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(choices.length > 0 ? { choices } : {}),
      ...(isYes(field.required_field) ? { isRequired: true } : {}),
      ...(/^[LR]H$/i.test(field.custom_alignment) &&
      (type === 'radio' || type === 'checkbox' || type === 'yesno' || type === 'truefalse')
        ? { colCount: 0 }
        : {}),
      ...conditionOf(node, dictionary),
      ...annotationsOf(node, dictionary),
    },
  ]
}

const descriptiveOf = (node: Node, dictionary: Dictionary): readonly Json[] => {
  const { text, findings } = safeHtml(node.field.field_label.replaceAll(/\r?\n/g, '<br>'))
  if (text === '') {
    dictionary.losses.dropped(node.path, 'descriptive field', because('no-words-no-pictures'))
    return []
  }
  if (findings.length > 0)
    dictionary.losses.approximated(
      node.path,
      'markup of a descriptive field',
      because('left-out', { what: findings.join(', ') }),
      node.name,
    )
  dictionary.losses.kept(node.path, 'descriptive field', node.name)
  remarkOn(node, dictionary)
  if (node.field.field_note !== '')
    dictionary.losses.dropped(node.path, 'field note', because('note-second-text'))
  const { isRequired: _, ...annotated } = annotationsOf(node, dictionary)
  return [
    {
      type: 'html',
      name: node.name,
      html: piped(text, node, dictionary),
      ...conditionOf(node, dictionary),
      ...annotated,
    },
  ]
}

const calculationOf = (node: Node, dictionary: Dictionary): readonly Json[] => {
  const { field, path } = node
  const expression = translate(dictionary, { node, source: field.choices, what: 'calculation' })
  remarkOn(node, dictionary)
  const title = wordsOf(field.field_label, node, dictionary)
  const description = wordsOf(field.field_note, node, dictionary)
  if (expression !== undefined && /[-+*/^]/.test(field.choices))
    dictionary.losses.approximated(
      path,
      'calc with blank answers',
      because('blank-counts-as-zero'),
      node.name,
    )
  return [
    {
      type: 'expression',
      name: node.name,
      ...(title === '' ? {} : { title }),
      ...(description === '' ? {} : { description }),
      ...(expression === undefined ? {} : { expression }),
      ...conditionOf(node, dictionary),
      ...annotationsOf(node, dictionary),
    },
  ]
}

const typeOf = (node: Node, type: string, dictionary: Dictionary): Json => {
  switch (type) {
    case 'notes':
    case 'textarea':
      return { type: 'comment' }
    case 'dropdown':
    case 'select':
      return { type: 'dropdown' }
    case 'checkbox':
      return { type: 'checkbox' }
    case 'radio':
    case 'yesno':
    case 'truefalse':
      return { type: 'radiogroup' }
    case 'slider':
      return sliderOf(node, dictionary)
    default:
      return textOf(node, dictionary)
  }
}
