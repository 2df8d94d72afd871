import type { Group } from '../groups.ts'

/** How a property is called and what it does, in one language. */
export type PropertyWords = { readonly label: string; readonly help: string }

type Row = { readonly group: Group; readonly de: PropertyWords; readonly en: PropertyWords }

const ROWS: Readonly<Record<string, Row>> = {}

export const groupOfName = (name: string): Group | undefined => ROWS[name]?.group

/** Words for a property of survey-core or our own. One registered by somebody else has its name only. */
export const propertyWords = (name: string, language: 'de' | 'en'): PropertyWords =>
  ROWS[name]?.[language] ?? { label: name, help: '' }

export const hasWords = (name: string): boolean => Object.hasOwn(ROWS, name)
