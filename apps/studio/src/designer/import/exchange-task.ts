import type { LossReport } from '@echolot/exchange/loss'
import type { Instrument } from '@echolot/instrument'

/** A file read as a questionnaire: what it was, what came of it, what did not come along. */
export type ReadFile = {
  /** Name of the format in its own words. */
  readonly format: string
  readonly instrument: Instrument
  readonly losses: LossReport
}
/** A questionnaire written in another format. */
export type WrittenFile = { readonly bytes: Uint8Array; readonly losses: LossReport }

export type ExchangeTasks = {
  readonly read: {
    readonly asked: { readonly name: string; readonly bytes: Uint8Array }
    readonly told: ReadFile
  }
  readonly write: {
    readonly asked: {
      readonly instrument: Instrument
      readonly format: string
      readonly language: string
      readonly createdOn: Date
    }
    readonly told: WrittenFile
  }
}
export type ExchangeTask = keyof ExchangeTasks

/** Reads and writes foreign files somewhere off the page; `signal` gives one up. @throws file-unreadable, format-unknown */
export type Exchange = <Name extends ExchangeTask>(
  name: Name,
  asked: ExchangeTasks[Name]['asked'],
  signal?: AbortSignal,
) => Promise<ExchangeTasks[Name]['told']>
