import { defineProblem } from '@echolot/problem'

export { notDefined } from '@echolot/agreement'

/** One fault of a plan or of the data under it: where, what, and what to do about it. */
export type PlanFault = {
  /** Place in the plan, e.g. `analyses[3].variables[0]`. */
  readonly path: string
  readonly message: string
  readonly remedy: string
}

export const planRefused = defineProblem<{ faults: readonly PlanFault[] }>(
  'plan-refused',
  422,
  'The analysis plan cannot be carried out as it stands.',
)
export const dataUnreadable = defineProblem<{ file: string; reason: string; remedy: string }>(
  'data-unreadable',
  422,
  'The data could not be read.',
)
/** Results of real respondents leave only through disclosure control. */
export const protectionNeeded = defineProblem<{ file: string; reason: string; remedy: string }>(
  'protection-needed',
  422,
  'These data are analysed with disclosure control only.',
)
/** A register of publications that is not what was written into it. */
export const registerDamaged = defineProblem<{ file: string; reason: string; remedy: string }>(
  'register-damaged',
  422,
  'The register of publications cannot be relied on.',
)
