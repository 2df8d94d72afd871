import { readFileSync } from 'node:fs'
import type { Instrument } from '@echolot/instrument'

/** Why a file could not be taken for a questionnaire. */
export type Unreadable = {
  readonly file: string
  readonly message: string
  readonly remedy: string
}

/**
 * Reads an instrument, or bare SurveyJS JSON, which is given an envelope around it and is otherwise
 * left as it is.
 */
export const readInstrument = (file: string): Instrument | Unreadable => {
  const document = parsed(file)
  if ('unreadable' in document) return document.unreadable
  const { value } = document
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {
      file,
      message: 'The file holds no JSON object.',
      remedy: 'Give an instrument or a SurveyJS definition.',
    }
  if ('survey' in value && 'instrument' in value) return value as Instrument
  return {
    instrument: 'survey',
    version: '0.0.0',
    languages: [{ tag: 'de', status: 'source', live: true }],
    survey: value as Instrument['survey'],
    scales: [],
    variables: [],
  }
}

const parsed = (file: string): { value: unknown } | { unreadable: Unreadable } => {
  try {
    return { value: JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return {
      unreadable: { file, message, remedy: 'Check that the file is there and is JSON in UTF-8.' },
    }
  }
}
