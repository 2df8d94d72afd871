import type { Instrument, SurveyJson } from '@echolot/instrument'
import { itemsOf, pagesOf, textsOf } from '@echolot/instrument'
import type { Imported, Loss } from '../loss.ts'
import { fileUnreadable } from '../problems.ts'
import { type SourceFile, stemOf, textOfFile } from '../source-file.ts'

/**
 * An instrument from its JSON, or from a bare SurveyJS definition, which gets an envelope and is otherwise left as it
 * is, unknown types and properties included.
 * @throws file-unreadable when it is no JSON object
 */
export const readSurveyjs = (file: SourceFile): Imported =>
  instrumentFrom(parseJson(textOfFile(file)), stemOf(file.name))

/** The same from parsed JSON. */
export const instrumentFrom = (value: unknown, name: string): Imported => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw fileUnreadable({
      format: 'SurveyJS JSON',
      place: 'the whole file',
      remedy: 'Give a JSON object: an instrument or a SurveyJS definition.',
    })
  const document = value as Record<string, unknown>
  const enveloped =
    typeof document.instrument === 'string' &&
    typeof document.survey === 'object' &&
    document.survey !== null &&
    !Array.isArray(document.survey)
  const instrument = enveloped
    ? ({ scales: [], variables: [], version: '0.0.0', ...document } as unknown as Instrument)
    : envelopeOf(document, name)
  const languages = Array.isArray(instrument.languages) ? instrument.languages : []
  const whole =
    languages.length > 0 ? instrument : { ...instrument, languages: languagesOf(instrument.survey) }
  return { instrument: whole, losses: keptOf(whole) }
}

/** @throws file-unreadable with line and column where the JSON ends making sense */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw fileUnreadable({
      format: 'SurveyJS JSON',
      place: error instanceof Error ? error.message : String(error),
      remedy: 'Correct the JSON at this place; it must be UTF-8.',
    })
  }
}

const envelopeOf = (survey: SurveyJson, name: string): Instrument => ({
  instrument: name || 'survey',
  version: '0.0.0',
  languages: languagesOf(survey),
  survey,
  scales: [],
  variables: [],
})

/** The source language first: the survey's own `locale`, else English, which SurveyJS takes for `default`. */
const languagesOf = (survey: SurveyJson): Instrument['languages'] => {
  const source = typeof survey.locale === 'string' && survey.locale !== '' ? survey.locale : 'en'
  const found = new Set<string>([source])
  const probe: Instrument = {
    instrument: 'probe',
    version: '',
    languages: [],
    survey,
    scales: [],
    variables: [],
  }
  for (const { path } of textsOf(probe, source)) {
    const value = path
      .slice(1)
      .split('/')
      .reduce<unknown>(
        (at, step) =>
          (at as Record<string, unknown> | undefined)?.[
            step.replaceAll('~1', '/').replaceAll('~0', '~')
          ],
        survey,
      )
    if (typeof value === 'object' && value !== null)
      for (const tag of Object.keys(value)) if (tag !== 'default') found.add(tag)
  }
  return [...found].map((tag, place) => ({
    tag,
    status: place === 0 ? 'source' : 'draft',
    live: place === 0,
  }))
}

const keptOf = (instrument: Instrument): readonly Loss[] => [
  ...pagesOf(instrument).map(({ name, path }) => kept(path || '/', `page “${name}”`)),
  ...itemsOf(instrument).map(({ name, type, path }) => kept(path, `${type} “${name}”`)),
]

const kept = (path: string, what: string): Loss => ({
  fate: 'kept',
  path,
  what,
  target: `/survey${path === '/' ? '' : path}`,
})
