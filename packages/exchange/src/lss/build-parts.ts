import { printExpression } from '../expression/print-expression.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import type { Element } from './building.ts'
import { isOn, LISTS, rowsOf } from './question-kinds.ts'
import { isUnread, valueFrom } from './script-to-expression.ts'

/** The answer that is none of the others. */
export const other = (asked: Asked): Element => {
  const { question, attribute } = asked
  const text = asked.attributeTexts('other_replace_text') ?? asked.own('other')
  attribute('other_comment_mandatory')
  if (!question.other) return {}
  if (isOn(attribute('other_numbers_only')))
    asked.drop('attribute other_numbers_only', because('other-takes-words'))
  return { showOtherItem: true, ...(text === undefined ? {} : { otherText: text }) }
}

/** The answers of one scale as choices. */
export const answersOf = (asked: Asked, scale: number): readonly Element[] => {
  const seen = new Set<string>()
  return asked.question.answers
    .filter((answer) => answer.scale === scale)
    .flatMap(({ code, texts }): readonly Element[] => {
      if (seen.has(code)) return []
      seen.add(code)
      const text = asked.plain(texts, `${asked.path}, answer ${code}`)
      return [{ value: asked.values[scale]?.get(code) ?? code, text: text ?? code }]
    })
}

/** What stands in the answer before anybody has given one. */
export const standard = (asked: Asked, defaults: Asked['question']['defaults']): Element => {
  const { question, base, building, parts } = asked
  const given = defaults.flatMap(({ subquestion, special, texts }) => {
    const text = texts.get(base) ?? [...texts.values()][0] ?? ''
    if ([...texts.values()].some((one) => one !== text))
      building.losses.approximated(
        asked.path,
        'default in several languages',
        because('default-of-source'),
      )
    return text === '' ? [] : [{ subquestion, special, text }]
  })
  const whole = given.find(
    ({ subquestion, special }) => ['', '0'].includes(subquestion) && special === '',
  )
  if (whole === undefined) {
    if (given.length > 0)
      asked.drop(
        `default ${given
          .map(({ text }) => `“${text.slice(0, 40)}”`)
          .slice(0, 5)
          .join(', ')}`,
        because('default-by-hand'),
      )
    return {}
  }
  const inner = /^\{([\s\S]*)\}$/.exec(plainText(whole.text).text)?.[1]
  if (inner !== undefined) {
    const result = valueFrom(inner, { variables: building.variables, question })
    if (!isUnread(result)) return { defaultValueExpression: printExpression(result.expression) }
    asked.drop(
      `default “${whole.text.slice(0, 120)}”`,
      because('set-by-hand', { why: result.message }),
    )
    return {}
  }
  const [variable] = parts
  if (variable === undefined) return {}
  const value = variable.encode(plainText(whole.text).text)
  const known = LISTS.has(question.type)
    ? [...(asked.values[0]?.values() ?? [])].includes(value)
    : true
  return known ? { defaultValue: value } : {}
}

/** The rows of an array, each with its condition. */
export const listedRows = (asked: Asked): readonly Element[] => {
  const seen = new Set<string>()
  return rowsOf(asked.question).flatMap((row): readonly Element[] => {
    const value = asked.rows.get(row.code) ?? row.code
    if (seen.has(value)) return []
    seen.add(value)
    return [
      {
        value,
        text: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        ...asked.partVisibility(row),
      },
    ]
  })
}
