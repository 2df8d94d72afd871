import type { Instrument } from '../instrument.ts'
import { isObject, listOf } from '../json.ts'
import { pointerTo } from '../pointer.ts'
import { textCompleteness } from '../texts-of.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

/** what is offered to respondents has been reviewed and is complete. */
export const languageProblems = (instrument: Instrument): readonly StructureProblem[] => {
  const languages = listOf(instrument.languages).filter(isObject)
  if (languages.length === 0 || languages[0]?.status !== 'source')
    return [
      {
        path: '/languages',
        severity: 'error',
        rule: 'source-language',
        message: 'The first language is not marked as the source.',
        remedy: 'Put the source language first with status “source”.',
      },
    ]
  const complete = new Map(textCompleteness(instrument).map((entry) => [entry.language, entry]))
  return languages.flatMap(({ tag, status, live }, place): readonly StructureProblem[] => {
    if (live !== true) return []
    const path = pointerTo('', 'languages', place)
    const unreviewed: readonly StructureProblem[] =
      status === 'draft'
        ? [
            {
              path,
              severity: 'error',
              rule: 'language-unreviewed',
              message: `“${String(tag)}” is live, but its texts are drafts.`,
              remedy: 'Have them reviewed, or take the language offline.',
            },
          ]
        : []
    const missing = complete.get(String(tag))?.missing ?? []
    return [
      ...unreviewed,
      ...missing.map(
        (text): StructureProblem => ({
          path: inSurvey(text),
          severity: 'error',
          rule: 'text-missing',
          message: `This text is missing in the live language “${String(tag)}”.`,
          remedy: 'Translate it; the source language would show instead.',
        }),
      ),
    ]
  })
}
