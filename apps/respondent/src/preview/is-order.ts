import type { PreviewOrder } from '@echolot/contract/preview'

const ORDERS: ReadonlySet<unknown> = new Set<PreviewOrder['do']>(['show', 'dress', 'turn', 'seek'])

/** Extensions of the browser talk on the same line. */
export const isOrder = (message: unknown): message is PreviewOrder =>
  typeof message === 'object' && message !== null && 'do' in message && ORDERS.has(message.do)
