import {
  Draft,
  DraftHistory,
  DraftLock,
  type DraftLockOrder,
  DraftReceipt,
  type DraftSave,
} from '@echolot/contract/instruments'
import type { Instrument } from '@echolot/instrument'
import { queryOptions } from '@tanstack/react-query'
import { ask } from '../../server/ask.ts'

/** What the lock and the autosave ask of the collection; given to them, so that tests can stand in for it. */
export type DraftCalls = {
  readonly readLock: (name: string, editor: string) => Promise<DraftLock>
  readonly orderLock: (name: string, order: DraftLockOrder) => Promise<DraftLock>
  readonly save: (
    draft: { readonly revision: number; readonly instrument: Instrument } & Pick<
      DraftSave,
      'editor' | 'kind'
    >,
  ) => Promise<number>
}

export const DRAFT_CALLS: DraftCalls = {
  readLock: (name, editor) => ask(DraftLock, `/v1/drafts/${name}/lock?editor=${editor}`),
  orderLock: (name, order) =>
    ask(DraftLock, `/v1/drafts/${name}/lock`, { method: 'PUT', body: order }),
  save: async (draft) =>
    (
      await ask(DraftReceipt, `/v1/drafts/${draft.instrument.instrument}`, {
        method: 'PUT',
        body: draft,
      })
    ).revision,
}

/** Gives the lock back while the page goes away: the request outlives it. */
export const leaveOnExit = (name: string, editor: string): void => {
  void fetch(`/v1/drafts/${name}/lock`, {
    method: 'PUT',
    credentials: 'same-origin',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ editor, act: 'leave' } satisfies DraftLockOrder),
  }).catch(() => {
    // Nobody is left to tell; the lease runs out by itself.
  })
}

/** Kept states as of `revision`, the newest first. */
export const historyQuery = (name: string, revision: number) =>
  queryOptions({
    queryKey: ['draft-history', name, revision],
    queryFn: async ({ signal }) =>
      (await ask(DraftHistory, `/v1/drafts/${name}/history`, { signal })).revisions,
    staleTime: 0,
  })

/** A kept state never changes: asked once. */
export const revisionQuery = (name: string, revision: number) =>
  queryOptions({
    queryKey: ['draft-revision', name, revision],
    queryFn: async ({ signal }): Promise<Instrument> =>
      (await ask(Draft, `/v1/drafts/${name}/history/${revision}`, { signal }))
        .instrument as unknown as Instrument,
    staleTime: Number.POSITIVE_INFINITY,
  })
