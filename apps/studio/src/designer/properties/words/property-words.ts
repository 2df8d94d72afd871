import type { Group } from '../groups.ts'
import { CHECKS_WORDS } from './checks-words.ts'
import { CHOICES_WORDS } from './choices-words.ts'
import { DATA_WORDS } from './data-words.ts'
import { GENERAL_WORDS } from './general-words.ts'
import { LAYOUT_WORDS } from './layout-words.ts'
import { LOGIC_WORDS } from './logic-words.ts'
import { LOOK_WORDS } from './look-words.ts'
import { MESSAGE_WORDS } from './message-words.ts'
import { NAVIGATION_WORDS } from './navigation-words.ts'
import type { WordRow, WordRows } from './property-row.ts'
import { STUDY_WORDS } from './study-words.ts'
import { TEXTS_WORDS } from './texts-words.ts'

/** How a property is called and what it does, in one language. */
export type PropertyWords = { readonly label: string; readonly help: string }

const OF_GROUP: { readonly [group in Group]?: WordRows } = {
  general: GENERAL_WORDS,
  texts: TEXTS_WORDS,
  choices: CHOICES_WORDS,
  logic: LOGIC_WORDS,
  checks: CHECKS_WORDS,
  data: DATA_WORDS,
  study: STUDY_WORDS,
  layout: LAYOUT_WORDS,
  look: LOOK_WORDS,
  navigation: NAVIGATION_WORDS,
  messages: MESSAGE_WORDS,
}

const ROWS: ReadonlyMap<string, { readonly group: Group; readonly row: WordRow }> = new Map(
  Object.entries(OF_GROUP).flatMap(([group, rows]) =>
    Object.entries(rows).map(([name, row]) => [name, { group: group as Group, row }] as const),
  ),
)

/** The group under whose heading a property is looked for; undefined for one that nobody has written words for. */
export const groupOfName = (name: string): Group | undefined => ROWS.get(name)?.group

/** Words for a property of survey-core or our own. One registered by somebody else has its name only. */
export const propertyWords = (name: string, language: 'de' | 'en'): PropertyWords => {
  const row = ROWS.get(name)?.row
  if (row === undefined) return { label: name, help: '' }
  const [de, hilfe, en, help] = row
  return language === 'de' ? { label: de, help: hilfe } : { label: en, help }
}

export const hasWords = (name: string): boolean => ROWS.has(name)
