import { isWholeNumber } from '../questionnaire/names.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import { numberIn } from './build-text.ts'
import { type Dictionary, isYes, type Json, type Node } from './dictionary.ts'

/** Action tags that mean something here. */
export const annotationsOf = (node: Node, dictionary: Dictionary): Json => {
  const { field, path, name, choices } = node
  const result: Json = {}
  const source = field.field_annotation
  if (source === '') return result
  const { losses } = dictionary
  const tags = [...source.matchAll(/@([A-Z][A-Z-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s@]+))?/g)]
  if (tags.length === 0)
    losses.dropped(path, `annotation “${source.slice(0, 100)}”`, because('note-for-staff'))
  for (const [whole, tag = '', quoted = ''] of tags) {
    const value = quoted.replace(/^(['"])(.*)\1$/s, '$2')
    const before = Object.keys(result).length
    if (tag === 'HIDDEN' || tag === 'HIDDEN-SURVEY') result.visible = false
    else if (tag === 'READONLY' || tag === 'READONLY-SURVEY') result.readOnly = true
    else if (tag === 'TODAY') result.defaultValueExpression = 'today()'
    else if (tag === 'NOW') result.defaultValueExpression = 'currentDate()'
    else if (tag === 'PLACEHOLDER' && value !== '' && choices.length === 0)
      result.placeholder = plainText(value).text
    else if (tag === 'CHARLIMIT' && isWholeNumber(value)) result.maxLength = Number(value)
    else if (tag === 'MAXCHECKED' && isWholeNumber(value)) result.maxSelectedChoices = Number(value)
    else if (tag === 'RANDOMORDER' && choices.length > 0) result.choicesOrder = 'random'
    else if (tag === 'DEFAULT' && value !== '' && !value.includes('[')) {
      const codes = value.split(',').map((code) => code.trim())
      const values = codes.flatMap((code) =>
        choices.filter((one) => one.code === code).map((one) => one.value),
      )
      if (choices.length === 0) result.defaultValue = numberIn(value) ?? value
      else if (values.length > 0)
        result.defaultValue = field.field_type.toLowerCase() === 'checkbox' ? values : values[0]
    }
    if (Object.keys(result).length > before) losses.kept(path, `annotation ${whole}`, name)
    else losses.dropped(path, `annotation ${whole}`, because('no-such-action-tag'))
  }
  return result
}

/** What a line says besides, and what becomes of it. */
export const remarkOn = ({ field, path }: Node, { losses }: Dictionary): void => {
  if (field.question_number !== '')
    losses.grouped('question numbers', because('numbered-by-page'), path)
  if (field.custom_alignment !== '')
    losses.grouped('custom alignment', because('side-of-page'), path)
  if (isYes(field.identifier)) losses.kept(path, 'identifier')
}
