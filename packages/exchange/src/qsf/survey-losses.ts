import type { LossList } from '../questionnaire/loss-list.ts'
import { entriesOf, fieldOf, textIn, textOf } from './json-access.ts'
import type { QsfSurvey } from './qsf-survey.ts'

const IDLE = new Set(['', '0', 'false', 'None', 'No', 'OFF', 'DefaultMessage', 'PublicSurvey'])
const MEANT: Readonly<Record<string, string>> = {
  SurveyTermination: 'Nobody is sent elsewhere at the end; put a link into the closing text.',
  EOSRedirectURL: 'Nobody is sent elsewhere at the end; put a link into the closing text.',
  EOSMessage: 'Write the closing text by hand; it lies in a library outside of the file.',
  Header: 'Headers do not exist here; put what matters onto the first page.',
  Footer: 'Footers do not exist here; put what matters onto the first page.',
  CustomStyles: '',
  InactiveSurvey: '',
  PartialData: '',
  SurveyExpiration: 'When a wave ends is decided in the study.',
}

/** What belongs to the survey as a whole and has no place in an instrument. */
export const surveyLosses = (survey: QsfSurvey, losses: LossList): void => {
  for (const [key, value] of entriesOf(survey.options)) {
    if (IDLE.has(textOf(value)) && typeof value !== 'object') continue
    const reason = MEANT[key]
    if (reason !== undefined && reason !== '')
      losses.dropped(`survey options, ${key}`, `“${textOf(value).slice(0, 120)}”`, reason)
    else
      losses.grouped(
        'options of the survey',
        'How the survey looks and who may take it is decided by the office.',
        `survey options, ${key}`,
      )
  }
  for (const { kind, json } of survey.rest) {
    const payload = fieldOf(json, 'Payload')
    if (kind === 'QO' || kind === 'QG')
      losses.dropped(
        `quota “${textIn(payload, 'Name')}”`,
        `limit ${textIn(payload, 'Occurrences')}`,
        'Quotas do not end an interview here; plan the sample in the study.',
      )
    else if (kind === 'SCO') {
      const categories = entriesOf(fieldOf(payload, 'ScoringCategories'))
      for (const [, category] of categories)
        losses.dropped(
          `scoring “${textIn(category, 'Name')}”`,
          'scoring category',
          'Make a scale of the items.',
        )
    } else if (kind === 'NT')
      losses.grouped(
        'notes of authors',
        'They are not for respondents.',
        `notes on ${textIn(payload, 'ParentID')}`,
      )
    else if (payload !== null && payload !== undefined)
      losses.grouped(
        'account, statistics and responses',
        'They belong to the Qualtrics installation.',
        kind,
      )
  }
}
