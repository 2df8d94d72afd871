import { because } from '../reasons/because.ts'
import type { Reason } from '../reasons/reasons.ts'
import type { TextFinding } from './texts.ts'

/** What to say about what cleaning took out of a text. */
export const FOUND: Readonly<
  Record<Exclude<TextFinding, 'formatting'>, { what: string; reason: Reason }>
> = {
  media: {
    what: 'picture, sound or film in a text',
    reason: because('nothing-loaded'),
  },
  link: {
    what: 'link in a text',
    reason: because('link-words-kept'),
  },
  active: {
    what: 'script or form element in a text',
    reason: because('texts-run-nothing'),
  },
  wording: {
    what: 'a word before a colon',
    reason: because('dash-for-colon'),
  },
}
