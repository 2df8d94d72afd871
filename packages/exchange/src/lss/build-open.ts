import { printExpression } from '../expression/print-expression.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import { IDLE } from './attribute-kinds.ts'
import { standard } from './build-parts.ts'
import type { Element } from './building.ts'
import { isOn } from './question-kinds.ts'

/** A question that is answered by typing. */
export const open = (asked: Asked): Element => {
  const { question, name, attribute, drop } = asked
  const { type } = question
  const isNumber = type === 'N' || isOn(attribute('numbers_only'))
  const [variable] = asked.parts
  const prefix = asked.attributeTexts('prefix')
  const suffix = asked.attributeTexts('suffix')
  if (prefix !== undefined || suffix !== undefined)
    drop('attributes prefix and suffix', because('unit-in-question'))
  const map = attribute('location_mapservice')
  if (!IDLE.has(map)) drop('map', because('no-map'))
  if (type === 'D') return date(asked)
  const rules = [
    ...asked.partRules(variable),
    ...asked.rules(),
    ...(isNumber ? [] : asked.pattern()),
  ]
  const known = 'NSTUDXMKQR'.includes(type)
  if (!known)
    asked.building.losses.approximated(
      asked.path,
      `type “${type}”`,
      because('type-asks-words'),
      name,
    )
  const length = Number(attribute('maximum_chars'))
  if (isNumber) {
    const least = asked.amount('min_num_value_n')
    const most = asked.amount('max_num_value_n')
    return {
      type: 'text',
      name,
      inputType: 'number',
      ...asked.common(),
      ...(typeof least === 'number'
        ? { min: least }
        : least === undefined
          ? {}
          : { minValueExpression: printExpression(least) }),
      ...(typeof most === 'number'
        ? { max: most }
        : most === undefined
          ? {}
          : { maxValueExpression: printExpression(most) }),
      ...(isOn(attribute('num_value_int_only')) ? { step: 1 } : {}),
      ...asked.validators(rules),
      ...standard(asked, question.defaults),
    }
  }
  return {
    type:
      type === 'T' || type === 'U' || Number(attribute('display_rows')) > 1 ? 'comment' : 'text',
    name,
    ...asked.common(),
    ...(length > 0 ? { maxLength: length } : {}),
    ...asked.validators(rules),
    ...standard(asked, question.defaults),
  }
}

const date = (asked: Asked): Element => {
  const { name, attribute, drop } = asked
  const format = attribute('date_format') || asked.building.dateFormat
  const bound = (key: string, property: string): Element => {
    const source = plainText(attribute(key)).text
    if (source === '') return {}
    const literal = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(source)
    if (literal !== null)
      return {
        [property]: `${literal[1]}-${literal[2] ?? (property === 'min' ? '01' : '12')}-${literal[3] ?? (property === 'min' ? '01' : '31')}`,
      }
    if (/^\(?\{?\(?\s*(date\(\s*["'][Yy]-m-d["']\s*\)|now|today)\s*\)?\}?\)?$/.test(source))
      return { [`${property}ValueExpression`]: 'today()' }
    drop(`attribute ${key} “${source.slice(0, 120)}”`, because('limit-as-date'))
    return {}
  }
  const hasTime =
    /[HhMi]{2}|h:|H:/.test(format.replaceAll(/mm?[-./]|[-./]mm?|MM?[-./]|[-./]MM?/g, '')) &&
    /[Hh]/.test(format)
  if (format !== '' && !/[dj]/.test(format))
    asked.building.losses.approximated(
      asked.path,
      `date format “${format}”`,
      because('whole-date'),
      name,
    )
  return {
    type: 'text',
    name,
    inputType: hasTime ? 'datetime-local' : 'date',
    ...asked.common(),
    ...bound('date_min', 'min'),
    ...bound('date_max', 'max'),
    ...asked.validators(asked.rules()),
  }
}
