import {
  AnswersMoved,
  type CoderReplacement,
  CodingOverview,
  type CodingSetUp,
  CodingTasks,
  JointView,
  QuoteDesk,
  type QuoteProposal,
  QuoteReceipt,
  Reading,
  ReadingReceipt,
  type ReadingVerdict,
  type Settlement,
  ThemeBook,
  type ThemeBookChange,
  ThemeBookReceipt,
} from '@echolot/contract/coding'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { ANYTHING, ask } from '../server/ask.ts'

/** One open question of a wave. */
export type Question = { readonly study: string; readonly wave: string; readonly item: string }
type WavePlace = Omit<Question, 'item'>

const atWave = ({ study, wave }: WavePlace) => `/v1/studies/${study}/waves/${wave}`
const at = (question: Question) => `${atWave(question)}/coding/${encodeURIComponent(question.item)}`

export const codingQuery = (place: WavePlace) =>
  queryOptions({
    queryKey: ['coding', place.study, place.wave],
    queryFn: ({ signal }) => ask(CodingOverview, `${atWave(place)}/coding`, { signal }),
  })

const part = (question: Question, name: string) => [
  'coding',
  question.study,
  question.wave,
  question.item,
  name,
]

export const themesQuery = (question: Question) =>
  queryOptions({
    queryKey: part(question, 'themes'),
    queryFn: ({ signal }) => ask(ThemeBook, `${at(question)}/themes`, { signal }),
  })
export const tasksQuery = (question: Question) =>
  queryOptions({
    queryKey: part(question, 'tasks'),
    queryFn: ({ signal }) => ask(CodingTasks, `${at(question)}/tasks`, { signal }),
  })
export const agreementQuery = (question: Question) =>
  queryOptions({
    queryKey: part(question, 'agreement'),
    queryFn: ({ signal }) => ask(JointView, `${at(question)}/agreement`, { signal }),
  })
export const quotesQuery = (question: Question) =>
  queryOptions({
    queryKey: part(question, 'quotes'),
    queryFn: ({ signal }) => ask(QuoteDesk, `${at(question)}/quotes`, { signal }),
  })

/** An act after which everything about the wave is asked anew. */
const useAct = <Given, Answer>(act: (given: Given) => Promise<Answer>) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['coding'] }),
  })
}

export const useSetUp = (question: Question) =>
  useAct((body: CodingSetUp) => ask(ANYTHING, at(question), { method: 'PUT', body }))
export const useDrawing = (question: Question) =>
  useAct(() => ask(AnswersMoved, `${at(question)}/drawing`, { method: 'POST', body: {} }))
export const useDealing = (question: Question) =>
  useAct(() => ask(AnswersMoved, `${at(question)}/dealing`, { method: 'POST', body: {} }))

export const useReplacement = (question: Question) =>
  useAct((body: CoderReplacement) =>
    ask(AnswersMoved, `${at(question)}/replacements`, { method: 'POST', body }),
  )

/** Shows the next answer to be read; the collection writes each look down, so nothing asks again by itself. */
export const useNextReading = (question: Question) =>
  useMutation({
    mutationFn: () => ask(Reading, `${at(question)}/readings`, { method: 'POST', body: {} }),
  })
export const useReadingVerdict = (question: Question) =>
  useAct(({ id, verdict }: { readonly id: string; readonly verdict: ReadingVerdict }) =>
    ask(ReadingReceipt, `${at(question)}/readings/${id}`, { method: 'PUT', body: verdict }),
  )
export const useSaveThemes = (question: Question) =>
  useAct((body: ThemeBookChange) =>
    ask(ThemeBookReceipt, `${at(question)}/themes`, { method: 'PUT', body }),
  )
export const useCode = (question: Question) =>
  useAct(
    ({
      id,
      ...body
    }: {
      readonly id: string
      readonly themes: readonly string[]
      readonly version: number
    }) => ask(ANYTHING, `${at(question)}/tasks/${id}`, { method: 'PUT', body }),
  )
export const useCompletion = (question: Question) =>
  useAct(() => ask(ANYTHING, `${at(question)}/completion`, { method: 'POST', body: {} }))
export const useSettle = (question: Question) =>
  useAct(({ id, ...body }: Settlement & { readonly id: string }) =>
    ask(ANYTHING, `${at(question)}/agreement/${id}`, { method: 'PUT', body }),
  )
export const useUnsettle = (question: Question) =>
  useAct((id: string) => ask(ANYTHING, `${at(question)}/agreement/${id}`, { method: 'DELETE' }))
export const useProposeQuote = (question: Question) =>
  useAct((body: QuoteProposal) =>
    ask(QuoteReceipt, `${at(question)}/quotes`, { method: 'POST', body }),
  )
export const useQuoteVerdict = (question: Question) =>
  useAct(({ id, verdict }: { readonly id: string; readonly verdict: 'approve' | 'refuse' }) =>
    ask(ANYTHING, `${at(question)}/quotes/${id}/verdicts`, { method: 'POST', body: { verdict } }),
  )

/** Where files lie on the server. */
export const themesFileAddress = (place: WavePlace) => `${atWave(place)}/themes`
export const assignmentsAddress = (question: Question) => `${at(question)}/assignments.csv`

/** Where a step of a question is done in the studio. */
export const stepAddress = (
  { study, wave, item }: Question,
  step: 'reading' | 'themes' | 'tasks' | 'agreement' | 'quotes',
) => `/coding/${study}/${wave}/${encodeURIComponent(item)}/${step}`
