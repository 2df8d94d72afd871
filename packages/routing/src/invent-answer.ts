import type { Item, SurveyJson } from '@echolot/instrument'
import { type AnswerCheck, answerCheckOf, hasForeignChoices } from './answer-checks.ts'
import { type Random, shareOf } from './random.ts'

/** Choices that mean "no answer"; those come from the options of the simulation alone. */
const NO_ANSWER = new Set<unknown>([-77, -88, -99, 'refused', 'dontknow', 'other'])

const TRIES = 8

/**
 * A plausible answer to one question, within its rules, authors' validators included; undefined for types that nobody
 * can invent answers to, and where eight tries did not meet the validators.
 */
export const invent = (item: Item, survey: SurveyJson, random: Random): unknown => {
  if (!Array.isArray(item.json.validators)) return wrapped(item, inventOnce(item, random))
  const check = checkFor(item, survey)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const value = wrapped(item, validated(item, random) ?? inventOnce(item, random))
    if (value === undefined || check(value) === undefined) return value
  }
  return undefined
}

const checks = new WeakMap<Item, AnswerCheck>()
const checkFor = (item: Item, survey: SurveyJson): AnswerCheck => {
  const known = checks.get(item) ?? answerCheckOf(item, survey)
  checks.set(item, known)
  return known
}

/** Lists of choices may be stored as objects under a name of the author's. */
const wrapped = (item: Item, value: unknown): unknown => {
  const key = item.json.valuePropertyName
  return typeof key === 'string' && key !== '' && Array.isArray(value)
    ? value.map((entry: unknown) => ({ [key]: entry }))
    : value
}

/** What an author's validator asks of a free text. */
const validated = (item: Item, random: Random): unknown => {
  if (item.type !== 'text' && item.type !== 'comment' && item.type !== 'multipletextitem')
    return undefined
  const rules = (
    item.json.validators as readonly {
      readonly type?: unknown
      readonly minValue?: unknown
      readonly maxValue?: unknown
    }[]
  ).filter(Boolean)
  const numeric = rules.find(({ type }) => String(type).startsWith('numeric'))
  if (numeric !== undefined) {
    const min = typeof numeric.minValue === 'number' ? numeric.minValue : 0
    return random.whole(min, typeof numeric.maxValue === 'number' ? numeric.maxValue : min + 10)
  }
  return rules.some(({ type }) => String(type).startsWith('email'))
    ? `person${random.whole(1, 9999)}@example.org`
    : undefined
}

const inventOnce = (item: Item, random: Random): unknown => {
  const choices = item.choices.map(({ value }) => value).filter((value) => !NO_ANSWER.has(value))
  switch (item.type === 'matrixcolumn' ? item.json.type : item.type) {
    case 'comment':
      return random.chance(0.4) ? words(item, random) : undefined
    case 'text':
    case 'multipletextitem':
      return input(item, random)
    case 'boolean':
      return random.chance(0.5) ? (item.json.valueTrue ?? true) : (item.json.valueFalse ?? false)
    case 'rating':
      return choices.length > 5
        ? aroundTheUpperMiddle(choices, random)
        : weighted(item, choices, random)
    case 'checkbox':
    case 'tagbox':
      return several(item, choices, random)
    case 'ranking':
      return ranked(item, choices, random)
    case 'imagepicker':
      return item.json.multiSelect === true
        ? several(item, choices, random)
        : weighted(item, choices, random)
    case 'slider':
      return item.json.sliderType === 'range'
        ? undefined
        : number({ ...item, min: item.min ?? 0, max: item.max ?? 100 }, random)
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
    case 'matrix':
    case 'matrixrow':
      return hasForeignChoices(item) && choices.length === 0
        ? undefined
        : weighted(item, choices, random)
    default:
      return undefined
  }
}

type Value = string | number

/** Some choices are rarer than others, the same ones for everybody. */
const weighted = (item: Item, choices: readonly Value[], random: Random): Value | undefined => {
  const weights = choices.map((value) => 0.3 + shareOf(`${item.name} ${value}`))
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [place, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return choices[place]
  }
  return choices.at(-1)
}

const aroundTheUpperMiddle = (choices: readonly Value[], random: Random): Value | undefined => {
  const place = Math.round((choices.length - 1) * (0.58 + 0.2 * random.normal()))
  return choices[Math.max(0, Math.min(choices.length - 1, place))]
}

const bound = (value: unknown, otherwise: number) => {
  const limit = Number(value)
  return Number.isInteger(limit) && limit > 0 ? limit : otherwise
}

const several = (
  item: Item,
  choices: readonly Value[],
  random: Random,
): readonly Value[] | undefined => {
  const together = choices.filter((value) => value !== 'none')
  const most = Math.min(bound(item.json.maxSelectedChoices, together.length), together.length)
  const least = Math.min(bound(item.json.minSelectedChoices, 1), most)
  if (most === 0) return undefined
  const picked = new Set(
    random.shuffled(together).slice(0, random.whole(least, Math.max(least, Math.min(most, 4)))),
  )
  return together.filter((value) => picked.has(value))
}

const ranked = (
  item: Item,
  choices: readonly Value[],
  random: Random,
): readonly Value[] | undefined => {
  if (choices.length === 0) return undefined
  if (item.json.selectToRankEnabled !== true) return random.shuffled(choices)
  const most = Math.min(bound(item.json.maxSelectedChoices, choices.length), choices.length)
  const liking = (value: Value) => shareOf(`${item.name} ${value}`) + random.next()
  return choices
    .map((value) => ({ value, rank: liking(value) }))
    .sort((one, other) => other.rank - one.rank)
    .slice(0, random.whole(Math.min(bound(item.json.minSelectedChoices, 1), most), most))
    .map(({ value }) => value)
}

const number = (item: Item, random: Random): number => {
  const min = typeof item.min === 'number' ? item.min : 0
  const max = typeof item.max === 'number' ? item.max : min + 100
  const step = item.step !== undefined && item.step > 0 ? item.step : 1
  const steps = Math.max(0, Math.floor((max - min) / step + 1e-9))
  const share = Math.min(0.999, Math.abs(0.28 + 0.2 * random.normal()))
  return Number((min + Math.round(share * steps) * step).toFixed(6))
}

const FIRST_DAY = Date.UTC(2026, 0, 1)
const DAY = 86_400_000

const input = (item: Item, random: Random): unknown => {
  switch (item.inputType) {
    case 'number':
    case 'range':
      return number(item, random)
    case 'date': {
      const from = typeof item.min === 'string' ? Date.parse(item.min) : FIRST_DAY
      const to = typeof item.max === 'string' ? Date.parse(item.max) : from + 364 * DAY
      if (Number.isNaN(from) || Number.isNaN(to) || to < from) return undefined
      return new Date(from + random.whole(0, Math.floor((to - from) / DAY)) * DAY)
        .toISOString()
        .slice(0, 10)
    }
    case 'time':
      return `${String(random.whole(0, 23)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`
    case 'month':
      return `2026-${String(random.whole(1, 12)).padStart(2, '0')}`
    case 'week':
      return `2026-W${String(random.whole(1, 52)).padStart(2, '0')}`
    case 'datetime-local':
      return `2026-${String(random.whole(1, 12)).padStart(2, '0')}-15T12:00`
    case 'email':
      return `person${random.whole(1, 9999)}@example.org`
    case 'tel':
      return `0000 ${random.whole(1000, 9999)}`
    case 'url':
      return 'https://example.org'
    case 'color':
      return '#336699'
    default:
      return words(item, random)
  }
}

/** Plainly made up: nobody shall take it for something a person wrote. */
const words = (item: Item, random: Random): string => {
  const text = `Beispieltext (synthetisch) ${random.whole(1, 999)}`
  const limit = item.maxLength !== undefined && item.maxLength > 0 ? item.maxLength : text.length
  return text.length <= limit
    ? text
    : String(random.whole(1, 9)).padEnd(Math.min(limit, 4), '0').slice(0, limit)
}
