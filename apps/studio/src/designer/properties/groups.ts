import type { PropertySpec } from './describe.ts'
import { groupOfName } from './words/property-words.ts'

/** In the order in which a questionnaire is thought out: what is asked, who gets it, how it looks. */
export const GROUPS = [
  'general',
  'texts',
  'choices',
  'logic',
  'checks',
  'data',
  'study',
  'layout',
  'look',
  'navigation',
  'messages',
  'more',
] as const
export type Group = (typeof GROUPS)[number]

/** The group of a property; one that nobody has sorted yet goes where its kind belongs. */
export const groupOf = ({ name, kind }: PropertySpec): Group =>
  groupOfName(name) ??
  (name.startsWith('note-')
    ? 'study'
    : kind === 'texts'
      ? 'texts'
      : kind === 'entries'
        ? 'choices'
        : kind === 'expression'
          ? 'logic'
          : 'more')
