import { Problem } from '@echolot/problem'

/** A part of a result that need not be defined: where it is not, the reason joins the warnings and the rest stands. */
export const attempt = <Value>(
  name: string,
  find: () => Value,
  warnings: string[],
): Value | undefined => {
  try {
    return find()
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.type !== 'result-not-defined') throw fault
    warnings.push(`${name}: not defined: ${String(fault.details.reason)}`)
    return undefined
  }
}
