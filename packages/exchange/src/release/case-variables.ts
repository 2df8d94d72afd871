import type { Freeze } from '@echolot/freeze'
import type { Localized, Variable } from '@echolot/instrument'
import { dispositionText } from './disposition-text.ts'

/** The columns before the codebook's variables, described like these. */
export const caseVariables = ({ frame, dispositions }: Freeze): readonly Variable[] => [
  variable('case', {
    label: { de: 'Zufällige Kennung der Antwort', en: 'Random id of the response' },
    purpose: 'Tells rows apart; means nothing outside this freeze.',
  }),
  variable('stratum', {
    label: { de: 'Schicht der Auswahlgrundlage', en: 'Stratum of the sampling frame' },
    values: frame.map(({ stratum, label }) => ({ value: stratum, label })),
    sensitivity: 'quasi-identifier',
    purpose: 'Weighting; results by area.',
  }),
  variable('mode', {
    label: { de: 'Erhebungsweg', en: 'Mode of data collection' },
    values: [
      { value: 'web', label: { de: 'Internet', en: 'web' } },
      { value: 'paper', label: { de: 'Papier', en: 'paper' } },
      { value: 'phone', label: { de: 'Telefon', en: 'phone' } },
    ],
    purpose: 'Mode effects.',
  }),
  variable('language', {
    label: { de: 'Sprache der Befragung', en: 'Language answered in' },
    sensitivity: 'quasi-identifier',
    purpose: 'Comparability of the translations.',
  }),
  variable('week', {
    label: {
      de: 'Kalenderwoche der letzten Antwort (ISO 8601)',
      en: 'Week of the last answer (ISO 8601)',
    },
    purpose: 'Course of the fieldwork.',
  }),
  variable('disposition', {
    label: { de: 'Ausgang nach AAPOR', en: 'Disposition by AAPOR' },
    values: dispositions.map(({ code }) => ({ value: code, label: dispositionText(code) })),
    purpose: 'Response rates.',
  }),
  {
    ...variable('completed', {
      label: { de: 'Bis zum Ende ausgefüllt', en: 'Answered to the end' },
      values: [
        { value: 1, label: { de: 'ja', en: 'yes' } },
        { value: 0, label: { de: 'nein', en: 'no' } },
      ],
      purpose: 'Tells complete responses from partial ones.',
    }),
    type: 'integer',
  },
]

const variable = (
  name: string,
  about: {
    readonly label: Localized
    readonly purpose: string
    readonly values?: Variable['values']
    readonly sensitivity?: Variable['sensitivity']
  },
): Variable => ({
  name,
  item: name,
  label: about.label,
  measure: 'nominal',
  type: 'text',
  ...(about.values === undefined ? {} : { values: about.values }),
  missing: [],
  sensitivity: about.sensitivity ?? 'plain',
  purpose: about.purpose,
})
