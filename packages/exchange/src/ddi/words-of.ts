import { type Localized, textIn } from '@echolot/instrument'
import type { Release } from '../release/release-of.ts'

/** A part of the XML tree as xmlbuilder2 takes it: `@` for attributes, `#` for the text. */
export type Node = { readonly [name: string]: unknown }

/** A text in each of its languages, one element each. */
export type Words = (text: Localized | undefined, attributes?: Node) => readonly Node[]

/** Turns texts into elements with `xml:lang`, in the languages of the codebook. */
export const wordsOf = ({ freeze }: Release): Words => {
  const { languages } = freeze.codebook
  const source = languages[0] ?? 'de'
  return (text, attributes = {}) => {
    if (text === undefined) return []
    if (typeof text === 'string') return text === '' ? [] : [{ ...attributes, '#': xmlText(text) }]
    const written = languages.flatMap((language) => {
      const words = textIn(text, language, source)
      return words === undefined
        ? []
        : [{ ...attributes, '@xml:lang': language, '#': xmlText(words) }]
    })
    const first = Object.values(text).find((words) => words !== '')
    if (written.length > 0 || first === undefined) return written
    return [{ ...attributes, '#': xmlText(first) }]
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 cannot hold
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** What XML 1.0 can hold of a text. */
export const xmlText = (text: string): string => text.toWellFormed().replaceAll(NOT_XML, '')
