import type { Localized } from './instrument.ts'
import { isObject, type JsonObject, listOf, numberOrUndefined } from './json.ts'
import { localizedOf } from './localized.ts'

/** One answer category of an item. */
export type Choice = { readonly value: string | number; readonly text: Localized }

/** Choices that SurveyJS adds by a flag of the element, with the stored value and the property of their text. */
const EXTRA = [
  {
    flags: ['showOtherItem', 'hasOther'],
    value: 'other',
    text: 'otherText',
    words: { default: 'Other (describe)', de: 'Anderes' },
  },
  {
    flags: ['showNoneItem', 'hasNone'],
    value: 'none',
    text: 'noneText',
    words: { default: 'None', de: 'Nichts davon' },
  },
  {
    flags: ['showRefuseItem'],
    value: 'refused',
    text: 'refuseText',
    words: { default: 'Prefer not to say', de: 'möchte ich nicht sagen' },
  },
  {
    flags: ['showDontKnowItem'],
    value: 'dontknow',
    text: 'dontKnowText',
    words: { default: "Don't know", de: 'weiß nicht' },
  },
] as const

/** The entries of a `choices`, `rows`, `columns` or `rateValues` list: plain values or `{ value, text }`. */
export const readChoices = (list: unknown): readonly Choice[] =>
  listOf(list).flatMap((entry): readonly Choice[] => {
    const value = isObject(entry) ? (entry.value ?? entry.name) : entry
    if (typeof value === 'boolean') return [{ value: String(value), text: String(value) }]
    if (typeof value !== 'string' && typeof value !== 'number') return []
    const words = isObject(entry) ? (entry.text ?? entry.title) : undefined
    return [{ value, text: localizedOf(words, String(value)) }]
  })

/** What survey-core says where nothing else is written. */
const YES: Localized = { en: 'Yes', de: 'Ja', tr: 'Evet', ar: 'نعم', uk: 'Так', ru: 'Да' }
const NO: Localized = { en: 'No', de: 'Nein', tr: 'Hayır', ar: 'لا', uk: 'Ні', ru: 'Нет' }

/** All that a respondent may pick in a choice element, in the order of the definition. */
export const choicesOf = (element: JsonObject): readonly Choice[] => {
  switch (element.type) {
    case 'rating':
      return ratingChoices(element)
    case 'boolean':
      return [
        {
          value: scalar(element.valueTrue, 'true'),
          text: element.labelTrue === undefined ? YES : localizedOf(element.labelTrue, 'Yes'),
        },
        {
          value: scalar(element.valueFalse, 'false'),
          text: element.labelFalse === undefined ? NO : localizedOf(element.labelFalse, 'No'),
        },
      ]
    case 'matrix':
    case 'imagepicker':
    case 'ranking':
      return readChoices(element[element.type === 'matrix' ? 'columns' : 'choices'])
    default:
      return [
        ...readChoices(element.choices),
        ...EXTRA.filter(({ flags }) => flags.some((flag) => element[flag] === true)).map(
          ({ value, text, words }) => ({
            value,
            text: localizedOf(element[text], words),
          }),
        ),
      ]
  }
}

const scalar = (value: unknown, otherwise: string): string | number =>
  typeof value === 'string' || typeof value === 'number' ? value : otherwise

/** Points of a rating: its own list, or rateMin … rateMax by rateStep (SurveyJS: 1 … 5 by 1). */
const ratingChoices = (element: JsonObject): readonly Choice[] => {
  const own = readChoices(element.rateValues)
  if (own.length > 0) return own
  const min = numberOrUndefined(element.rateMin) ?? 1
  const step = numberOrUndefined(element.rateStep) ?? 1
  const count = numberOrUndefined(element.rateCount)
  const max =
    numberOrUndefined(element.rateMax) ?? (count === undefined ? 5 : min + (count - 1) * step)
  const points =
    step > 0 && max >= min ? Math.min(Math.floor((max - min) / step + 1e-9) + 1, 101) : 0
  return Array.from({ length: points }, (_, place) => {
    const value = Number((min + place * step).toFixed(10))
    return { value, text: String(value) }
  })
}
