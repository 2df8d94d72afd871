import type { Instrument } from './instrument.ts'

/**
 * The instrument as text that is the same however its JSON was written: properties sorted by name, no spaces.
 * What a publisher hashes to name a version; two instruments with one digest are the same questionnaire.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export const instrumentDigestInput = (instrument: Instrument): string => canonical(instrument)

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`)
      .join(',')}}`
  return JSON.stringify(value ?? null)
}
