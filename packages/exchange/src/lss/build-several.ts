import { printExpression } from '../expression/print-expression.ts'
import { compare } from '../questionnaire/simplify.ts'
import { plainText } from '../questionnaire/texts.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import type { Element } from './building.ts'
import { isOn, rowsOf } from './question-kinds.ts'

/** Several texts or numbers in one question. */
export const several = (asked: Asked): Element => {
  const { question, name, rows, apart, attribute, parts } = asked
  const isNumber = question.type === 'K' || isOn(attribute('numbers_only'))
  const least = isNumber
    ? (asked.amount('min_num_value_n') ?? asked.amount('slider_min'))
    : undefined
  const most = isNumber
    ? (asked.amount('max_num_value_n') ?? asked.amount('slider_max'))
    : undefined
  const whole = isNumber && isOn(attribute('num_value_int_only'))
  const length = Number(attribute('maximum_chars'))
  asked.attributeTexts('prefix')
  asked.attributeTexts('suffix')
  if (isOn(attribute('slider_layout')))
    asked.building.losses.approximated(asked.path, 'sliders', because('numbers-typed'), name)
  for (const key of [
    'slider_accuracy',
    'slider_default',
    'slider_default_set',
    'slider_min',
    'slider_max',
    'slider_reversed',
  ])
    asked.used.add(key)
  const seen = new Set<string>()
  const items = rowsOf(question).flatMap((row): readonly Element[] => {
    const own = rows.get(row.code) ?? row.code
    if (seen.has(own)) return []
    seen.add(own)
    const variable = parts.find(({ part }) => part === row.code)
    const rules: Element[] = [...asked.partRules(variable)]
    if (typeof least === 'number' || typeof most === 'number')
      rules.push({
        type: 'numeric',
        ...(typeof least === 'number' ? { minValue: least } : {}),
        ...(typeof most === 'number' ? { maxValue: most } : {}),
      })
    if (variable !== undefined)
      for (const [limit, operator] of [
        [least, '>='],
        [most, '<='],
      ] as const)
        if (limit !== undefined && typeof limit !== 'number')
          rules.push({
            type: 'expression',
            expression: printExpression(compare(variable.value, operator, limit)),
          })
    if (whole && variable !== undefined)
      rules.push({
        type: 'expression',
        expression: printExpression(
          compare({ kind: 'call', name: 'trunc', of: [variable.value] }, '=', variable.value),
        ),
      })
    if (!isNumber) rules.push(...asked.pattern())
    return [
      {
        ...(apart ? { type: 'text' } : {}),
        name: own,
        title: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        ...(isNumber ? { inputType: 'number' } : {}),
        ...(length > 0 && !isNumber ? { maxLength: length } : {}),
        ...(question.mandatory === 'Y' ? { isRequired: true } : {}),
        ...(apart ? asked.partVisibility(row) : {}),
        ...asked.validators(rules),
      },
    ]
  })
  if (isOn(attribute('random_order')))
    asked.drop('attribute random_order', because('order-of-file'))
  const limits = [...asked.counts(parts), ...asked.rules()]
  const [first] = items
  if (first === undefined) return { type: isNumber ? 'text' : 'comment', name, ...asked.common() }
  const standards = question.defaults.flatMap(({ subquestion, texts }) => {
    const row = rowsOf(question).find(({ qid }) => qid === subquestion)
    const text = plainText(texts.get(asked.base) ?? '').text
    if (row === undefined || text === '' || text.includes('{')) return []
    return [[rows.get(row.code) ?? row.code, isNumber ? Number(text) : text] as const]
  })
  if (!apart) {
    const { isRequired: _, ...common } = asked.common() as { readonly isRequired?: boolean }
    return {
      type: 'multipletext',
      name,
      ...common,
      items,
      ...asked.validators(limits),
      ...(standards.length > 0 ? { defaultValue: Object.fromEntries(standards) } : {}),
    }
  }
  asked.building.losses.approximated(
    asked.path,
    `type “${question.type}” with conditions on its parts`,
    because('parts-as-items'),
    String(first.name),
  )
  const { isRequired: _, ...common } = asked.common() as { readonly isRequired?: boolean }
  const last = items.length - 1
  return {
    type: 'panel',
    name,
    ...common,
    elements: items.map((item, place) => ({
      ...item,
      ...(place === last && limits.length > 0
        ? {
            validators: [...((item.validators as readonly Element[] | undefined) ?? []), ...limits],
          }
        : {}),
    })),
  }
}
