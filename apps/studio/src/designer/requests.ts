import { Draft, PublicationReceipt, PublishedInstrument } from '@echolot/contract/instruments'
import type { Instrument } from '@echolot/instrument'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { ANYTHING, ask } from '../server/ask.ts'

/** A draft as the studio works with it: the revision it began from, and the questionnaire. */
export type OpenDraft = { readonly revision: number; readonly instrument: Instrument }

/** The wire leaves room for what other versions may add; the envelope's known parts were checked on the server. */
const instrumentOf = (envelope: unknown) => envelope as Instrument

export const readDraft = async (name: string, signal?: AbortSignal): Promise<OpenDraft> => {
  const { revision, instrument } = await ask(Draft, `/v1/drafts/${name}`, signal ? { signal } : {})
  return { revision, instrument: instrumentOf(instrument) }
}

export const draftQuery = (name: string) =>
  queryOptions({
    queryKey: ['draft', name],
    queryFn: ({ signal }) => readDraft(name, signal),
  })

/** A published version never changes: asked once. */
export const publishedQuery = (id: string) =>
  queryOptions({
    queryKey: ['published', id],
    queryFn: async ({ signal }): Promise<Instrument> =>
      instrumentOf(
        (await ask(PublishedInstrument, `/v1/instruments/${id}`, { signal })).instrument,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })

const Saved = z.looseObject({ revision: z.int() })

/**
 * Saves a draft on top of the revision it began from (0 for a new one) and gives the new revision; fails with
 * `draft-stale` when somebody was faster.
 */
export const useSaveDraft = () => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (draft: OpenDraft): Promise<number> =>
      (
        await ask(Saved, `/v1/drafts/${draft.instrument.instrument}`, {
          method: 'PUT',
          body: draft,
        })
      ).revision,
    onSuccess: (revision, draft) => {
      queries.setQueryData(draftQuery(draft.instrument.instrument).queryKey, { ...draft, revision })
      void queries.invalidateQueries({ queryKey: ['instruments'] })
    },
  })
}

/** Asks a second person to publish exactly this revision. */
export const usePropose = (name: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (proposal: { readonly revision: number; readonly note: string }) =>
      ask(ANYTHING, `/v1/drafts/${name}/proposal`, { method: 'POST', body: proposal }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['instruments'] }),
  })
}

/** The second person's yes. */
export const usePublish = (name: string) => {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (revision: number) =>
      ask(PublicationReceipt, `/v1/drafts/${name}/publication`, {
        method: 'POST',
        body: { revision },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['instruments'] }),
  })
}
