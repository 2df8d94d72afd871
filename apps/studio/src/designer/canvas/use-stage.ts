import type { SurveyJson } from '@echolot/instrument'
import { useEffect, useMemo, useState } from 'react'
import type { SurveyModel } from 'survey-core'
import 'survey-core/i18n/german'
import { loadLocale } from '../preview/load-locale.ts'
import { makeStage } from './stage.ts'

/** Parts of a survey that questions do not look at. */
const BESIDE = new Set([
  'pages',
  'elements',
  'title',
  'description',
  'triggers',
  'calculatedValues',
])

/** The stage for a survey in a language, made anew when one of the survey's own settings changes, not when a page does. */
export const useStage = (survey: SurveyJson, language: string): SurveyModel => {
  const settings = JSON.stringify(
    Object.fromEntries(Object.entries(survey).filter(([name]) => !BESIDE.has(name))),
  )
  const [loaded, setLoaded] = useState('de')
  useEffect(() => {
    let wanted = true
    void loadLocale(language).then(() => {
      if (wanted) setLoaded(language.split('-')[0] ?? language)
    })
    return () => {
      wanted = false
    }
  }, [language])
  /** German words are there from the start, so that most questionnaires are drawn once. */
  const words = [loaded, 'de', 'en'].includes(language.split('-')[0] ?? language) ? 'own' : 'none'
  // biome-ignore lint/correctness/useExhaustiveDependencies: the library's own words are read while the stage is made
  return useMemo(() => makeStage(JSON.parse(settings), language), [settings, language, words])
}
