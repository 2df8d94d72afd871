/** A place in a JSON document. @see https://www.rfc-editor.org/rfc/rfc6901 */
export type Pointer = string

/** `parent` and one more step. */
export const pointerTo = (parent: Pointer, ...steps: readonly (string | number)[]): Pointer =>
  parent +
  steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** The steps of a pointer, unescaped. */
export const stepsOf = (pointer: Pointer): readonly string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What stands at `pointer`, or undefined where there is nothing. */
export const valueAt = (document: unknown, pointer: Pointer): unknown => {
  let value = document
  for (const step of stepsOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string, unknown>)[step]
  }
  return value
}
