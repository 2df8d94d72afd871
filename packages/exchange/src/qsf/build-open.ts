import { patternRisk } from '@echolot/routing/safe-pattern'
import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { compare, constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import type { Element } from './building.ts'
import { contentJson } from './content.ts'
import { fieldOf, textIn } from './json-access.ts'

/** A question that is answered by typing. */
export const open = (asked: Asked): Element => {
  const { question, name, setting, settings, json } = asked
  const { json: content, rules } = contentJson(asked)
  if (question.type !== 'TE')
    asked.approximate(
      `type ${question.type} ${question.selector}`.trim(),
      because('answer-in-words'),
    )
  const long = ['ML', 'ESTB'].includes(question.selector) && Object.keys(content).length === 0
  const kind = setting('Type')
  const most = Number(
    setting('TotalChars') || textIn(fieldOf(settings, 'CharRange'), 'Max') || setting('MaxChars'),
  )
  const least = Number(setting('MinChars') || textIn(fieldOf(settings, 'CharRange'), 'Min'))
  const pattern = textIn(settings, 'Regex')
  const checks: Element[] = [...rules, ...asked.custom()]
  if (/Char/.test(kind) && least > 0)
    checks.push({ type: 'text', minLength: least, ...(most > 0 ? { maxLength: most } : {}) })
  if (pattern !== '')
    if (patternRisk(pattern) === undefined) checks.push({ type: 'regex', regex: pattern })
    else asked.drop(`pattern “${pattern.slice(0, 120)}”`, because('pattern-unsafe'))
  if (question.selector === 'AUTO' || fieldOf(json.SearchSource, 'AllowFreeResponse') !== undefined)
    asked.approximate('completion from a list', because('answer-typed'))
  const preset =
    textIn(fieldOf(json.DefaultChoices, 'TEXT'), 'Text') || textIn(json.DefaultChoices, 'Text')
  return {
    type: long ? 'comment' : 'text',
    name,
    ...asked.common(),
    ...(question.selector === 'PW' ? { inputType: 'password' } : content),
    ...(/Char/.test(kind) && most > 0 ? { maxLength: most } : {}),
    ...asked.validators(checks),
    ...(preset === '' || preset.includes('${') ? {} : { defaultValue: preset }),
  }
}

/** Several texts or numbers in one question. */
export const several = (asked: Asked): Element => {
  const { item, name, setting, settings } = asked
  const isNumber = item.kind === 'numbers'
  const { json: content, rules } = contentJson(asked)
  const {
    min: _,
    max: __,
    step: ___,
    ...plain
  } = content as { readonly min?: number; readonly max?: number; readonly step?: number }
  const limits: Element[] =
    content.min === undefined && content.max === undefined
      ? []
      : [
          {
            type: 'numeric',
            ...(content.min === undefined ? {} : { minValue: content.min }),
            ...(content.max === undefined ? {} : { maxValue: content.max }),
          },
        ]
  const { isRequired, ...common } = asked.common() as { readonly isRequired?: boolean }
  const parts = [...item.values.values()].map(
    (part): Expression => ({ kind: 'answer', item: name, part: String(part) }),
  )
  const total = Number(
    setting('ChoiceTotal') ||
      setting('ConSumTotal') ||
      textIn(fieldOf(settings, 'ChoicesTotal'), 'Total'),
  )
  const sum: readonly Element[] =
    isNumber && Number.isFinite(total) && total > 0 && setting('Type') !== 'None'
      ? [
          {
            type: 'expression',
            expression: printExpression(
              compare({ kind: 'call', name: 'sum', of: parts }, '=', constant(total)),
            ),
          },
        ]
      : []
  const items = item.choices.map((choice) => {
    const own = fieldOf(fieldOf(choice.json, 'TextEntryValidation') ?? {}, 'ContentType')
    if (own !== undefined) asked.approximate('check of a single field', because('by-hand'))
    return {
      name: String(item.values.get(choice.id) ?? choice.id),
      title: asked.displayOf('Choices', choice),
      ...(isNumber ? { inputType: 'number' } : plain),
      ...(isRequired ? { isRequired: true } : {}),
      ...asked.validators([...rules, ...limits]),
    }
  })
  if (items.length === 0) return { type: 'text', name, ...asked.common() }
  for (const choice of item.choices) {
    const offered = asked.building.offered(item, choice)
    if (offered.kind !== 'constant')
      asked.drop(`condition of choice ${choice.id}`, because('all-fields-shown'))
  }
  return {
    type: 'multipletext',
    name,
    ...common,
    items,
    ...asked.validators([...sum, ...asked.custom()]),
  }
}
