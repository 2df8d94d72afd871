import type { Item } from '../items-of.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

const ASKS_FOR_CHOICES = new Set([
  'radiogroup',
  'checkbox',
  'dropdown',
  'tagbox',
  'ranking',
  'imagepicker',
  'buttongroup',
])

/** Values twice in a list, nothing to choose, no text to read. */
export const choiceProblems = (items: readonly Item[]): readonly StructureProblem[] =>
  items.flatMap((item) => {
    const problems: StructureProblem[] = []
    const lists = [
      ['choices', item.type === 'matrixrow' ? [] : item.choices],
      ['rows', item.rows],
    ] as const
    for (const [list, entries] of lists) {
      const seen = new Set<string>()
      for (const { value } of entries) {
        if (seen.has(String(value)))
          problems.push({
            path: inSurvey(item.path),
            severity: 'error',
            rule: 'choice-unique',
            message: `“${item.name}” has the value ${value} twice in its ${list}.`,
            remedy: 'Give each choice a value of its own; values are what the data hold.',
          })
        seen.add(String(value))
      }
    }
    const elsewhere =
      item.json.choicesByUrl !== undefined || item.json.choicesFromQuestion !== undefined
    if (ASKS_FOR_CHOICES.has(item.type) && item.choices.length === 0 && !elsewhere)
      problems.push({
        path: inSurvey(item.path),
        severity: 'error',
        rule: 'choices-missing',
        message: `“${item.name}” offers nothing to choose.`,
        remedy: 'Add choices.',
      })
    if (item.role === 'answer' && item.parent === undefined && !item.titled)
      problems.push({
        path: inSurvey(item.path),
        severity: 'warning',
        rule: 'title-missing',
        message: `“${item.name}” has no text; respondents would read its name.`,
        remedy: 'Write the question.',
      })
    return problems
  })
