import type { Instrument } from '@echolot/instrument'
import { type SurveyModel, surveyLocalization } from 'survey-core'
import { applyMissingCodes } from './apply-missing-codes.ts'
import { applyPanelCounts } from './apply-panel-counts.ts'

/**
 * Makes a fresh model follow the instrument's own rules: texts under `default` are in the source language, panels are
 * counted, missing codes are answers, context values are known to conditions.
 *
 * survey-core reads `default` as its process-wide default locale, English; with that an English text of a German
 * instrument would never be shown. So this sets the process-wide default to the source language.
 * @param context values of the instrument's context variables
 */
export const prepareModel = (
  model: SurveyModel,
  instrument: Instrument,
  context: Readonly<Record<string, unknown>> = {},
): void => {
  const source = instrument.languages[0]?.tag
  if (source !== undefined) surveyLocalization.defaultLocale = source
  for (const { name } of instrument.context ?? [])
    if (context[name] !== undefined) model.setVariable(name, context[name])
  applyPanelCounts(model, instrument)
  applyMissingCodes(model, instrument)
}
