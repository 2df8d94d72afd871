import type { Instrument } from '@echolot/instrument'
import type { Imported, LossReport } from './loss.ts'
import { formatUnknown } from './problems.ts'
import type { SourceFile } from './source-file.ts'

/** What an exporter makes: the file's bytes, and what the other format could not take. */
export type Exported = { readonly bytes: Uint8Array; readonly losses: LossReport }

export type ExportOptions = {
  /** Language of formats that hold one; the source language without it. */
  readonly language?: string
  /** The moment written into the file, where the format wants one. */
  readonly createdOn?: Date
}

/** A questionnaire format; reader and writer are loaded when they are asked for. */
export type QuestionnaireFormat = {
  readonly id: string
  readonly name: string
  /** File endings with their dot, the longest first. */
  readonly endings: readonly string[]
  readonly read?: (file: SourceFile) => Promise<Imported>
  readonly write?: (instrument: Instrument, options?: ExportOptions) => Promise<Exported>
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Every questionnaire format that is known here, in the order in which a dialog offers them. */
export const FORMATS: readonly QuestionnaireFormat[] = [
  {
    id: 'surveyjs',
    name: 'SurveyJS JSON',
    endings: ['.surveyjs.json'],
    read: async (file) => (await import('./surveyjs/index.ts')).readSurveyjs(file),
    write: async (instrument) => {
      const { envelopeLosses, writeSurveyjs } = await import('./surveyjs/index.ts')
      return { bytes: bytesOf(writeSurveyjs(instrument)), losses: envelopeLosses(instrument) }
    },
  },
  {
    id: 'instrument',
    name: 'Echolot',
    endings: ['.json'],
    read: async (file) => (await import('./surveyjs/index.ts')).readSurveyjs(file),
    write: async (instrument) => {
      const { instrumentFrom, writeInstrument } = await import('./surveyjs/index.ts')
      const { losses } = instrumentFrom(instrument, instrument.instrument)
      return { bytes: bytesOf(writeInstrument(instrument)), losses }
    },
  },
  {
    id: 'xlsform',
    name: 'XLSForm',
    endings: ['.xlsx', '.xls'],
    read: async (file) => (await import('./xlsform/index.ts')).readXlsform(file),
    write: async (instrument) => (await import('./xlsform/index.ts')).writeXlsform(instrument),
  },
  {
    id: 'redcap',
    name: 'REDCap',
    endings: ['.csv'],
    read: async (file) => (await import('./redcap/index.ts')).readRedcap(file),
  },
  {
    id: 'codebook',
    name: 'Codebook (CSV)',
    endings: ['.csv'],
    write: async (instrument) => {
      const { codebookCsv, codebookLosses } = await import('./instrument-codebook/index.ts')
      return { bytes: bytesOf(codebookCsv(instrument)), losses: codebookLosses(instrument) }
    },
  },
  {
    id: 'codebook-json',
    name: 'Codebook (JSON)',
    endings: ['.codebook.json'],
    write: async (instrument) => {
      const { codebookJson, codebookLosses } = await import('./instrument-codebook/index.ts')
      return { bytes: bytesOf(codebookJson(instrument)), losses: codebookLosses(instrument) }
    },
  },
  {
    id: 'lss',
    name: 'LimeSurvey',
    endings: ['.lss'],
    read: async (file) => (await import('./lss/index.ts')).readLss(file),
  },
  {
    id: 'qsf',
    name: 'Qualtrics',
    endings: ['.qsf'],
    read: async (file) => (await import('./qsf/index.ts')).readQsf(file),
  },
]

/**
 * The format that a file is to be read as, by its ending.
 * @throws format-unknown when nothing here reads it
 */
export const sourceFormat = (file: SourceFile): QuestionnaireFormat =>
  formatOf(file.name, (format) => format.read !== undefined)

/**
 * The format that a file is to be written in, by its ending or by the format's own name.
 * @throws format-unknown when nothing here writes it
 */
export const targetFormat = (name: string, as?: string): QuestionnaireFormat => {
  const byId = as === undefined ? undefined : FORMATS.find(({ id, write }) => id === as && write)
  if (byId !== undefined) return byId
  if (as !== undefined)
    throw formatUnknown({
      file: as,
      known: FORMATS.flatMap(({ id, write }) => (write ? [id] : [])),
      remedy: 'Name one of these formats.',
    })
  return formatOf(name, (format) => format.write !== undefined)
}

const formatOf = (name: string, can: (format: QuestionnaireFormat) => boolean) => {
  const able = FORMATS.filter(can)
  const found = able
    .flatMap((format) => format.endings.map((ending) => ({ format, ending })))
    .sort((first, second) => second.ending.length - first.ending.length)
    .find(({ ending }) => name.toLowerCase().endsWith(ending))
  if (found !== undefined) return found.format
  throw formatUnknown({
    file: name,
    known: able.flatMap(({ endings }) => endings),
    remedy: 'Use one of these file endings, or export the questionnaire to one of them first.',
  })
}

/** Reads a questionnaire file of any known format. @throws format-unknown, file-unreadable */
export const readQuestionnaire = async (file: SourceFile): Promise<Imported> => {
  const { read } = sourceFormat(file)
  if (read === undefined) throw formatUnknown({ file: file.name, known: [], remedy: '' })
  return read(file)
}
