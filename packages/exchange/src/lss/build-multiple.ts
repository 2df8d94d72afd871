import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { everOffered } from '../questionnaire/ever-offered.ts'
import { added, choose, compare, constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import type { Asked } from './asking.ts'
import { open } from './build-open.ts'
import { other } from './build-parts.ts'
import type { Element } from './building.ts'
import { isOn, rowsOf } from './question-kinds.ts'

/** A multiple choice, its comments as items of their own. */
export const multiple = (asked: Asked): readonly Element[] => {
  const { question, name, values, attribute, base } = asked
  const exclusive = new Set(
    attribute('exclude_all_others')
      .split(';')
      .map((code) => code.trim()),
  )
  const rows = rowsOf(question)
  if (rows.length === 0 && !question.other) return [open(asked)]
  const choices = rows.map((row) => ({
    value: values[0]?.get(row.code) ?? row.code,
    text: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
    ...asked.partVisibility(row),
    ...(exclusive.has(row.code) ? { isExclusive: true } : {}),
  }))
  const limits = (
    [
      ['min_answers', 'minSelectedChoices', '>='],
      ['max_answers', 'maxSelectedChoices', '<='],
    ] as const
  ).map(([key, property, operator]) => {
    const limit = asked.amount(key)
    if (limit === undefined) return { property: {}, rules: [] }
    if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 0)
      return { property: { [property]: limit }, rules: [] }
    const said = added(
      asked.parts.flatMap(({ ticked }) =>
        ticked === undefined ? [] : [choose(ticked.is, constant(1), constant(0))],
      ),
    )
    const right = typeof limit === 'number' ? constant(limit) : limit
    return {
      property: {},
      rules: [{ type: 'expression', expression: printExpression(compare(said, operator, right)) }],
    }
  })
  if (isOn(attribute('exclude_all_others_auto')))
    asked.drop('attribute exclude_all_others_auto', because('exclusive-not-ticked'))
  const ticked = question.defaults.flatMap(({ subquestion, texts }) => {
    const row = rows.find(({ qid }) => qid === subquestion)
    return row !== undefined && (texts.get(base) ?? [...texts.values()][0]) === 'Y'
      ? [values[0]?.get(row.code) ?? row.code]
      : []
  })
  const main: Element = {
    type: 'checkbox',
    name,
    ...asked.common(),
    choices: everOffered(choices),
    ...other(asked),
    ...(isOn(attribute('random_order')) || attribute('subquestion_order') === 'random'
      ? { choicesOrder: 'random' }
      : {}),
    ...Object.assign({}, ...limits.map(({ property }) => property)),
    ...asked.validators([...limits.flatMap(({ rules }) => rules), ...asked.rules()]),
    ...(ticked.length > 0 ? { defaultValue: ticked } : {}),
  }
  if (question.type === 'M') return [main]
  asked.building.losses.approximated(
    asked.path,
    'comments of the choices',
    because('comments-as-items'),
    name,
  )
  return [
    main,
    ...rows.map((row) => {
      const value = values[0]?.get(row.code) ?? row.code
      const ticked: Expression = {
        kind: 'holds',
        left: { kind: 'answer', item: name },
        right: constant(value),
      }
      return {
        type: 'text',
        name: `${name}_${value}_text`,
        title: asked.plain(row.texts, `${asked.path}, subquestion ${row.code}`) ?? row.code,
        visibleIf: printExpression(ticked),
      }
    }),
  ]
}
