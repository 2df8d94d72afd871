import type { Filter } from './rules/rule-filter.tsx'
import type { Slot } from './rules/slot.ts'

/** What was looked at when the room was left, so that the way to an element leads back. */
export type KeptView = {
  part?: string
  open?: Slot | undefined
  filter?: Filter
}

const views = new Map<string, KeptView>()

/** The view of one questionnaire, as long as the page is open. */
export const keptView = (instrument: string): KeptView => {
  const before = views.get(instrument) ?? {}
  views.set(instrument, before)
  return before
}
