import type { Instrument, TranslationRecord } from '../instrument.ts'
import { instrumentDigestInput } from '../instrument-digest-input.ts'
import { isObject } from '../json.ts'
import { isLocalizedObject, textIn } from '../localized.ts'
import { withRecords } from './keep-states.ts'
import { setTranslations } from './set-translation.ts'
import { recordOf } from './state-of.ts'
import { sourceLanguageOf, type TextPlace, textPlacesOf, wordsAt } from './text-places.ts'

/** One text that two people translated differently since they began from the same draft. */
export type TranslationConflict = {
  readonly key: string
  readonly language: string
  readonly base: string | undefined
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

export type MergedTranslations = {
  /** `mine` with all that only `theirs` changed in translations. */
  readonly instrument: Instrument
  /** How many texts or states came over from `theirs`. */
  readonly taken: number
  /** Both changed them, to different words: mine were kept. */
  readonly conflicts: readonly TranslationConflict[]
  /** Translations of theirs whose text is no longer in mine. */
  readonly lost: readonly {
    readonly key: string
    readonly language: string
    readonly text: string
  }[]
  /** Whether `theirs` differs from `base` in more than translations; that is not merged. */
  readonly beyondTranslations: boolean
}

/**
 * Three-way merge of translations, text by text, so that people who translate at once do not overwrite each other.
 * Everything but translations comes from `mine`. Where both wrote the same words, the review counts.
 */
export const mergeTranslations = (
  base: Instrument,
  mine: Instrument,
  theirs: Instrument,
): MergedTranslations => {
  const source = sourceLanguageOf(mine)
  const added = theirs.languages.filter(
    ({ tag }) => ![...mine.languages, ...base.languages].some((known) => known.tag === tag),
  )
  const withTheirLanguages: Instrument =
    added.length === 0 ? mine : { ...mine, languages: [...mine.languages, ...added] }
  const conflicts: TranslationConflict[] = []
  const lost: { key: string; language: string; text: string }[] = []
  const takeovers: Takeover[] = []
  const [before, here] = [byKey(base), byKey(mine)]
  const languages = theirs.languages
    .map(({ tag }) => tag)
    .filter(
      (tag) => tag !== source && withTheirLanguages.languages.some((known) => known.tag === tag),
    )
  for (const place of textPlacesOf(theirs))
    for (const language of languages) {
      const { key } = place
      const was = sideOf(base, before.get(key), key, language)
      const their = sideOf(theirs, place, key, language)
      if (isSame(was, their)) continue
      const own = here.get(key)
      if (own === undefined) {
        if (their.text !== undefined && their.text !== was.text)
          lost.push({ key, language, text: their.text })
        continue
      }
      const my = sideOf(mine, own, key, language)
      if (isSame(my, their)) continue
      if (!isSame(was, my)) {
        if (my.text === their.text && their.record?.status !== 'reviewed') continue
        if (my.text !== their.text && their.text === was.text) continue
        if (my.text !== their.text && my.text !== was.text) {
          conflicts.push({ key, language, base: was.text, mine: my.text, theirs: their.text })
          continue
        }
      }
      takeovers.push({ key, language, side: their })
    }
  const instrument = takenOver(withTheirLanguages, takeovers)
  return {
    instrument,
    taken: takeovers.length,
    conflicts,
    lost,
    beyondTranslations:
      instrumentDigestInput(withoutTranslations(base)) !==
      instrumentDigestInput(withoutTranslations(theirs)),
  }
}

type Takeover = { readonly key: string; readonly language: string; readonly side: Side }

type Side = { readonly text: string | undefined; readonly record: TranslationRecord | undefined }

const byKey = (instrument: Instrument) =>
  new Map(textPlacesOf(instrument).map((place) => [place.key, place]))

const sideOf = (
  instrument: Instrument,
  place: TextPlace | undefined,
  key: string,
  language: string,
): Side => ({
  text: place === undefined ? undefined : wordsAt(place, instrument, language),
  record: recordOf(instrument, key, language),
})

const isSame = (one: Side, other: Side) =>
  one.text === other.text && JSON.stringify(one.record) === JSON.stringify(other.record)

const takenOver = (instrument: Instrument, takeovers: readonly Takeover[]): Instrument => {
  const written = setTranslations(
    instrument,
    takeovers.map(({ key, language, side: { text = '' } }) => ({
      key,
      language,
      text,
      state: 'draft',
    })),
  )
  const languages = new Set(takeovers.map(({ language }) => language))
  return withRecords(
    written,
    new Map(
      [...languages].map((language) => {
        const units = { ...written.translations?.[language]?.units }
        for (const { key, side, language: other } of takeovers)
          if (other === language) {
            if (side.text === undefined || side.record === undefined) delete units[key]
            else units[key] = side.record
          }
        return [language, units]
      }),
    ),
  )
}

/** The instrument with its source texts only, to see whether anything else changed. */
const withoutTranslations = (instrument: Instrument): Instrument => {
  const { translations: _, ...rest } = instrument
  const bare = inSource(rest, sourceLanguageOf(instrument)) as Instrument
  return { ...bare, languages: instrument.languages.slice(0, 1) }
}

const inSource = (value: unknown, source: string): unknown => {
  if (isLocalizedObject(value)) return textIn(value, source, source) ?? ''
  if (Array.isArray(value)) return value.map((entry) => inSource(entry, source))
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, inSource(inner, source)]),
      )
    : value
}
