import { defineProblem } from '@echolot/problem'

export const freezeExists = defineProblem<{ folder: string }>(
  'freeze-exists',
  409,
  'There is a folder of this name already; a freeze is never written over.',
)
/** `row` counts from 1; the values of a row are never told. */
export const freezeUnfit = defineProblem<{ reason: string; row?: number; column?: string }>(
  'freeze-unfit',
  422,
  'What was given cannot become a freeze.',
)
export const freezeDamaged = defineProblem<{ faults: readonly FreezeFault[] }>(
  'freeze-damaged',
  422,
  'The folder is not the freeze that was written.',
)

/** One way in which a folder differs from its manifest. */
export type FreezeFault = {
  readonly file: string
  readonly fault: 'missing' | 'unexpected' | 'changed' | 'unreadable'
}
