import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import type { LossList } from '../questionnaire/loss-list.ts'
import { both, constant, failsWhenBlank } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import type { LssCondition, LssGroup, LssQuestion, LssSurvey } from './lss-survey.ts'
import { isAlways, pathOf } from './question-kinds.ts'
import { conditionFrom, isUnread } from './script-to-expression.ts'
import { sgqaKey, type VariableTable } from './variables.ts'

/** When groups and questions are shown. */
export type Conditions = {
  readonly ofGroup: (group: LssGroup) => Expression
  readonly ofQuestion: (question: LssQuestion) => Expression
}

const ALWAYS = constant(true)
/** Longer conditions are not repeated inside others. */
const LONGEST = 4000

/**
 * Reads each relevance once. A formula that names an answer without `.NAOK` fails as long as that question is hidden:
 * where a blank answer would not make it fail by itself, the other question's own condition is added.
 */
export const conditionsOf = (
  survey: LssSurvey,
  { variables, losses }: { readonly variables: VariableTable; readonly losses: LossList },
): Conditions => {
  const groups = new Map(
    survey.groups.flatMap((group) => group.questions.map((question) => [question.qid, group])),
  )
  const known = new Map<string, Expression>()
  const under = new Set<string>()

  const read = (
    key: string,
    {
      source,
      path,
      question,
      group,
    }: {
      readonly source: string
      readonly path: string
      readonly question?: LssQuestion
      readonly group: LssGroup
    },
  ): Expression => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (isAlways(source)) return ALWAYS
    const result = conditionFrom(source, { variables, question })
    if (isUnread(result)) {
      known.set(key, ALWAYS)
      losses.dropped(
        path,
        `relevance “${source.slice(0, 300)}”`,
        because('always-shown-because', { why: result.message }),
      )
      return ALWAYS
    }
    losses.kept(path, `relevance “${source.slice(0, 300)}”`)
    under.add(key)
    const guards = result.needs
      .filter(({ qid }) => qid !== question?.qid && !under.has(`q${qid}`))
      .flatMap((needed): readonly Expression[] => {
        const items = new Set(
          variables
            .ofQuestion(needed.qid)
            .flatMap(({ value }) => (value.kind === 'answer' ? [value.item] : [])),
        )
        if (failsWhenBlank(result.expression, (item) => items.has(item))) return []
        const home = groups.get(needed.qid)
        const around = home === undefined || home.gid === group.gid ? ALWAYS : ofGroup(home)
        const shown = both([around, ofQuestion(needed)])
        return printExpression(shown).length > LONGEST ? [] : [shown]
      })
    under.delete(key)
    const expression = both([...guards, result.expression])
    known.set(key, expression)
    return expression
  }

  const ofGroup = (group: LssGroup): Expression =>
    under.has(`g${group.gid}`)
      ? ALWAYS
      : read(`g${group.gid}`, {
          source: group.relevance,
          path: `group ${group.gid}`,
          group,
        })

  const ofQuestion = (question: LssQuestion): Expression => {
    const group = groups.get(question.qid)
    if (group === undefined || under.has(`q${question.qid}`)) return ALWAYS
    const path = pathOf(question)
    const own = survey.conditions.filter(({ qid }) => qid === question.qid)
    const source =
      isAlways(question.relevance) && own.length > 0
        ? formulaOf(own, { variables, losses, path })
        : question.relevance
    return read(`q${question.qid}`, { source, path, question, group })
  }
  return { ofGroup, ofQuestion }
}

/**
 * The conditions of the days before formulas as a formula: those on one question are alternatives, those on several
 * must all hold, and any scenario will do.
 */
const formulaOf = (
  conditions: readonly LssCondition[],
  {
    variables,
    losses,
    path,
  }: {
    readonly variables: VariableTable
    readonly losses: LossList
    readonly path: string
  },
): string => {
  const scenarios = new Map<string, Map<string, string[]>>()
  for (const { scenario, field, asked, method, value } of conditions) {
    const name = fieldName(field, value, variables)
    const operator = method.trim() === '' || method.trim() === '=' ? '==' : method.trim()
    const formula = comparison(name, operator, value, variables)
    if (formula === undefined) {
      losses.dropped(
        path,
        `condition “${field} ${method} ${value}”`,
        because('as-condition-by-hand'),
      )
      continue
    }
    const groups = scenarios.get(scenario) ?? new Map<string, string[]>()
    scenarios.set(scenario, groups)
    const key = field.startsWith('+')
      ? name.replace(/(X\d+X\d+).*$/, '$1')
      : asked === '0'
        ? field
        : asked
    groups.set(key, [...(groups.get(key) ?? []), formula])
  }
  return [...scenarios.values()]
    .map((groups) => [...groups.values()].map((list) => `(${list.join(' or ')})`).join(' and '))
    .map((scenario) => `(${scenario})`)
    .join(' or ')
}

/** `12X3X4` with a ticked box as its value means the box `12X3X4SQ1`. */
const fieldName = (field: string, value: string, variables: VariableTable): string => {
  const name = field.replace(/^\+/, '')
  return variables.find(name) === undefined && variables.find(`${name}${value}`) !== undefined
    ? `${name}${value}`
    : name
}

const comparison = (
  name: string,
  operator: string,
  value: string,
  variables: VariableTable,
): string | undefined => {
  if (sgqaKey(name) === undefined || operator === 'RX') return undefined
  const variable = `${name}.NAOK`
  if (value.trim() === '')
    return operator === '!=' ? `!is_empty(${variable})` : `is_empty(${variable})`
  const other = /^@(\d+X\d+X\d+\w*)@$/.exec(value)?.[1]
  if (other !== undefined) return `${variable} ${operator.replaceAll(/[a-z]/g, '')} ${other}.NAOK`
  if (/^\{.*\}$/.test(value)) return undefined
  const found = variables.find(name)
  const said = found?.ticked !== undefined && name.endsWith(value) ? 'Y' : value
  return `${variable} ${operator.replaceAll(/[a-z]/g, '')} "${said.replaceAll(/["\\]/g, '\\$&')}"`
}
