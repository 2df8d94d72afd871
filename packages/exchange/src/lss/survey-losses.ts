import type { LossList } from '../questionnaire/loss-list.ts'
import { because } from '../reasons/because.ts'
import type { LssSurvey } from './lss-survey.ts'

/** Settings of a survey that are no part of a questionnaire. */
const OFFICE = [
  'admin',
  'adminemail',
  'bounce_email',
  'faxto',
  'emailresponseto',
  'emailnotificationto',
  'template',
  'expires',
  'startdate',
  'usecaptcha',
  'listpublic',
  'googleanalyticsapikey',
  'publicstatistics',
]
const MAILS = [
  'surveyls_email_invite',
  'surveyls_email_remind',
  'surveyls_email_register',
  'surveyls_email_confirm',
  'email_admin_notification',
  'email_admin_responses',
]

/** What belongs to the survey as a whole and has no place in an instrument. */
export const surveyLosses = (survey: LssSurvey, losses: LossList): void => {
  const { settings, tables } = survey
  const setting = (name: string) => settings?.get(name) ?? ''
  for (const row of tables.rows('quota'))
    losses.dropped(`quota “${row.get('name')}”`, `limit ${row.get('qlimit')}`, because('no-quotas'))
  for (const row of tables.rows('assessments'))
    losses.dropped(
      `assessment “${row.get('name')}”`,
      `${row.get('minimum')} to ${row.get('maximum')}`,
      because('scores-not-shown'),
    )
  if (setting('assessments') === 'Y' && tables.rows('assessments').length === 0)
    losses.dropped('survey, assessments', 'assessment mode', because('make-scales'))
  for (const row of [...tables.rows('survey_url_parameters'), ...tables.rows('url_parameters')])
    losses.dropped(
      `URL parameter “${row.get('parameter')}”`,
      'value from the address',
      because('no-url-values'),
    )
  for (const [language, row] of survey.texts) {
    if (row.get('surveyls_url') !== '')
      losses.dropped(
        `survey, end address (${language})`,
        `“${row.get('surveyls_url').slice(0, 120)}”`,
        because('nobody-sent-elsewhere'),
      )
    if (
      row.get('surveyls_policy_notice') !== '' &&
      !['', '0'].includes(setting('showsurveypolicynotice'))
    )
      losses.dropped(
        `survey, data policy (${language})`,
        'text and consent',
        because('consent-as-item'),
      )
    for (const mail of MAILS)
      if (row.get(mail) !== '')
        losses.grouped('letters and messages', because('letters-in-study'), `survey, ${mail}`)
  }
  for (const name of OFFICE)
    if (setting(name) !== '' && !['N', '0'].includes(setting(name)))
      losses.grouped('account and appearance', because('of-limesurvey'), `survey, ${name}`)
  const format = setting('format')
  if (format === 'S' || format === 'A')
    losses.approximated(
      'survey, format',
      format === 'S' ? 'question by question' : 'all on one page',
      because('pages-are-groups'),
    )
  if (setting('anonymized') === 'Y' || setting('tokenanswerspersistence') === 'Y')
    losses.grouped('handling of responses', because('answers-apart'), 'survey, anonymized')
  const rest = tables.names.filter((name) => !READ.has(name) && tables.rows(name).length > 0)
  for (const name of rest)
    if (name.startsWith('themes') || name.startsWith('plugin'))
      losses.grouped('account and appearance', because('of-limesurvey'), name)
    else if (!/^(quota|assessments|survey_url_parameters|url_parameters)/.test(name))
      losses.dropped(name, `table with ${tables.rows(name).length} rows`, because('table-unknown'))
}

const READ = new Set([
  'answers',
  'answer_l10ns',
  'conditions',
  'defaultvalues',
  'defaultvalue_l10ns',
  'groups',
  'group_l10ns',
  'questions',
  'subquestions',
  'question_l10ns',
  'question_attributes',
  'surveys',
  'surveys_languagesettings',
])
