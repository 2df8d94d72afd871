import type { Instrument } from '@echolot/instrument'
import { type ImportPlan, importPlan } from './import-plan.ts'

export type FileKind = 'csv' | 'xliff'

/** All texts of one language as a file for translators; readers and writers are loaded when they are asked for. */
export const fileOf = async (
  instrument: Instrument,
  language: string,
  kind: FileKind,
): Promise<File> => {
  const { writeTranslationsCsv, writeXliff } = await import('@echolot/exchange/translations')
  const name = `${instrument.instrument}-${instrument.version}-${language}`
  return kind === 'csv'
    ? new File([writeTranslationsCsv(instrument, language)], `${name}.csv`, { type: 'text/csv' })
    : new File([writeXliff(instrument, language)], `${name}.xlf`, { type: 'application/xliff+xml' })
}

/** What a translators' file would change. @throws file-unreadable */
export const planOf = async (instrument: Instrument, file: File): Promise<ImportPlan> => {
  const { readTranslationsCsv, readXliff } = await import('@echolot/exchange/translations')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = /\.(xlf|xliff|xml)$/i.test(file.name) ? readXliff : readTranslationsCsv
  return importPlan(instrument, read(instrument, bytes))
}
