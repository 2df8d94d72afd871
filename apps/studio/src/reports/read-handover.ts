import { REPORT_LANGUAGES, ReportModel } from '@echolot/contract/reports'

type Json = { readonly [property: string]: unknown }

/** What the collection wants of an analysis, read from its folder. */
export type Handover = {
  readonly title: string
  readonly freezeDigest: string
  readonly planDigest: string
  /** The report as a document, in one or more languages. */
  readonly models: readonly ReportModel[]
  readonly results: Json
  /** What disclosure control hid. */
  readonly account: Json
}

/** Why a folder cannot be handed in; the words stand in `words.ts`. */
export type HandoverFault =
  | { readonly fault: 'missing' | 'unreadable'; readonly files: readonly string[] }
  | { readonly fault: 'noDigests' }

const SHA256 = /^[0-9a-f]{64}$/

/** Reads the files of an analysis, wherever in the folder they lie; other files are left alone. */
export const readHandover = async (files: readonly File[]): Promise<Handover | HandoverFault> => {
  const byName = new Map(files.map((file) => [file.name, file]))
  const documents = REPORT_LANGUAGES.map((language) => `report.${language}.json`).filter((name) =>
    byName.has(name),
  )
  const needed = ['results.json', 'disclosure.json', documents[0] ?? 'report.de.json']
  const missing = needed.filter((name) => !byName.has(name))
  if (missing.length > 0) return { fault: 'missing', files: missing }
  const read = async (name: string) => parsed((await byName.get(name)?.text()) ?? '')
  const [results, account] = [await read('results.json'), await read('disclosure.json')]
  const models = await Promise.all(
    documents.map(async (name) => ReportModel.safeParse(await read(name)).data),
  )
  if (results === undefined || account === undefined || models.includes(undefined))
    return {
      fault: 'unreadable',
      files: [
        ...(results === undefined ? ['results.json'] : []),
        ...(account === undefined ? ['disclosure.json'] : []),
        ...documents.filter((_, place) => models[place] === undefined),
      ],
    }
  const freezeDigest = textAt(results, 'data', 'digest')
  const planDigest = textAt(results, 'planDigest')
  if (!SHA256.test(freezeDigest) || !SHA256.test(planDigest)) return { fault: 'noDigests' }
  return {
    title: textAt(results, 'title'),
    freezeDigest,
    planDigest,
    models: models.flatMap((model) => model ?? []),
    results,
    account,
  }
}

const parsed = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Json)
      : undefined
  } catch {
    return undefined
  }
}

const textAt = (value: unknown, ...steps: readonly string[]): string => {
  const found = steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined,
    value,
  )
  return typeof found === 'string' ? found : ''
}
