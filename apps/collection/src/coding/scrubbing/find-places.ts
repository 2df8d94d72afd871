import type { Span } from '@echolot/contract/coding'
import { type Finder, spanOf, spansOf } from './found.ts'
import type { Word } from './text.ts'
import { COUNTRIES, LANGUAGES, PEOPLES } from './words/origins.ts'
import {
  NO_PLACES,
  PLACE_BEGINNINGS,
  PLACE_ENDING,
  PLACES,
  PLACES_LIKE_WORDS,
  TO_A_PLACE,
} from './words/places.ts'

const known = new Set(PLACES.map((place) => place.toLocaleLowerCase('de')))
/** "Ahlener", "Oelder", "Telgter": who and what comes from there. */
const adjectives = new Set(
  [...known].flatMap((place) =>
    place.endsWith('e')
      ? [`${place}r`, `${place}rin`]
      : [`${place}er`, `${place}erin`, `${place}ern`],
  ),
)
const likeWords = new Set([...PLACES_LIKE_WORDS].map((place) => place.toLocaleLowerCase('de')))
/** The area all answers come from says nothing of anybody. */
const AREA = new Set([
  'kreis',
  'kreises',
  'landkreis',
  'kreisstadt',
  'kreisverwaltung',
  'kreishaus',
])
const LIVING = /^(?:wohn|leb|zieh|zog|gezog|umgezog|kam|komm|gebor)/u

export const findPlaces: Finder = ({ words, plain }) => [
  ...words.flatMap((word, place): readonly Span[] => {
    const before = words[place - 1]
    if (isKnown(word)) {
      const isArea = before !== undefined && AREA.has(before.lower) && word.lower === 'warendorf'
      return isArea ? [] : [spanOf(word.start, word.end, { kind: 'place', reason: 'known-word' })]
    }
    if (word.capital !== 'yes' || before === undefined || !TO_A_PLACE.has(before.lower)) return []
    if (likeWords.has(word.text.toLocaleLowerCase('de')))
      return [spanOf(word.start, word.end, { kind: 'place', reason: 'known-word' })]
    if (PLACE_ENDING.test(word.lower) && !NO_PLACES.has(word.lower))
      return [spanOf(word.start, word.end, { kind: 'place', reason: 'word-ending' })]
    const isHome = words
      .slice(Math.max(0, place - 5), place + 3)
      .some(({ lower }) => LIVING.test(lower))
    return isHome && !NO_PLACES.has(word.lower) && /^(?:in|aus|nach)$/.test(before.lower)
      ? [spanOf(word.start, wholeName(words, place), { kind: 'place', reason: 'introduced' })]
      : []
  }),
  ...spansOf(plain, POSTCODE, { kind: 'place', reason: 'form' }),
]

const wholeName = (words: readonly Word[], place: number): number => {
  const [word, next] = [words[place] as Word, words[place + 1]]
  return PLACE_BEGINNINGS.has(word.lower) && next?.capital === 'yes' ? next.end : word.end
}

const POSTCODE = /(?<![\d.,])(?:D-)?\d{5}(?= +\p{Lu}\p{L}{2,})/dgu

const isKnown = ({ lower, capital }: Word) => {
  // Written small, a name of few letters is more often a word.
  if (capital === 'no') return lower.length > 4 && known.has(lower)
  return [lower, lower.replace(/s$/, ''), ...lower.split('-')].some(
    (form) => known.has(form) || adjectives.has(form),
  )
}

/** Longest name of a country, in words. */
const LONGEST = 4

/** Countries, languages and peoples but the German ones. */
export const findOrigins: Finder = ({ words }) =>
  words.flatMap((word, place): readonly Span[] => {
    if (word.capital !== 'no')
      for (let length = LONGEST; length > 0; length--) {
        const phrase = words.slice(place, place + length)
        if (phrase.length < length || phrase.slice(0, -1).some(({ gap }) => gap !== ' ')) continue
        const name = phrase.map(({ lower }) => lower).join(' ')
        if (COUNTRIES.has(name))
          return [
            spanOf(word.start, phrase.at(-1)?.end ?? word.end, {
              kind: 'origin',
              reason: 'known-word',
            }),
          ]
      }
    const isTold =
      LANGUAGES.has(word.lower) ||
      PEOPLES.some((people) => word.lower.startsWith(people)) ||
      LANGUAGES.has(word.lower.replace(/e[nmrs]?$/, ''))
    return isTold && isLongEnough(word)
      ? [spanOf(word.start, word.end, { kind: 'origin', reason: 'known-word' })]
      : []
  })

/** A word in Latin letters is a language only from four letters on; "thai" yes, "lao" no. */
const isLongEnough = ({ text }: Word) => text.length > 3

const STREET_NAME =
  /^\p{Lu}[\p{L}'’-]{1,40}(?:straße|strasse|str|weg|allee|gasse|ring|damm|ufer|platz|wall|stiege|kamp|hof|esch|heide|busch|feld|berg|brink|tor|pfad|steig|steg|chaussee|bogen|garten)$/iu
const STREET_ALONE = /(?:straße|strasse|allee|gasse|stiege|chaussee)$/u
const NO_STREETS = new Set([
  'straße',
  'strasse',
  'hauptverkehrsstraße',
  'seitenstraße',
  'landstraße',
  'bundesstraße',
  'schnellstraße',
  'einbahnstraße',
  'wohnstraße',
  'spielstraße',
])
const BEFORE_STREET = new Set([
  'am',
  'an',
  'auf',
  'im',
  'in',
  'zum',
  'zur',
  'unter',
  'hinter',
  'beim',
  'bei',
  'vor',
])
const HOUSE = /^\.? {0,2}\d{1,3}(?!\d) ?(?:[a-h](?!\p{L}))?/iu
const NO_HOUSE =
  /^\.? {0,2}\d{1,3} ?(?:uhr|euro|€|kinder|stunden|tage|jahr|monat|woche|prozent|%|km|minuten|mal|\.\d)/iu
const HAND = /(?<!\p{L})(?:[Ss]tr\.|[Ss]traße|[Ss]trasse) ?\d{1,3} ?[a-h]?(?!\p{L})/dgu

/** Streets with a house number, and streets by the ends of their names. */
export const findAddresses: Finder = ({ words, plain }) => [
  ...words.flatMap((word, place): readonly Span[] => {
    const house = NO_HOUSE.test(plain.slice(word.end, word.end + 14))
      ? undefined
      : HOUSE.exec(plain.slice(word.end, word.end + 9))?.[0].trimEnd()
    const start = startOfStreet(words, place)
    if (house !== undefined && (STREET_NAME.test(word.text) || start !== undefined))
      return [
        spanOf(start ?? word.start, word.end + house.length, {
          kind: 'address',
          reason: 'with-number',
          certainty: 'sure',
        }),
      ]
    return word.capital === 'yes' && STREET_ALONE.test(word.lower) && !NO_STREETS.has(word.lower)
      ? [spanOf(word.start, word.end, { kind: 'address', reason: 'word-ending' })]
      : []
  }),
  ...spansOf(plain, HAND, { kind: 'address', reason: 'with-number', certainty: 'sure' }),
]

/** "Am Alten Wall", "Auf der Heide": capital words behind a preposition that is written with a capital. */
const startOfStreet = (words: readonly Word[], place: number): number | undefined => {
  if (words[place]?.capital !== 'yes') return undefined
  for (let back = 1; back <= 3; back++) {
    const word = words[place - back]
    if (word === undefined || word.gap !== ' ') return undefined
    if (BEFORE_STREET.has(word.lower)) return word.capital === 'yes' ? word.start : undefined
    if (word.capital !== 'yes' && !/^(?:der|dem|den|alten|neuen|großen|kleinen)$/.test(word.lower))
      return undefined
  }
  return undefined
}
