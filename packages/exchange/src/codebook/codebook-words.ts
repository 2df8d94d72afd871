import type { Measure, Sensitivity, Variable } from '@echolot/instrument'

export type PaperLanguage = 'de' | 'en'

/** The words of the codebook itself; labels and questions come from the questionnaire. */
export type CodebookWords = {
  readonly title: string
  readonly synthetic: string
  readonly contents: string
  readonly about: string
  readonly facts: {
    readonly study: string
    readonly wave: string
    readonly madeOn: string
    readonly instrument: string
    readonly cases: string
    readonly variables: string
    readonly freeze: string
  }
  readonly reading: readonly string[]
  readonly scales: string
  readonly scaleHead: readonly string[]
  readonly variablesTitle: string
  readonly name: string
  readonly question: string
  readonly before: string
  readonly instruction: string
  readonly condition: string
  readonly type: string
  readonly measure: string
  readonly range: string
  readonly sensitivity: string
  readonly purpose: string
  readonly scale: string
  readonly reversed: string
  readonly spss: string
  readonly withheld: string
  readonly valueHead: readonly [string, string]
  readonly missing: string
  readonly unprintable: string
  readonly page: string
  readonly types: Readonly<Record<Variable['type'], string>>
  readonly measures: Readonly<Record<Measure, string>>
  readonly sensitivities: Readonly<Record<Sensitivity, string>>
}

const de: CodebookWords = {
  title: 'Codebuch',
  synthetic: 'SYNTHETISCH: Diese Daten sind erfunden. Kein Mensch hat diese Antworten gegeben.',
  contents: 'Inhalt',
  about: 'Zu diesem Datensatz',
  facts: {
    study: 'Studie',
    wave: 'Welle',
    madeOn: 'Datenschnitt vom',
    instrument: 'Fragebogen',
    cases: 'Antworten',
    variables: 'Variablen',
    freeze: 'Kennung des Datenschnitts',
  },
  reading: [
    'Fehlende Werte: −77 weiß nicht, −88 möchte ich nicht sagen, −99 keine Angabe (übersprungen, nicht erreicht oder leer gelassen). In der SPSS-Datei sind sie als fehlend erklärt; in der CSV-Datei stehen die Zahlen.',
    'Leere Zellen: Texte und Daten, die niemand geschrieben hat.',
    'Die Kennung einer Antwort ist für diesen Datenschnitt zufällig gezogen und führt zu keiner Person.',
    'Häufigkeiten stehen hier nicht: Zahlen kleiner Gruppen dürfen nur nach einer Prüfung veröffentlicht werden.',
  ],
  scales: 'Skalen',
  scaleHead: ['Skala', 'Bedeutung', 'Variablen', 'Umgepolt', 'Werte', 'Mindestens gültig'],
  variablesTitle: 'Variablen',
  name: 'Name',
  question: 'Frage',
  before: 'Davor',
  instruction: 'Hinweis',
  condition: 'Gezeigt, wenn',
  type: 'Art',
  measure: 'Messniveau',
  range: 'Wertebereich',
  sensitivity: 'Schutzklasse',
  purpose: 'Wozu erhoben',
  scale: 'Skala',
  reversed: 'umgepolt',
  spss: 'Name in SPSS',
  withheld: 'Nicht in den Datendateien.',
  valueHead: ['Wert', 'Bedeutung'],
  missing: 'fehlend',
  unprintable:
    'Zeichen anderer Schriften sind hier als □ gedruckt; vollständig stehen sie in codebook.json.',
  page: 'Seite',
  types: { integer: 'ganze Zahl', number: 'Zahl', text: 'Text', date: 'Datum' },
  measures: { nominal: 'nominal', ordinal: 'ordinal', scale: 'metrisch', text: 'Text' },
  sensitivities: {
    plain: 'unkritisch',
    'quasi-identifier': 'Merkmal, das mit anderen zusammen erkennbar macht',
    sensitive: 'besonders schutzwürdig',
    'free-text': 'Freitext',
    direct: 'unmittelbar kennzeichnend',
  },
}

const en: CodebookWords = {
  title: 'Codebook',
  synthetic: 'SYNTHETIC: these data are made up. Nobody gave these answers.',
  contents: 'Contents',
  about: 'About these data',
  facts: {
    study: 'Study',
    wave: 'Wave',
    madeOn: 'Data cut of',
    instrument: 'Questionnaire',
    cases: 'Responses',
    variables: 'Variables',
    freeze: 'Id of the data cut',
  },
  reading: [
    'Missing values: −77 do not know, −88 prefer not to say, −99 no answer (routed past, not reached or left blank). The SPSS file declares them missing; the CSV file holds the numbers.',
    'Empty cells: texts and dates that nobody wrote.',
    'The id of a response was drawn at random for this data cut and leads to no person.',
    'There are no frequencies here: counts of small groups may be published only after disclosure control.',
  ],
  scales: 'Scales',
  scaleHead: ['Scale', 'Meaning', 'Variables', 'Reversed', 'Values', 'Fewest valid'],
  variablesTitle: 'Variables',
  name: 'Name',
  question: 'Question',
  before: 'Before it',
  instruction: 'Instruction',
  condition: 'Shown if',
  type: 'Type',
  measure: 'Measure',
  range: 'Range',
  sensitivity: 'Sensitivity',
  purpose: 'Purpose',
  scale: 'Scale',
  reversed: 'reversed',
  spss: 'Name in SPSS',
  withheld: 'Not in the data files.',
  valueHead: ['Value', 'Meaning'],
  missing: 'missing',
  unprintable: 'Characters of other scripts are printed as □ here; codebook.json has all of them.',
  page: 'Page',
  types: { integer: 'whole number', number: 'number', text: 'text', date: 'date' },
  measures: { nominal: 'nominal', ordinal: 'ordinal', scale: 'scale', text: 'text' },
  sensitivities: {
    plain: 'plain',
    'quasi-identifier': 'quasi-identifier: identifies together with others',
    sensitive: 'sensitive',
    'free-text': 'free text',
    direct: 'direct identifier',
  },
}

export const CODEBOOK_WORDS: Readonly<Record<PaperLanguage, CodebookWords>> = { de, en }
