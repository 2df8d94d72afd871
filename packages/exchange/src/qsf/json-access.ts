/** Reading foreign JSON: only own fields, and a list where PHP has written one for an object. */
export type Json = { readonly [field: string]: unknown }

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Json)[field]
    : undefined

export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

export const textIn = (value: unknown, field: string): string => textOf(fieldOf(value, field))

/** Entries of an object in its order; of a list by their place. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : isJson(value) ? Object.values(value) : []

export const isOn = (value: unknown): boolean =>
  value === true || value === 1 || ['true', '1', 'on', 'yes'].includes(textOf(value).toLowerCase())
