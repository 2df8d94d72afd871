import { StaffStudies } from '@echolot/contract/fieldwork'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

export type Study = StaffStudies['studies'][number]
export type Wave = Study['waves'][number]

/** All studies that the signed-in person may see, with their waves. */
export const studiesQuery = queryOptions({
  queryKey: ['studies'],
  queryFn: async ({ signal }) => (await ask(StaffStudies, '/v1/staff/studies', { signal })).studies,
})
