import type { ReasonWords } from './reason-words.ts'

/** Reasons of SPSS and of deposits. */
export const DEPOSIT = {
  'spss-column-numbers': { en: 'The column holds numbers.', de: 'Die Spalte enthält Zahlen.' },
  'spss-column-texts': { en: 'The column holds texts.', de: 'Die Spalte enthält Texte.' },
  'spss-labelled': {
    en: 'The value has a label already.',
    de: 'Der Wert hat schon eine Bezeichnung.',
  },
  'spss-name': {
    en: 'SPSS refuses the name or has another of it.',
    de: 'SPSS lehnt den Namen ab oder hat ihn schon.',
  },
  'spss-no-day': {
    en: 'They are no day of the calendar; the CSV has them as written.',
    de: 'Sie sind kein Tag des Kalenders; das CSV enthält sie wie geschrieben.',
  },
  'spss-texts-cut': {
    en: 'SPSS holds {bytes} bytes; the CSV has all of them.',
    de: 'SPSS fasst {bytes} Bytes; das CSV enthält sie ganz.',
  },
  'spss-three-codes': {
    en: 'SPSS holds three codes, and no range is free of answers; define them in the analysis.',
    de: 'SPSS fasst drei Codes, und kein Bereich ist frei von Antworten; in der Auswertung festlegen.',
  },
  'spss-words-cut': {
    en: 'SPSS holds {bytes} bytes; the codebook has all of it.',
    de: 'SPSS fasst {bytes} Bytes; das Codebuch enthält alles.',
  },
  'typeface-lacks-script': {
    en: 'The typeface lacks its script. The questionnaire lies beside it as JSON.',
    de: 'Der Schrift fehlen die Zeichen dafür. Der Fragebogen liegt als JSON daneben.',
  },
} as const satisfies ReasonWords
