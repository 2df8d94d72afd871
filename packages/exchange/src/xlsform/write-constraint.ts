import type { Item } from '@echolot/instrument'
import { because } from '../reasons/because.ts'
import { listOf, type Writer } from './writer.ts'

/** What an answer must be, in XPath. */
export const constraintOf = (
  item: Item,
  writer: Writer,
): { readonly constraint: string; readonly message: unknown } => {
  const { json, path, name, type } = item
  const parts: string[] = []
  let message: unknown = json.minErrorText ?? json.maxErrorText
  if (type === 'text') {
    const bound = (value: unknown) =>
      typeof value === 'number' ? String(value) : `date('${String(value)}')`
    if (json.min !== undefined) parts.push(`. >= ${bound(json.min)}`)
    if (json.max !== undefined) parts.push(`. <= ${bound(json.max)}`)
  }
  if (typeof json.maxLength === 'number' && json.maxLength > 0)
    parts.push(`string-length(.) <= ${json.maxLength}`)
  if (typeof json.maxSelectedChoices === 'number' && json.maxSelectedChoices > 0)
    parts.push(`count-selected(.) <= ${json.maxSelectedChoices}`)
  if (typeof json.minSelectedChoices === 'number' && json.minSelectedChoices > 0)
    parts.push(`count-selected(.) >= ${json.minSelectedChoices}`)
  for (const [place, validator] of listOf(json.validators).entries()) {
    const at = `${path}/validators/${place}`
    const before = parts.length
    if (
      validator.type === 'regex' &&
      typeof validator.regex === 'string' &&
      !validator.regex.includes("'")
    )
      parts.push(`regex(., '${validator.regex}')`)
    else if (validator.type === 'numeric') {
      if (typeof validator.minValue === 'number') parts.push(`. >= ${validator.minValue}`)
      if (typeof validator.maxValue === 'number') parts.push(`. <= ${validator.maxValue}`)
    } else if (validator.type === 'expression') {
      const said = writer.xpath(validator.expression, at, 'validator', name)
      if (said !== undefined)
        parts.push(parts.length > 0 || listOf(json.validators).length > 1 ? `(${said})` : said)
    } else
      writer.lost(
        'dropped',
        at,
        `validator “${String(validator.type)}”`,
        because('no-such-check-there'),
      )
    if (parts.length > before) message ??= validator.text
  }
  return { constraint: parts.join(' and '), message }
}
