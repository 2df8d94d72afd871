import { readFileSync } from 'node:fs'
import { parseJson, type RoundTrip, roundTrip } from '@echolot/exchange/surveyjs'
import { Problem } from '@echolot/problem'
import { type LibraryKeeps, libraryKeeps } from './library-keeps.ts'

/** One definition's way through the designer's model, and survey-core's own beside it. */
export type RoundTripOfFile = {
  readonly file: string
  /** The line's own name in a file of many. */
  readonly id?: string
  readonly library?: LibraryKeeps
  /** Why it could not be read at all. */
  readonly unreadable?: string
} & Partial<RoundTrip>

/** Every definition of a file: one in `.json`, one a line (`{id, survey}`, or the definition itself) in `.ndjson`. */
export const roundTrips = (file: string): readonly RoundTripOfFile[] => {
  const text = readFileSync(file, 'utf8')
  if (!/\.(ndjson|jsonl)$/i.test(file)) return [attempt({ file }, () => parseJson(text))]
  return text
    .split('\n')
    .map((line, place) => ({ line: line.trim(), place }))
    .filter(({ line }) => line !== '')
    .map(({ line, place }) => attempt({ file, id: `line ${place + 1}` }, () => parseJson(line)))
}

const attempt = (
  about: { readonly file: string; readonly id?: string },
  read: () => unknown,
): RoundTripOfFile => {
  try {
    const { id, source } = unwrapped(read(), about.id)
    const trip = roundTrip(source, id ?? 'survey')
    const survey = (source as { readonly survey?: object }).survey
    return {
      ...about,
      ...(id === undefined ? {} : { id }),
      ...trip,
      library: libraryKeeps(isEnvelope(source) ? (survey ?? {}) : (source as object)),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ...about, unreadable: `${error.title} ${Object.values(error.details).join(' – ')}` }
  }
}

const isEnvelope = (value: unknown) =>
  typeof value === 'object' && value !== null && 'survey' in value && 'instrument' in value

/** A line of a collection says its name beside the definition. */
const unwrapped = (
  value: unknown,
  line: string | undefined,
): { readonly id?: string; readonly source: unknown } => {
  if (line === undefined) return { source: value }
  if (typeof value === 'object' && value !== null && 'survey' in value && 'id' in value)
    return { id: String(value.id), source: value.survey }
  return { id: line, source: value }
}
