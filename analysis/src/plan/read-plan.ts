import { type PlanFault, planRefused } from '../problems.ts'
import { Plan } from './plan.ts'

/**
 * Reads a plan from the text of its file.
 * @throws planRefused naming every place that is not understood, with a remedy.
 */
export const readPlan = (text: string): Plan => {
  const parsed = Plan.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  throw planRefused({
    faults: parsed.error.issues.map((issue) => ({
      path: pathOf(issue.path),
      message: issue.message,
      remedy: remedyOf({ ...issue }),
    })),
  })
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (fault) {
    throw planRefused({
      faults: [
        {
          path: '',
          message: `the file is not JSON: ${fault instanceof Error ? fault.message : String(fault)}`,
          remedy: 'check commas and quotation marks near that place',
        },
      ],
    })
  }
}

/** `analyses[3].variables[0]`. */
export const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

const remedyOf = (issue: { readonly [detail: string]: unknown }) => {
  const own = (issue.params as { readonly remedy?: string } | undefined)?.remedy
  if (own !== undefined) return own
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'remove it, or check its spelling'
    case 'invalid_union':
      return issue.note === 'No matching discriminator'
        ? 'use one of the methods in methods.md, or of the pages in README.md'
        : 'compare with the example in README.md'
    case 'invalid_type':
      return `give a value of type ${String(issue.expected)}`
    case 'too_small':
      return `give at least ${String(issue.minimum)}`
    default:
      return 'compare with the example in README.md'
  }
}

/** Joins faults into lines for people. */
export const faultLines = (faults: readonly PlanFault[]): string =>
  faults
    .map(({ path, message, remedy }) => `${path || 'plan'}: ${message}\n  → ${remedy}`)
    .join('\n')
