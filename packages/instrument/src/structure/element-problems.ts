import type { Instrument } from '../instrument.ts'
import { pagesOf } from '../items-of.ts'
import { isObject, listOf } from '../json.ts'
import { type Pointer, pointerTo } from '../pointer.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

/** Pages and elements that are not what they should be. */
export const elementProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const problems: StructureProblem[] = []
  if (!isObject(instrument.survey))
    return [
      {
        path: '/survey',
        severity: 'error',
        rule: 'survey',
        message: 'There is no survey.',
        remedy: 'Put the SurveyJS JSON under “survey”.',
      },
    ]
  const pages = new Set<string>()
  for (const { name, path, json } of pagesOf(instrument)) {
    if (pages.has(name))
      problems.push({
        path: inSurvey(path),
        severity: 'error',
        rule: 'page-unique',
        message: `Two pages are named “${name}”.`,
        remedy: 'Give each page a name of its own.',
      })
    pages.add(name)
    if (listOf(json.elements).length + listOf(json.questions).length === 0)
      problems.push({
        path: inSurvey(path),
        severity: 'warning',
        rule: 'page-empty',
        message: `The page “${name}” is empty and will never be seen.`,
        remedy: 'Add an item or remove the page.',
      })
  }
  const visit = (elements: unknown, path: Pointer, depth: number): void => {
    if (depth > 16) return
    for (const [place, element] of listOf(elements).entries()) {
      const at = pointerTo(path, place)
      if (!isObject(element))
        problems.push({
          path: inSurvey(at),
          severity: 'error',
          rule: 'element',
          message: 'This is no element.',
          remedy: 'Remove it.',
        })
      else {
        if (typeof element.name !== 'string' || element.name === '')
          problems.push({
            path: inSurvey(at),
            severity: 'error',
            rule: 'name-missing',
            message: 'This element has no name.',
            remedy: 'Give it one.',
          })
        if (typeof element.type !== 'string' || element.type === '')
          problems.push({
            path: inSurvey(at),
            severity: 'error',
            rule: 'type-missing',
            message: 'This element has no type.',
            remedy: 'Choose one.',
          })
        for (const list of ['elements', 'templateElements'])
          if (element[list] !== undefined) visit(element[list], pointerTo(at, list), depth + 1)
      }
    }
  }
  for (const { path, json } of pagesOf(instrument))
    for (const list of ['elements', 'questions'])
      if (json[list] !== undefined) visit(json[list], pointerTo(path, list), 0)
  return problems
}
