import type { Instrument, Pointer } from '@echolot/instrument'
import { FunctionFactory } from 'survey-core'
import { type AnswerSource, answerSources } from './answer-source.ts'
import { answersIn, type Condition, callsIn, partsOf } from './condition.ts'
import { conditionFields } from './condition-fields.ts'
import { parseCondition } from './parse-condition.ts'
import { type Place, placesOf } from './places-of.ts'
import { type ConditionFault, tokensOf } from './text-faults.ts'

/**
 * What is wrong or doubtful with an expression at its place: unreadable, words without braces, items, functions or
 * choices that do not exist, values outside the range or of another kind, items asked only later, itself.
 * @param place pointer of the element in the survey the expression belongs to
 */
export const checkCondition = (
  text: string,
  { instrument, place }: { readonly instrument: Instrument; readonly place?: Pointer },
): readonly ConditionFault[] => {
  const { condition, faults } = parseCondition(text)
  if (condition === undefined) return faults
  const own = placesOf(instrument).find(({ path }) => path === place)
  const sourceOf = answerSources(instrument)
  const locate = locator(text)
  const fields = conditionFields(instrument, place)
  const items = new Set(fields.map(({ path }) => path.toLowerCase()))
  const found: ConditionFault[] = faults.map((fault) =>
    fault.code === 'word' && items.has(fault.says.toLowerCase())
      ? { ...fault, severity: 'error', instead: [`{${fault.says}}`] }
      : fault,
  )
  for (const path of answersIn(condition)) {
    const source = sourceOf(path, own)
    if (source === undefined || source.missing !== undefined)
      found.push({
        code: 'unknown-item',
        severity: 'error',
        ...locate.answer(path),
        says: path,
        instead: nearest(
          path,
          fields.map((field) => field.path),
        ),
      })
    else {
      const asked = fields.find((field) => field.path.toLowerCase() === path.toLowerCase())?.asked
      if (asked === 'after')
        found.push({ code: 'asked-later', severity: 'warning', ...locate.answer(path), says: path })
      if (asked === 'itself' && own?.kind === 'item')
        found.push({ code: 'itself', severity: 'warning', ...locate.answer(path), says: path })
    }
  }
  const functions = FunctionFactory.Instance.getAll()
  for (const name of callsIn(condition))
    if (!functions.includes(name))
      found.push({
        code: 'unknown-function',
        severity: 'error',
        ...locate.word(name),
        says: name,
        instead: nearest(name, functions),
      })
  for (const { value, source, fault } of valueFaults(condition, { sourceOf, place: own }))
    found.push({
      code: fault,
      severity: 'warning',
      ...locate.value(value),
      says: String(value),
      ...(fault === 'unknown-choice'
        ? {
            instead: nearest(
              String(value),
              source.choices.map((choice) => String(choice.value)),
            ),
          }
        : {}),
    })
  if (answersIn(condition).length === 0 && callsIn(condition).length === 0)
    found.push({ code: 'constant', severity: 'warning', from: 0, to: text.length, says: text })
  return found
}

/** A value in a condition that no answer to the item compared with it can have. */
export type ValueFault = {
  readonly value: string | number | boolean
  readonly path: string
  readonly source: AnswerSource
  readonly fault: 'unknown-choice' | 'out-of-range' | 'wrong-type'
}

/** Every value in a condition that no answer to the item compared with it can have. */
export const valueFaults = (
  condition: Condition,
  {
    sourceOf,
    place,
    missing = () => [],
  }: {
    readonly sourceOf: ReturnType<typeof answerSources>
    readonly place: Place | undefined
    /** Missing codes that the item takes as answers. */
    readonly missing?: (source: AnswerSource) => readonly number[]
  },
): readonly ValueFault[] => {
  const inner = partsOf(condition).flatMap((part) =>
    valueFaults(part, { sourceOf, place, missing }),
  )
  if (condition.kind !== 'comparison') return inner
  const { left, right, operator } = condition
  const [asked, given] = left.kind === 'answer' ? [left, right] : [right, left]
  if (asked.kind !== 'answer') return inner
  const source = sourceOf(asked.path, place)
  if (source === undefined || source.missing !== undefined) return inner
  const values = (given.kind === 'list' ? given.entries : [given]).flatMap((entry) =>
    entry.kind === 'constant' && entry.value !== undefined ? [entry.value] : [],
  )
  return [
    ...inner,
    ...values.flatMap((value): readonly ValueFault[] => {
      if (missing(source).some((code) => String(code) === String(value))) return []
      const fault = faultOf(value, source, operator)
      return fault === undefined ? [] : [{ value, path: asked.path, source, fault }]
    }),
  ]
}

const faultOf = (
  value: string | number | boolean,
  { type, choices, item, comment }: AnswerSource,
  operator: string,
): ValueFault['fault'] | undefined => {
  if (comment || value === '') return undefined
  const isSize = operator === '<' || operator === '<=' || operator === '>' || operator === '>='
  switch (type) {
    case 'choice':
    case 'choices': {
      const isOpen =
        choices.length === 0 ||
        item?.json.choicesByUrl !== undefined ||
        item?.json.choicesFromQuestion !== undefined ||
        item?.json.storeOthersAsComment === false ||
        (operator.includes('contains') && type === 'choice')
      if (isOpen || isSize) return undefined
      const same = choices.some(
        (choice) => String(choice.value).toLowerCase() === String(value).toLowerCase(),
      )
      return same ? undefined : 'unknown-choice'
    }
    case 'boolean': {
      const own = [item?.json.valueTrue ?? true, item?.json.valueFalse ?? false]
      return own.some((known) => String(known).toLowerCase() === String(value).toLowerCase())
        ? undefined
        : 'wrong-type'
    }
    case 'number': {
      const number = typeof value === 'boolean' ? Number.NaN : Number(value)
      if (Number.isNaN(number)) return 'wrong-type'
      const min = typeof item?.min === 'number' ? item.min : item?.type === 'slider' ? 0 : undefined
      const max =
        typeof item?.max === 'number' ? item.max : item?.type === 'slider' ? 100 : undefined
      return (min !== undefined && number < min - (isSize ? 1 : 0)) ||
        (max !== undefined && number > max + (isSize ? 1 : 0))
        ? 'out-of-range'
        : undefined
    }
    case 'date':
      return typeof value !== 'string' || Number.isNaN(Date.parse(value)) ? 'wrong-type' : undefined
    default:
      return undefined
  }
}

/** Finds the places of names and values in the text. */
const locator = (text: string) => {
  const tokens = tokensOf(text)
  const first = (test: (token: (typeof tokens)[number]) => boolean) => {
    const token = tokens.find(test)
    return { from: token?.from ?? 0, to: token?.to ?? text.length }
  }
  return {
    answer: (path: string) =>
      first(
        ({ kind, says }) =>
          kind === 'answer' && says.slice(1, -1).trim().replace(/^#/, '') === path,
      ),
    word: (name: string) => first(({ kind, says }) => kind === 'word' && says === name),
    value: (value: unknown) =>
      first(
        ({ kind, says }) =>
          (kind === 'text' && says.slice(1, -1) === value) ||
          (kind !== 'answer' && kind !== 'sign' && says === String(value).replace(/^-/, '')),
      ),
  }
}

/** Up to three known names that are nearest to what was written. */
const nearest = (written: string, known: readonly string[]): readonly string[] =>
  [...new Set(known)]
    .map((name) => ({ name, distance: distance(written.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance: far }) => far <= Math.max(2, Math.floor(name.length / 3)))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ name }) => name)

/** Edits that lead from one word to the other (Levenshtein). */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[other.length] ?? 0
}
