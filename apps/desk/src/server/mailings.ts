import { Mailing, MailingList, type MailingOrder } from '@echolot/contract/mailings'
import { queryOptions } from '@tanstack/react-query'
import { ask, askForFile } from './ask.ts'

const UNDER_WAY_MS = 1_000
/** Another person may approve or download meanwhile. */
const OPEN_MS = 5_000
const CALM_MS = 30_000

/** Whether the vault works on a mailing at this moment. */
export const isUnderWay = ({ state }: Pick<Mailing, 'state'>) =>
  state === 'drawing' || state === 'registering'

/** Whether a mailing ended without letters. */
export const cameToNothing = ({ state }: Pick<Mailing, 'state'>) =>
  state === 'lost' || state === 'failed'

/** Whether somebody took the order back, which needs no second one. */
export const isCancelled = ({ problem }: Pick<Mailing, 'problem'>) =>
  problem === 'mailing-cancelled'

/** Whether another mailing of the same kind and wave was ordered on that day or later and did better. */
export const isReplaced = (mailing: Mailing, mailings: readonly Mailing[]) =>
  mailings.some(
    (other) =>
      other.id !== mailing.id &&
      other.kind === mailing.kind &&
      other.wave === mailing.wave &&
      other.orderedOn >= mailing.orderedOn &&
      !cameToNothing(other),
  )

/** Whether a mailing is not at its end; no other of its wave can be ordered meanwhile. */
export const isOpen = (mailing: Pick<Mailing, 'state'>) =>
  isUnderWay(mailing) || mailing.state === 'ordered' || mailing.state === 'ready'

/** All mailings of a study, asked for again every second while one is under way. */
export const mailingsQuery = (study: string) =>
  queryOptions({
    queryKey: ['mailings', study],
    queryFn: async ({ signal }) =>
      (await ask(MailingList, `/v1/mailings?study=${study}`, { signal })).mailings,
    refetchInterval: ({ state: { data = [] } }) => {
      if (data.some(isUnderWay)) return UNDER_WAY_MS
      return data.some(isOpen) ? OPEN_MS : CALM_MS
    },
  })

export const orderMailing = (order: MailingOrder) =>
  ask(Mailing, '/v1/mailings', { method: 'POST', body: order })

/** The second person agrees; the vault begins to draw codes. */
export const approveMailing = (id: string) =>
  ask(Mailing, `/v1/mailings/${id}/approval`, { method: 'POST', body: {} })

/** Takes back an order that nobody has approved yet. */
export const cancelMailing = (id: string) =>
  ask(Mailing, `/v1/mailings/${id}/cancellation`, { method: 'POST', body: {} })

/** The letters as one PDF. The vault gives it once and then forgets the codes. */
export const downloadLetters = (id: string, onBytes: (bytes: number) => void) =>
  askForFile(`/v1/mailings/${id}/letters`, onBytes)
