import type { Sensitivity } from '@echolot/instrument'

export const SENSITIVITIES = [
  'plain',
  'quasi-identifier',
  'sensitive',
  'free-text',
  'direct',
] as const satisfies readonly Sensitivity[]

/** How loud a data protection class is shown. */
export const SENSITIVITY_TONES = {
  plain: 'neutral',
  'quasi-identifier': 'info',
  sensitive: 'warn',
  'free-text': 'warn',
  direct: 'error',
} as const satisfies Record<Sensitivity, string>
