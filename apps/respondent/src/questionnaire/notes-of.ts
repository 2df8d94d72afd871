import type { InstrumentEnvelope } from '@echolot/contract/instruments'
import { MISSING } from '@echolot/study'

/** What the envelope says beside the survey, as far as the page needs it. */
export type Notes = {
  readonly consent: { readonly item: string; readonly agreed: readonly unknown[] } | undefined
  readonly panelCounts: readonly { readonly panel: string; readonly from: string }[]
  readonly source: string
  /** Missing codes which an item may hold although nobody is offered them as a choice. */
  readonly missingOf: (item: string) => readonly number[]
  readonly isReminded: (item: string) => boolean
}

type Envelope = InstrumentEnvelope & {
  readonly consent?: Notes['consent']
  readonly panelCounts?: Notes['panelCounts']
}
type Note = {
  readonly name: string
  readonly missing?: readonly number[]
  readonly reminder?: string
}

export const notesOf = (instrument: InstrumentEnvelope): Notes => {
  const { consent, panelCounts, variables, languages } = instrument as Envelope
  const notes = new Map((variables as readonly Note[]).map((note) => [note.name, note]))
  return {
    consent,
    panelCounts: panelCounts ?? [],
    source: languages[0]?.tag ?? 'de',
    missingOf: (item) => notes.get(item)?.missing ?? [],
    isReminded: (item) => notes.get(item)?.reminder === 'once',
  }
}

export const PREFER_NOT_TO_SAY = MISSING.preferNotToSay
export const DONT_KNOW = MISSING.dontKnow
