import {
  type NewThread,
  type Thread,
  type ThreadChange,
  ThreadList,
  ThreadReceipt,
} from '@echolot/contract/comments'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ANYTHING, ask } from '../../server/ask.ts'

/** What was said about a draft; asked again every minute, for several people talk here. */
export const threadsQuery = (name: string) =>
  queryOptions({
    queryKey: ['threads', name],
    queryFn: ({ signal }) => ask(ThreadList, `/v1/drafts/${name}/threads`, { signal }),
    refetchInterval: 60_000,
  })

/** Open threads by the name of their element, for the badges of tree and canvas. */
export const useOpenThreads = (name: string): ReadonlyMap<string, number> => {
  const { data } = useQuery(threadsQuery(name))
  return useMemo(() => {
    const counts = new Map<string, number>()
    for (const { element, state } of data?.threads ?? [])
      if (state === 'open') counts.set(element, (counts.get(element) ?? 0) + 1)
    return counts
  }, [data])
}

/** Tasks that nobody has settled yet, for the question before publishing. */
export const useOpenTasks = (name: string): readonly Thread[] => {
  const { data } = useQuery(threadsQuery(name))
  return useMemo(
    () => (data?.threads ?? []).filter(({ state, task }) => state === 'open' && task !== null),
    [data],
  )
}

export const useThreadCalls = (name: string) => {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['threads', name] })
  const begin = useMutation({
    mutationFn: (thread: NewThread) =>
      ask(ThreadReceipt, `/v1/drafts/${name}/threads`, { method: 'POST', body: thread }),
    onSuccess,
  })
  const answer = useMutation({
    mutationFn: ({ id, text }: { readonly id: string; readonly text: string }) =>
      ask(ANYTHING, `/v1/drafts/${name}/threads/${id}/comments`, {
        method: 'POST',
        body: { text },
      }),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ id, ...body }: ThreadChange & { readonly id: string }) =>
      ask(ANYTHING, `/v1/drafts/${name}/threads/${id}`, { method: 'PUT', body }),
    onSuccess,
  })
  return { begin, answer, change }
}
