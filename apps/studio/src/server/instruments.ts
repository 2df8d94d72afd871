import { InstrumentList, type InstrumentSummary } from '@echolot/contract/instruments'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** Every questionnaire with its draft, its proposal and its published versions. */
export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: async ({ signal }) =>
    (await ask(InstrumentList, '/v1/instruments', { signal })).instruments,
})

/** Published versions of all questionnaires, newest first. */
export const publishedVersions = (instruments: readonly InstrumentSummary[]) =>
  instruments
    .flatMap(({ title, published }) => published.map((version) => ({ title, ...version })))
    .toSorted((one, other) => other.publishedOn.localeCompare(one.publishedOn))
