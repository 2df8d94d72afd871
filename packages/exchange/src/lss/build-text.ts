import { printExpression } from '../expression/print-expression.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import type { Element } from './building.ts'
import { isUnread, valueFrom } from './script-to-expression.ts'

/** Words that ask for nothing. */
export const textElement = ({ building, question, path, name }: Asked): Element => {
  const languages = new Set([...question.texts.keys(), ...question.help.keys()])
  const all = new Map(
    [...languages].map((language) => {
      const help = question.help.get(language)
      const text = question.texts.get(language) ?? ''
      return [language, help === undefined ? text : `${text}<p>${help}</p>`] as const
    }),
  )
  return { type: 'html', name, html: building.texts.html(all, { path, question }) ?? '…' }
}

/** What LimeSurvey computes. */
export const equation = (asked: Asked): Element => {
  const { building, question, base, name, path } = asked
  const [variable] = asked.parts
  const source = question.texts.get(base) ?? ''
  const plain = plainText(source).text.trim()
  const inner = /^\{([^{}]*)\}$/.exec(plain)?.[1]
  if (inner !== undefined && variable !== undefined) {
    const result = valueFrom(inner, { variables: building.variables, question })
    if (!isUnread(result))
      return { type: 'expression', name, expression: printExpression(result.expression) }
    asked.drop(
      `equation “${plain.slice(0, 200)}”`,
      because('formula-by-hand', { why: result.message }),
    )
    return { type: 'expression', name, title: plainText(plain).text.replaceAll(/[{}]/g, ' ') }
  }
  const title = building.texts.plain(question.texts, { path, question })
  const text = typeof title === 'string' ? title : (title?.default ?? '')
  const parts = text.split(/(\{[^{}]*\})/).filter((part) => part !== '')
  const expression = parts
    .map((part) => (/^\{.*\}$/.test(part) ? part : `'${part.replaceAll(/['"\\]/g, '’')}'`))
    .join(' + ')
  return {
    type: 'expression',
    name,
    ...(title === undefined ? {} : { title }),
    ...(parts.some((part) => /^\{.*\}$/.test(part)) ? { expression: `'' + ${expression}` } : {}),
  }
}
