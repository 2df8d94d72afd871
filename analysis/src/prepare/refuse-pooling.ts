import type { Unpooled } from '@echolot/instrument'
import type { Plan } from '../plan/plan.ts'
import { type PlanFault, planRefused } from '../problems.ts'

/**
 * Refuses a plan that uses a variable which was asked in versions that do not measure the same, unless the later version
 * says that the answers may be pooled.
 * @throws planRefused with every such variable and the first place that uses it.
 */
export const refusePooling = (plan: Plan, unpooled: readonly Unpooled[]): void => {
  if (unpooled.length === 0) return
  const used = wordsOf(plan)
  const faults = unpooled.flatMap(({ variable, from, to, message }): PlanFault[] => {
    const path = used.get(variable)
    return path === undefined
      ? []
      : [
          {
            path,
            message: `“${variable}” was asked in versions ${from} and ${to}, and ${message} in ${to}`,
            remedy: `leave it out: version ${to} does not say that its answers may be pooled with earlier ones`,
          },
        ]
  })
  if (faults.length > 0) throw planRefused({ faults })
}

/** Every word in the plan that may name a variable, in names and expressions, with its first place. */
const wordsOf = (plan: Plan): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      for (const [word] of value.matchAll(/[A-Za-z_]\w*/g))
        if (!found.has(word)) found.set(word, path)
    } else if (Array.isArray(value)) {
      for (const [place, inner] of value.entries()) visit(inner, `${path}[${place}]`)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        if (key !== 'label' && key !== 'note') visit(inner, path === '' ? key : `${path}.${key}`)
    }
  }
  const { scales, derive, weights, data, analyses } = plan
  visit({ scales, derive, weights, data, analyses }, '')
  return found
}
