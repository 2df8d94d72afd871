import { Problem } from '@echolot/problem'

/**
 * A part of a result that need not be defined. Where it is not, the reason is kept in `lacking` under the name: readers
 * see “not estimable” instead of a number.
 */
export const estimable = <Value>(
  name: string,
  lacking: Record<string, string>,
  find: () => Value,
): Value | undefined => {
  try {
    return find()
  } catch (fault) {
    if (!(fault instanceof Problem) || fault.type !== 'result-not-defined') throw fault
    lacking[name] = String(fault.details.reason)
    return undefined
  }
}
