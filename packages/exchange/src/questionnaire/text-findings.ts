import type { TextFinding } from './texts.ts'

/** What to say about what cleaning took out of a text. */
export const FOUND: Readonly<
  Record<Exclude<TextFinding, 'formatting'>, { what: string; reason: string }>
> = {
  media: {
    what: 'picture, sound or film in a text',
    reason:
      'Questionnaires load nothing from elsewhere; its describing words are kept. Say in words what it shows.',
  },
  link: {
    what: 'link in a text',
    reason: 'Only its words are kept. Write the address into the text.',
  },
  active: {
    what: 'script or form element in a text',
    reason: 'Texts run nothing here. What it did must be said with conditions.',
  },
  wording: {
    what: 'a word before a colon',
    reason: 'Browsers take it for an address that runs; there is a dash now instead of the colon.',
  },
}
