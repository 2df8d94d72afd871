import type { Sensitivity } from '@echolot/instrument'
import type { Imported } from '../loss.ts'
import { fileUnreadable } from '../problems.ts'
import { lossList } from '../questionnaire/loss-list.ts'
import { settle } from '../questionnaire/settle.ts'
import { because } from '../reasons/because.ts'
import { type SourceFile, stemOf } from '../source-file.ts'
import { pagesOf } from './build-pages.ts'
import { dictionaryOf, isYes } from './dictionary.ts'
import { readDictionary } from './read-dictionary.ts'

/**
 * A questionnaire from a REDCap data dictionary (CSV): forms become pages, section headers panels, radio fields of one
 * matrix group a matrix, identifiers items of class `direct`.
 * @throws file-unreadable when it is no data dictionary
 */
export const readRedcap = (file: SourceFile): Imported => {
  const { fields, foreign } = readDictionary(file)
  if (fields.length === 0)
    throw fileUnreadable({
      format: 'REDCap data dictionary',
      place: 'after the first line',
      remedy: 'The dictionary lists no fields.',
    })
  const losses = lossList()
  for (const header of foreign)
    losses.dropped('first line', `column “${header}”`, because('not-of-dictionary'))
  losses.approximated('whole file', 'language', because('taken-for-english'))
  const form = dictionaryOf(fields, losses)
  const sensitivity = new Map<string, Sensitivity>(
    form.nodes.filter(({ field }) => isYes(field.identifier)).map(({ name }) => [name, 'direct']),
  )
  const built = {
    name: stemOf(file.name),
    languages: ['en'],
    format: 'REDCap',
    reminded: new Set<string>(),
    sensitivity,
    context: form.context,
    // What branching logic hides is erased there.
    survey: { clearInvisibleValues: 'onHidden', pages: pagesOf(form) },
  }
  return settle(built, losses)
}
