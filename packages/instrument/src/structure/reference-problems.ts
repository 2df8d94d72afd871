import { candidatesOf, EXPRESSION_PROPERTIES, namesInExpression } from '../expression-names.ts'
import type { Instrument } from '../instrument.ts'
import type { Item } from '../items-of.ts'
import { isObject, listOf } from '../json.ts'
import { type Pointer, pointerTo } from '../pointer.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

/** References in braces to something that is neither item, calculated value nor context. */
export const referenceProblems = (
  instrument: Instrument,
  items: readonly Item[],
): readonly StructureProblem[] => {
  const known = new Set(
    [
      ...items.flatMap(({ name, key }) => [name, key, `${key}-Comment`, `${key}-total`]),
      ...listOf(instrument.survey.calculatedValues).flatMap((value) =>
        isObject(value) ? [String(value.name)] : [],
      ),
      ...(instrument.context ?? []).map(({ name }) => name),
      ...variablesSetBySurvey(instrument.survey),
    ].map((name) => name.toLowerCase()),
  )
  const problems: StructureProblem[] = []
  const visit = (value: unknown, path: Pointer, depth: number): void => {
    if (depth > 64 || typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const at = pointerTo(path, key)
      if (typeof inner !== 'string') visit(inner, at, depth + 1)
      else if (EXPRESSION_PROPERTIES.has(key))
        for (const name of namesInExpression(inner))
          if (!candidatesOf(name).some((candidate) => known.has(candidate.toLowerCase())))
            problems.push({
              path: inSurvey(at),
              severity: 'error',
              rule: 'reference-unknown',
              message: `“{${name}}” is no item of this questionnaire.`,
              remedy: 'Name an item, or declare it under “context” if the office sets it.',
            })
    }
  }
  visit(instrument.survey, '', 0)
  return problems
}

/** Names that triggers of the survey itself set. */
const variablesSetBySurvey = (survey: Instrument['survey']): readonly string[] =>
  listOf(survey.triggers).flatMap((trigger) =>
    isObject(trigger) && typeof trigger.setToName === 'string' ? [trigger.setToName] : [],
  )
