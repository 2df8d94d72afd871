import { type InstrumentRule, SOURCES } from '../text-rule.ts'
import { choiceListsOf, isAnswer, listFinding } from './choice-lists.ts'

/** Whole numbers a choice stands for, both ends included. */
export type NumberRange = { readonly low: number; readonly high: number; readonly unit: string }

const NUMBER = '(-?\\d+(?:[.,]\\d+)?)'
const rangePattern = (words: string) => new RegExp(words.replaceAll('#', NUMBER), 'i')
const BETWEEN = rangePattern('#(?: ?\\p{L}+\\.?)? ?(bis unter|bis zu|bis|[-–—]|und) ?#').source
const FORMS: readonly (readonly [
  RegExp,
  (numbers: readonly number[]) => readonly [number, number],
])[] = [
  [
    new RegExp(BETWEEN.replace('bis unter|bis zu|bis|[-–—]|und', 'bis unter'), 'iu'),
    ([a = 0, b = 0]) => [a, b - 1],
  ],
  [new RegExp(BETWEEN.replace('bis unter|', ''), 'iu'), ([a = 0, b = 0]) => [a, b]],
  [
    rangePattern('(?:unter|weniger als|jünger als|kürzer als|kleiner als) #'),
    ([a = 0]) => [-Infinity, a - 1],
  ],
  [rangePattern('(?:höchstens|maximal|bis zu|bis) #'), ([a = 0]) => [-Infinity, a]],
  [
    rangePattern('(?:über|mehr als|öfter als|älter als|länger als|größer als) #'),
    ([a = 0]) => [a + 1, Infinity],
  ],
  [rangePattern('(?:ab|mindestens) #'), ([a = 0]) => [a, Infinity]],
  [rangePattern('#\\+'), ([a = 0]) => [a, Infinity]],
  [
    new RegExp(`${NUMBER}[^\\d]*?(?:und|oder) (?:mehr|älter|länger|öfter|darüber|größer)`, 'iu'),
    ([a = 0]) => [a, Infinity],
  ],
  [/^\s*(?:kein|nie)/iu, () => [0, 0]],
  [rangePattern('^\\D*#\\D*$'), ([a = 0]) => [a, a]],
]

/** The range of whole numbers that a choice names, e.g. `5 bis 10 Stunden`, `unter 5`, `60 Jahre und älter`. */
export const rangeIn = (text: string): NumberRange | undefined => {
  const written = text.replaceAll(/(\d)[.\u00A0 ](?=\d{3}(?!\d))/g, '$1')
  for (const [pattern, ends] of FORMS) {
    const found = pattern.exec(written)
    if (found === null) continue
    const numbers = found
      .slice(1)
      .flatMap((part) => (part !== undefined && /\d/.test(part) ? [part.replace(',', '.')] : []))
      .map(Number)
    if (numbers.some((number) => !Number.isInteger(number))) return undefined
    const [low, high] = ends(numbers)
    const unit = /(stunde|minute|sekunde|tag|woche|monat|jahr|euro|mal|kind|person|€|%)/i
      .exec(written)?.[1]
      ?.toLowerCase()
    return { low, high, unit: unit ?? '' }
  }
  return undefined
}

/** L16: an answer that fits two choices, or none. */
export const ranges: InstrumentRule = {
  id: 'L16',
  findings: (judging) =>
    choiceListsOf(judging).flatMap((list) => {
      const found = list.choices.flatMap((choice, place) => {
        const text = list.texts[place] ?? ''
        if (!isAnswer(choice, text)) return []
        const range = rangeIn(text)
        return range === undefined ? [] : [{ range, place, text }]
      })
      const answers = list.choices.filter((choice, place) =>
        isAnswer(choice, list.texts[place] ?? ''),
      )
      const units = new Set(found.map(({ range }) => range.unit).filter((unit) => unit !== ''))
      const isRanges = found.some(({ range }) => range.low !== range.high)
      if (!isRanges || found.length < 2 || found.length < answers.length - 1 || units.size > 1)
        return []
      const inOrder = found.toSorted((one, other) => one.range.low - other.range.low)
      return inOrder.slice(1).flatMap((next, index) => {
        const before = inOrder[index]
        if (before === undefined) return []
        const overlaps = next.range.low <= before.range.high
        const gap = next.range.low > before.range.high + 1
        if (!overlaps && !gap) return []
        const missing =
          next.range.low - before.range.high === 2
            ? String(before.range.high + 1)
            : `${before.range.high + 1}–${next.range.low - 1}`
        return [
          listFinding(list, judging, {
            rule: 'L16',
            source: SOURCES.wording,
            severity: 'error',
            from: Math.min(before.place, next.place),
            to: Math.max(before.place, next.place),
            message: overlaps
              ? {
                  de: `„${before.text}“ und „${next.text}“ überschneiden sich.`,
                  en: `“${before.text}” and “${next.text}” overlap.`,
                }
              : {
                  de: `Zwischen „${before.text}“ und „${next.text}“ fehlt ${missing}.`,
                  en: `Between “${before.text}” and “${next.text}” ${missing} is missing.`,
                },
            remedy: {
              de: 'Die Bereiche lückenlos und ohne Überschneidung schneiden.',
              en: 'Cut the ranges without gaps and overlaps.',
            },
          }),
        ]
      })
    }),
}
