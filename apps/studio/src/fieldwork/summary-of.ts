import type { Fieldwork } from '@echolot/contract/fieldwork'
import { DISPOSITIONS, type DispositionGroup } from '@echolot/study'

/** Dispositions of one AAPOR group, in the order of their codes. */
export type OutcomeGroup = {
  readonly group: DispositionGroup
  readonly outcomes: readonly { readonly code: string; readonly count: number | null }[]
}

const GROUPS: readonly DispositionGroup[] = ['I', 'P', 'R', 'NC', 'O', 'UO', 'NE']

/** A wave's dispositions, sorted into AAPOR's groups; groups without any are left out. */
export const groupsOf = (dispositions: Fieldwork['dispositions']): readonly OutcomeGroup[] =>
  GROUPS.map((group) => ({
    group,
    outcomes: dispositions
      .filter(({ code }) => (DISPOSITIONS as Record<string, DispositionGroup>)[code] === group)
      .toSorted((one, other) => one.code.localeCompare(other.code, 'en')),
  })).filter(({ outcomes }) => outcomes.length > 0)

/**
 * AAPOR RR1 with every letter in the denominator, hence a lower bound (0 … 1); undefined while the complete ones
 * are hidden or no letter was sent.
 */
export const responseRate = ({ dispositions, letters }: Fieldwork): number | undefined => {
  const complete = dispositions.find(({ code }) => code === '1.1')?.count
  return typeof complete === 'number' && letters > 0 ? complete / letters : undefined
}

/** Whole days from one ISO day to another; negative when the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
