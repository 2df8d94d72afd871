import type { PreviewColours } from '@echolot/contract/preview'

const DARK = '(prefers-color-scheme: dark)'
let known: readonly CSSMediaRule[] | undefined

/** The page's own rules for dark surroundings. */
const darkRules = (): readonly CSSMediaRule[] =>
  [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter(
      (rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === DARK,
    ),
  )

/** Light or dark as chosen in the studio, whatever the surroundings want: the page's own rules apply or do not. */
export const dress = (colours: PreviewColours): void => {
  known ??= darkRules()
  for (const { media } of known) media.mediaText = colours === 'dark' ? 'all' : 'not all'
}
