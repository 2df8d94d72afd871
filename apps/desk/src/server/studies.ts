import { TrustStudies } from '@echolot/contract/mailings'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

export type Study = TrustStudies['studies'][number]
export type Wave = Study['waves'][number]

/** The studies whose addresses lie here. */
export const studiesQuery = queryOptions({
  queryKey: ['studies'],
  queryFn: async ({ signal }) => (await ask(TrustStudies, '/v1/studies', { signal })).studies,
})
