import { ReportList, ReportReceipt } from '@echolot/contract/reports'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ANYTHING, ask } from '../server/ask.ts'
import type { Handover } from './read-handover.ts'

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async ({ signal }) => (await ask(ReportList, '/v1/reports', { signal })).reports,
})

/** Hands in what the analysis made; the report stays a draft until a second person releases it. */
export const useHandIn = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (handover: Handover & { readonly study: string; readonly wave: string }) =>
      ask(ReportReceipt, '/v1/reports', { method: 'POST', body: handover }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  })
}

/** The second person agrees: from now on project leads can read it. */
export const useRelease = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      ask(ANYTHING, `/v1/reports/${id}/release`, { method: 'POST', body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  })
}

/** Where the finished pages of a report lie on the server. */
export const reportAddress = (id: string, kind: 'html' | 'pdf') =>
  `/v1/reports/${id}/files/de/${kind}`
