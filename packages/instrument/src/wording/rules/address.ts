import type { JudgedText } from '../judged-texts.ts'
import { findingIn, type InstrumentRule, places, SOURCES, wholeWords } from '../text-rule.ts'
import { sentencesOf } from '../words-of.ts'

const FAMILIAR = wholeWords('du', 'dich', 'dir', 'dein(?:e[nmrs]?)?', 'euch', 'euer', 'eure[nmrs]?')
const FORMAL = /(?<![\p{L}\p{N}])(?:Sie|Ihnen|Ihr(?:e[nmrs]?)?)(?![\p{L}\p{N}])/gu

const familiarIn = ({ plain }: JudgedText) => places(plain, FAMILIAR)
/** At the beginning of a sentence the capital says nothing. */
const formalIn = ({ plain }: JudgedText) => {
  const begins = new Set(sentencesOf(plain).map(({ start }) => start))
  return places(plain, FORMAL).filter(({ start }) => !begins.has(start))
}

/** L18: both forms of address in one instrument; the rarer one is shown. */
export const mixedAddress: InstrumentRule = {
  id: 'L18',
  findings: ({ texts, language }) => {
    const familiar = texts.filter((text) => familiarIn(text).length > 0)
    const formal = texts.filter((text) => formalIn(text).length > 0)
    if (familiar.length === 0 || formal.length === 0) return []
    const isFormalHouse = formal.length >= familiar.length
    return (isFormalHouse ? familiar : formal).flatMap((text) => {
      const [span] = isFormalHouse ? familiarIn(text) : formalIn(text)
      return span === undefined
        ? []
        : [
            findingIn(text, {
              rule: 'L18',
              language,
              severity: 'error',
              source: SOURCES.wording,
              span,
              message: {
                de: `„${text.text.slice(span.start, span.end)}“: Sonst wird hier ${isFormalHouse ? 'gesiezt' : 'geduzt'}.`,
                en: `“${text.text.slice(span.start, span.end)}”: elsewhere the reader is addressed ${isFormalHouse ? 'formally' : 'familiarly'}.`,
              },
              remedy: {
                de: 'Im ganzen Fragebogen gleich anreden.',
                en: 'Address readers in one way throughout.',
              },
            }),
          ]
    })
  },
}
