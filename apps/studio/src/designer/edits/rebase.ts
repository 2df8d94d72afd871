import type { Instrument } from '@echolot/instrument'
import { mergeTranslations } from '@echolot/instrument/translation'

/** What others translated meanwhile: the state both began from, and theirs. */
export type Rebase = { readonly base: Instrument; readonly theirs: Instrument }

/** How many rebases a state has met; states of before meet the later ones when undo leads back to them. */
const MET = new WeakMap<Instrument, number>()

export const markMet = (instrument: Instrument, rebases: readonly Rebase[]): void => {
  MET.set(instrument, rebases.length)
}

/** A state with all translations that came in after it; nothing of its own is overwritten. */
export const rebased = (instrument: Instrument, rebases: readonly Rebase[]): Instrument => {
  let now = instrument
  for (const { base, theirs } of rebases.slice(MET.get(instrument) ?? 0))
    now = mergeTranslations(base, now, theirs).instrument
  markMet(now, rebases)
  return now
}

/** Whether what others saved meets unsaved work without a clash: they changed translations only, and others than we. */
export const meetsCleanly = (base: Instrument, mine: Instrument, theirs: Instrument): boolean => {
  const { conflicts, lost, beyondTranslations } = mergeTranslations(base, mine, theirs)
  return conflicts.length + lost.length === 0 && !beyondTranslations
}
