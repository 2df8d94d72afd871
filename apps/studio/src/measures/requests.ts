import {
  MeasureReceipt,
  type MeasureStep,
  type NewMeasure,
  type NewRecommendation,
  RecommendationList,
} from '@echolot/contract/measures'
import { FindingList, ReportList } from '@echolot/contract/reports'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ANYTHING, ask } from '../server/ask.ts'

export const recommendationsQuery = queryOptions({
  queryKey: ['recommendations'],
  queryFn: ({ signal }) => ask(RecommendationList, '/v1/recommendations', { signal }),
})

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: async ({ signal }) => (await ask(ReportList, '/v1/reports', { signal })).reports,
})

/** What a report found, in German where it has it. */
export const findingsQuery = (report: string, language: string) =>
  queryOptions({
    queryKey: ['findings', report, language],
    queryFn: ({ signal }) =>
      ask(FindingList, `/v1/reports/${report}/findings?language=${language}`, { signal }),
  })

/** Everything that changes recommendations and measures; the list is fetched anew afterwards. */
export const useMeasureCalls = () => ({
  recommend: useCall(({ id, body }: { id?: string; body: NewRecommendation }) =>
    id === undefined
      ? ask(MeasureReceipt, '/v1/recommendations', { method: 'POST', body })
      : ask(ANYTHING, `/v1/recommendations/${id}`, { method: 'PUT', body }),
  ),
  propose: useCall(({ recommendation, body }: { recommendation: string; body: NewMeasure }) =>
    ask(MeasureReceipt, `/v1/recommendations/${recommendation}/measures`, {
      method: 'POST',
      body,
    }),
  ),
  change: useCall(({ id, body }: { id: string; body: NewMeasure }) =>
    ask(ANYTHING, `/v1/measures/${id}`, { method: 'PUT', body }),
  ),
  step: useCall(({ id, body }: { id: string; body: MeasureStep }) =>
    ask(ANYTHING, `/v1/measures/${id}/state`, { method: 'POST', body }),
  ),
})
export type MeasureCalls = ReturnType<typeof useMeasureCalls>

const useCall = <Order, Answer>(call: (order: Order) => Promise<Answer>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: call,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['recommendations'] }),
  })
}
