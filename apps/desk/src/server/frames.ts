import { FrameCheck, FrameOverview, FrameReceipt, type FrameUpload } from '@echolot/contract/frames'
import { queryOptions } from '@tanstack/react-query'
import { ask } from './ask.ts'

/** How many persons the frame of a study holds. */
export const frameQuery = (study: string) =>
  queryOptions({
    queryKey: ['frame', study],
    queryFn: ({ signal }) => ask(FrameOverview, `/v1/frames/${study}`, { signal }),
  })

/** What is wrong with an address file; nothing is kept. */
export const checkFrame = (upload: FrameUpload) =>
  ask(FrameCheck, '/v1/frames/check', { method: 'POST', body: upload })

/** Takes the faultless lines of an address file into the frame. */
export const importFrame = (upload: FrameUpload) =>
  ask(FrameReceipt, '/v1/frames', { method: 'POST', body: upload })
