import type { LossList } from '../questionnaire/loss-list.ts'
import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import { entriesOf, fieldOf, textIn, textOf } from './json-access.ts'
import type { QsfSurvey } from './qsf-survey.ts'

const IDLE = new Set(['', '0', 'false', 'None', 'No', 'OFF', 'DefaultMessage', 'PublicSurvey'])
const MEANT: Readonly<Record<string, Reason>> = {
  SurveyTermination: because('nobody-sent-elsewhere'),
  EOSRedirectURL: because('nobody-sent-elsewhere'),
  EOSMessage: because('closing-text-by-hand'),
  Header: because('no-headers'),
  Footer: because('no-footers'),
  SurveyExpiration: because('end-in-study'),
}

/** What belongs to the survey as a whole and has no place in an instrument. */
export const surveyLosses = (survey: QsfSurvey, losses: LossList): void => {
  for (const [key, value] of entriesOf(survey.options)) {
    if (IDLE.has(textOf(value)) && typeof value !== 'object') continue
    const reason = MEANT[key]
    if (reason !== undefined)
      losses.dropped(`survey options, ${key}`, `“${textOf(value).slice(0, 120)}”`, reason)
    else
      losses.grouped('options of the survey', because('survey-by-office'), `survey options, ${key}`)
  }
  for (const { kind, json } of survey.rest) {
    const payload = fieldOf(json, 'Payload')
    if (kind === 'QO' || kind === 'QG')
      losses.dropped(
        `quota “${textIn(payload, 'Name')}”`,
        `limit ${textIn(payload, 'Occurrences')}`,
        because('no-quotas'),
      )
    else if (kind === 'SCO') {
      const categories = entriesOf(fieldOf(payload, 'ScoringCategories'))
      for (const [, category] of categories)
        losses.dropped(
          `scoring “${textIn(category, 'Name')}”`,
          'scoring category',
          because('make-a-scale'),
        )
    } else if (kind === 'NT')
      losses.grouped(
        'notes of authors',
        because('not-for-respondents'),
        `notes on ${textIn(payload, 'ParentID')}`,
      )
    else if (payload !== null && payload !== undefined)
      losses.grouped('account, statistics and responses', because('of-qualtrics'), kind)
  }
}
