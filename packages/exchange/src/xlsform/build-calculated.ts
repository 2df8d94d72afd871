import type { Expression } from '../expression/expression.ts'
import { printExpression } from '../expression/print-expression.ts'
import { both, choose, constant } from '../questionnaire/simplify.ts'
import { because } from '../reasons/because.ts'
import { type Form, type Json, lineOf, type Node } from './form.ts'
import { conditionOf, relevanceOf, translate } from './form-conditions.ts'
import { QUESTION_COLUMNS, remarkOn } from './form-lines.ts'

/** A calculation: a value of the whole survey, or an element where it stands in a repeat. */
export const calculatedOf = (node: Node, form: Form): readonly Json[] => {
  const path = lineOf(node)
  const source = node.line.get('calculation') ?? node.line.get('default')
  remarkOn(node, form, QUESTION_COLUMNS)
  if (source === undefined) {
    form.losses.dropped(path, `calculate “${node.source}”`, because('calculates-nothing'))
    return []
  }
  const expression = translate(form, { node, source, what: 'calculation' })
  if (expression === undefined) return []
  if (node.repeats.length > 0)
    return [
      {
        type: 'expression',
        name: node.name,
        title: node.source,
        expression: printExpression(expression),
        ...conditionOf(node, form),
      },
    ]
  form.calculated.push({
    name: node.name,
    expression: printExpression(
      choose(both(relevancesAround(node, form)), expression, constant('')),
    ),
    includeIntoResult: true,
  })
  return []
}

/** What has to hold for a line to count: its own condition and those of the groups around it. */
const relevancesAround = (node: Node, form: Form): readonly Expression[] => {
  const own = relevanceOf(node, form)
  const around = node.parent === undefined ? [] : relevancesAround(node.parent, form)
  return own === undefined ? around : [...around, own]
}
