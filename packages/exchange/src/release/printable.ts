import { unprintableIn } from '@echolot/documents'

/** Makes texts printable in the typeface of reports and tells whether one of them lost a character. */
export const printableTexts = () => {
  let lost = false
  return {
    /** What the typeface can print of `text`; a box for each character it lacks. */
    print: (text: string): string => {
      const kept = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
      const lacking = new Set(unprintableIn(kept, 'report'))
      if (lacking.size === 0) return kept
      lost = true
      return [...kept].map((character) => (lacking.has(character) ? BOX : character)).join('')
    },
    lost: () => lost,
  }
}

const BOX = unprintableIn('□', 'report').length === 0 ? '□' : '?'
