import { Me } from '@echolot/contract/staff'
import type { Problem } from '@echolot/problem'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** Who is signed in; null for nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      return await ask(Me, '/v1/me', { signal })
    } catch (error) {
      if ((error as Problem).status === 401) return null
      throw error
    }
  },
  staleTime: 5 * 60_000,
})
