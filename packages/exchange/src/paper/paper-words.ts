/** What the printed questionnaire itself says; everything else is the questionnaire's own. */
export type PaperWords = {
  readonly one: string
  readonly several: string
  readonly rank: string
  readonly eachRow: string
  readonly onlyIf: (condition: string) => string
  readonly entry: (number: number) => string
  readonly moreEntries: string
  readonly number: (range: string) => string
  readonly between: (min: string, max: string) => string
  readonly from: (min: string) => string
  readonly upTo: (max: string) => string
  readonly date: string
  readonly time: string
  readonly version: string
}

const de: PaperWords = {
  one: 'Bitte nur eine Antwort ankreuzen.',
  several: 'Mehrere Antworten sind möglich.',
  rank: 'Bitte tragen Sie die Reihenfolge ein: 1 steht für das Wichtigste.',
  eachRow: 'Bitte in jeder Zeile ein Kreuz.',
  onlyIf: (condition) => `Nur falls ${condition}`,
  entry: (number) => `Eintrag ${number}`,
  moreEntries: 'Weitere bitte auf einem eigenen Blatt.',
  number: (range) => `Zahl${range}`,
  between: (min, max) => ` von ${min} bis ${max}`,
  from: (min) => ` ab ${min}`,
  upTo: (max) => ` bis ${max}`,
  date: 'Tag, Monat, Jahr',
  time: 'Uhrzeit',
  version: 'Fassung',
}

const en: PaperWords = {
  one: 'Please tick one answer only.',
  several: 'You may tick more than one answer.',
  rank: 'Please write the order: 1 is the most important.',
  eachRow: 'Please tick one box in each row.',
  onlyIf: (condition) => `Only if ${condition}`,
  entry: (number) => `Entry ${number}`,
  moreEntries: 'For more, please use a sheet of your own.',
  number: (range) => `Number${range}`,
  between: (min, max) => ` from ${min} to ${max}`,
  from: (min) => ` from ${min}`,
  upTo: (max) => ` up to ${max}`,
  date: 'Day, month, year',
  time: 'Time',
  version: 'Version',
}

/** The words for a language; German ones where there are none of its own. */
export const paperWords = (language: string): PaperWords => (/^en\b/.test(language) ? en : de)
