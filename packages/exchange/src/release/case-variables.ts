import type { Freeze } from '@echolot/freeze'
import type { Localized, Variable } from '@echolot/instrument'
import { dispositionText } from './disposition-text.ts'

/** The columns before the codebook's variables, described like these. */
export const caseVariables = ({ frame, dispositions }: Freeze): readonly Variable[] => [
  variable('case', {
    label: { de: 'Zufällige Kennung der Antwort', en: 'Random id of the response' },
    purpose: 'Unterscheidet Zeilen; bedeutet außerhalb dieses Datenschnitts nichts.',
  }),
  variable('stratum', {
    label: { de: 'Schicht der Auswahlgrundlage', en: 'Stratum of the sampling frame' },
    values: frame.map(({ stratum, label }) => ({ value: stratum, label })),
    sensitivity: 'quasi-identifier',
    purpose: 'Gewichtung; Ergebnisse nach Gebiet.',
  }),
  variable('mode', {
    label: { de: 'Erhebungsweg', en: 'Mode of data collection' },
    values: [
      { value: 'web', label: { de: 'Internet', en: 'web' } },
      { value: 'paper', label: { de: 'Papier', en: 'paper' } },
      { value: 'phone', label: { de: 'Telefon', en: 'phone' } },
    ],
    purpose: 'Unterschiede zwischen den Erhebungswegen.',
  }),
  variable('language', {
    label: { de: 'Sprache der Befragung', en: 'Language answered in' },
    sensitivity: 'quasi-identifier',
    purpose: 'Vergleichbarkeit der Übersetzungen.',
  }),
  variable('week', {
    label: {
      de: 'Kalenderwoche der letzten Antwort (ISO 8601)',
      en: 'Week of the last answer (ISO 8601)',
    },
    purpose: 'Verlauf der Feldzeit.',
  }),
  variable('disposition', {
    label: { de: 'Ausgang nach AAPOR', en: 'Disposition by AAPOR' },
    values: dispositions.map(({ code }) => ({ value: code, label: dispositionText(code) })),
    purpose: 'Ausschöpfung.',
  }),
  {
    ...variable('completed', {
      label: { de: 'Bis zum Ende ausgefüllt', en: 'Answered to the end' },
      values: [
        { value: 1, label: { de: 'ja', en: 'yes' } },
        { value: 0, label: { de: 'nein', en: 'no' } },
      ],
      purpose: 'Unterscheidet vollständige von teilweisen Antworten.',
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
