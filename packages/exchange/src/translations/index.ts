export { readXliff } from './read-xliff.ts'
export type {
  ImportedTranslations,
  ImportOptions,
  TranslationIssue,
} from './translation-file.ts'
export { readTranslationsCsv, writeTranslationsCsv } from './translations-csv.ts'
export { writeXliff } from './write-xliff.ts'
