import type { Instrument, TranslationRecord, TranslationState } from '../instrument.ts'
import { pagesOf } from '../items-of.ts'
import { type Pointer, pointerTo, stepsOf } from '../pointer.ts'
import { recordOf, stateOf } from './state-of.ts'
import { sourceLanguageOf, type TextPlace, textPlacesOf, wordsAt } from './text-places.ts'

/** One language of one text. */
export type Translation = {
  readonly text: string | undefined
  readonly state: TranslationState
  readonly record: TranslationRecord | undefined
}

/** One text of an instrument with its translations. */
export type TranslationUnit = Omit<TextPlace, 'value'> & {
  /** Name of the page it stands on; undefined for texts of the whole survey and labels. */
  readonly page: string | undefined
  readonly source: string | undefined
  /** By language tag, the source language included. */
  readonly translations: { readonly [language: string]: Translation }
  /** False when it was proved that no respondent can come there. */
  readonly reachable: boolean
  /** Characters a translation usually stays below; longer ones want a look at the layout. */
  readonly maxLength: number | undefined
}

/** Which places no respondent can come to: pointers into the instrument, of texts, elements or pages. */
export type Reach = { readonly unreachable?: ReadonlySet<Pointer> }

/** Every text of an instrument with its key, place, source and the state in each language, in the order of the form. */
export const translationUnits = (
  instrument: Instrument,
  { unreachable = new Set() }: Reach = {},
): readonly TranslationUnit[] => {
  const source = sourceLanguageOf(instrument)
  const pages = pagesOf(instrument)
  return textPlacesOf(instrument).map((place) => {
    const { value: _, ...rest } = place
    const text = wordsAt(place, instrument, source)
    return {
      ...rest,
      page: pages.find(({ path }) => place.path.startsWith(`/survey${path}/`) && path !== '')?.name,
      source: text,
      translations: Object.fromEntries(
        instrument.languages.map(({ tag }): [string, Translation] => [
          tag,
          {
            text: wordsAt(place, instrument, tag),
            state: stateOf(instrument, place, tag),
            record: recordOf(instrument, place.key, tag),
          },
        ]),
      ),
      reachable: isReachable(place.path, unreachable),
      maxLength: text === undefined ? undefined : usualLengthOf(text),
    }
  })
}

const isReachable = (path: Pointer, unreachable: ReadonlySet<Pointer>): boolean => {
  if (unreachable.size === 0) return true
  let at = ''
  for (const step of stepsOf(path)) {
    at = pointerTo(at, step)
    if (unreachable.has(at)) return false
  }
  return true
}

/** Upper ends of the usual growth by length of the source. @see https://www.w3.org/International/articles/article-text-size */
const GROWTH = [
  [10, 3],
  [20, 2],
  [30, 1.8],
  [50, 1.6],
  [70, 1.7],
] as const

/** Characters a translation usually stays below; beyond them layouts made for the source want a look. */
export const usualLengthOf = (source: string): number => {
  const factor = GROWTH.find(([longest]) => source.length <= longest)?.[1] ?? 1.3
  return Math.ceil(source.length * factor)
}
