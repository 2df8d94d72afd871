import type {
  CommentAnswer,
  NewReportComment,
  ReportLanguage,
  ReportUpload,
} from '@echolot/contract/reports'
import {
  ReportComparison,
  ReportDetails,
  ReportList,
  ReportReceipt,
} from '@echolot/contract/reports'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ANYTHING, ask } from '../server/ask.ts'
import type { Handover } from './read-handover.ts'

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async ({ signal }) => (await ask(ReportList, '/v1/reports', { signal })).reports,
})

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['reports', id],
    queryFn: ({ signal }) => ask(ReportDetails, `/v1/reports/${id}`, { signal }),
  })

export const comparisonQuery = (id: string, language: ReportLanguage) =>
  queryOptions({
    queryKey: ['reports', id, 'comparison', language],
    queryFn: async ({ signal }) => {
      const path = `/v1/reports/${id}/comparison?language=${language}`
      return (await ask(ReportComparison, path, { signal })).comparison
    },
  })

/** Hands in what the analysis made: a draft, or the next version of one. */
export const useHandIn = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (handover: Handover & Pick<ReportUpload, 'study' | 'wave'>) =>
      ask(ReportReceipt, '/v1/reports', { method: 'POST', body: handover }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  })
}

/** Where a report can be led: to its commenters, back, to its readers, out of their hands. */
export type Step = 'circulation' | 'return' | 'release' | 'withdrawal'
type Call =
  | { readonly do: 'step'; readonly step: Step; readonly reason?: string }
  | ({ readonly do: 'comment' } & NewReportComment)
  | ({ readonly do: 'answer'; readonly ordinal: number } & CommentAnswer)

const pathAndBody = (call: Call): readonly [string, object] => {
  switch (call.do) {
    case 'step':
      return [call.step, call.reason === undefined ? {} : { reason: call.reason }]
    case 'comment':
      return ['comments', { section: call.section, text: call.text }]
    case 'answer':
      return [`comments/${call.ordinal}/answer`, { verdict: call.verdict, text: call.text }]
  }
}

/** All that is done to a report besides writing it. */
export const useReportCall = (id: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (call: Call) => {
      const [path, body] = pathAndBody(call)
      return ask(ANYTHING, `/v1/reports/${id}/${path}`, { method: 'POST', body })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  })
}

/** What can be taken along, in the order of use. */
export const FILES = [
  'pdf',
  'summary',
  'slides',
  'tables',
  'families',
  'families-easy',
  'appendix',
  'figures',
] as const

/** Where a file of a report lies on the server. */
export const fileAddress = (
  id: string,
  language: ReportLanguage,
  kind: 'html' | (typeof FILES)[number],
) => `/v1/reports/${id}/files/${language}/${kind}`
