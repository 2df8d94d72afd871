import { Problem } from '@echolot/problem'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { meQuery } from '../server/me.ts'

const statusOf = (error: unknown) => (error instanceof Problem ? error.status : undefined)

/** What the page has asked so far; a 401 anywhere asks anew who is signed in, which leads to the sign-in page. */
export const makeQueries = (): QueryClient => {
  const onError = (error: unknown) => {
    if (statusOf(error) === 401) void queries.invalidateQueries(meQuery)
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        /** The server's word stands; only where none came is it asked again. */
        retry: (failures, error) => failures < 2 && statusOf(error) === 0,
      },
    },
  })
  return queries
}
