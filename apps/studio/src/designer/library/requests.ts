import {
  type LibraryDeposit,
  LibraryDetails,
  LibraryList,
  LibraryReceipt,
} from '@echolot/contract/items'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../server/ask.ts'

export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: async ({ signal }) => (await ask(LibraryList, '/v1/library', { signal })).entries,
})

/** Versions, uses and statistics of one entry. */
export const entryQuery = (id: string) =>
  queryOptions({
    queryKey: ['library', id],
    queryFn: ({ signal }) => ask(LibraryDetails, `/v1/library/${id}`, { signal }),
  })

/** Puts items into the library: a new entry, or a newer version of `id`. */
export const useDeposit = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, deposit }: { readonly id: string; readonly deposit: LibraryDeposit }) =>
      ask(LibraryReceipt, id === '' ? '/v1/library' : `/v1/library/${id}/versions`, {
        method: 'POST',
        body: deposit,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['library'] }),
  })
}
