import type { Instrument } from '../instrument.ts'
import { isObject, listOf } from '../json.ts'
import { pointerTo } from '../pointer.ts'
import { textCompleteness } from '../texts-of.ts'
import { reviewBlockers } from '../translation/completeness.ts'
import { inSurvey, type StructureProblem } from './structure-problem.ts'

/** what is offered to respondents has been reviewed and is complete, language by language and text by text. */
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
    const path = pointerTo('', 'languages', place)
    if (live !== true)
      return place > 0 && status === 'reviewed' ? tooEarly(instrument, String(tag), path) : []
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
      ...(place > 0 && status === 'reviewed' ? textsToReview(instrument, String(tag)) : []),
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

/** Texts that were written or whose source changed after the review. */
const textsToReview = (instrument: Instrument, language: string): readonly StructureProblem[] =>
  writtenAndUnreviewed(instrument, language).map(({ path, translations }) =>
    translations[language]?.state === 'stale'
      ? {
          path,
          severity: 'error',
          rule: 'text-stale',
          message: `This text in “${language}” was made from a source that has changed since.`,
          remedy: 'Adapt it to the new source and have it reviewed.',
        }
      : {
          path,
          severity: 'error',
          rule: 'text-unreviewed',
          message: `This text in “${language}” has not been reviewed.`,
          remedy: 'Have it reviewed.',
        },
  )

const tooEarly = (
  instrument: Instrument,
  language: string,
  path: string,
): readonly StructureProblem[] => {
  const open = writtenAndUnreviewed(instrument, language).length
  return open === 0
    ? []
    : [
        {
          path,
          severity: 'warning',
          rule: 'language-to-review',
          message: `“${language}” is called reviewed, but texts of it are not.`,
          remedy: 'Review drafts and outdated texts, or call the language a draft.',
        },
      ]
}

const writtenAndUnreviewed = (instrument: Instrument, language: string) =>
  instrument.translations?.[language] === undefined
    ? []
    : reviewBlockers(instrument, language).filter(
        ({ translations }) => translations[language]?.text !== undefined,
      )
