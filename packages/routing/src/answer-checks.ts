import { type Item, isWholeNumber, type SurveyJson } from '@echolot/instrument'
import { PATTERN_TEXT_LIMIT, patternRisk } from './safe-pattern.ts'

/** What is wrong with one answer: the rule it breaks, and where below the answer. */
export type Fault = { readonly rule: string; readonly message: string; readonly at?: string }

/** Judges one answer by its shape alone; conditions come later. */
export type AnswerCheck = (value: unknown) => Fault | undefined

/** Longest text where the survey sets no limit itself. */
export const TEXT_LIMIT = 10_000

const fault = (rule: string, message: string): Fault => ({ rule, message })

/** The check of an item's answer, made once. Missing codes the item allows never reach it. */
export const answerCheckOf = (item: Item, survey: SurveyJson): AnswerCheck => {
  const shape = shapeCheckOf(item, survey)
  const validators = validatorChecksOf(item)
  if (validators.length === 0) return shape
  return (value) => {
    const found = shape(value)
    if (found !== undefined) return found
    for (const check of validators) {
      const wrong = check(value)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
}

const shapeCheckOf = (item: Item, survey: SurveyJson): AnswerCheck => {
  const { json } = item
  switch (item.type) {
    case 'comment':
      return textCheck(textLimit(item, survey))
    case 'text':
    case 'multipletextitem':
      return inputCheck(item, survey)
    case 'radiogroup':
    case 'dropdown':
    case 'buttongroup':
      return choiceCheck(item, survey)
    case 'rating':
      return item.choices.length > 0 ? choiceCheck(item, survey) : numberCheck(item)
    case 'imagepicker':
      return json.multiSelect === true ? choicesCheck(item, survey) : choiceCheck(item, survey)
    case 'boolean':
      return booleanCheck(item)
    case 'checkbox':
    case 'tagbox':
      return choicesCheck(item, survey)
    case 'ranking':
      return choicesCheck(item, survey)
    case 'slider':
      return sliderCheck(item)
    default:
      return opaqueCheck
  }
}

/** The longest text an item takes: its own limit, the survey's, or ours. */
export const textLimit = (item: Pick<Item, 'maxLength'>, survey: SurveyJson): number => {
  if (item.maxLength !== undefined && item.maxLength > 0) return item.maxLength
  const general = survey.maxTextLength
  return typeof general === 'number' && general > 0 ? general : TEXT_LIMIT
}

export const textCheck =
  (limit: number): AnswerCheck =>
  (value) => {
    if (typeof value !== 'string') return fault('text', 'a text is expected')
    return value.length > limit ? fault('maxLength', `longer than ${limit} characters`) : undefined
  }

/** Linear by construction; what an address must have, not all that it may be. */
const isEmail = (text: string) => {
  const at = text.indexOf('@')
  return (
    at > 0 &&
    at === text.lastIndexOf('@') &&
    !/\s/.test(text) &&
    text.slice(at + 1).includes('.') &&
    !text.endsWith('.')
  )
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'datetime-local': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/,
  time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  week: /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/,
  color: /^#[0-9a-fA-F]{6}$/,
}

const inputCheck = (item: Item, survey: SurveyJson): AnswerCheck => {
  const input = item.inputType ?? 'text'
  if (input === 'number' || input === 'range') return numberCheck(item)
  const text = textCheck(textLimit(item, survey))
  const format = FORMATS[input]
  if (format !== undefined)
    return (value) => {
      const wrong = text(value)
      if (wrong !== undefined) return wrong
      if (!format.test(value as string) || !isCalendarDay(value as string, input))
        return fault('format', `no ${input}`)
      if (typeof item.min === 'string' && format.test(item.min) && (value as string) < item.min)
        return fault('min', `before ${item.min}`)
      if (typeof item.max === 'string' && format.test(item.max) && (value as string) > item.max)
        return fault('max', `after ${item.max}`)
      return undefined
    }
  if (input === 'email')
    return (value) =>
      text(value) ?? (isEmail(value as string) ? undefined : fault('format', 'no e-mail address'))
  return text
}

const isCalendarDay = (text: string, input: string) => {
  if (input !== 'date' && input !== 'datetime-local') return true
  const day = text.slice(0, 10)
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
}

const numberCheck = (item: Item): AnswerCheck => {
  const whole = isWholeNumber(item)
  const { step } = item
  const base = typeof item.min === 'number' ? item.min : 0
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value))
      return fault('number', 'a number is expected')
    if (typeof item.min === 'number' && value < item.min)
      return fault('min', `less than ${item.min}`)
    if (typeof item.max === 'number' && value > item.max)
      return fault('max', `more than ${item.max}`)
    if (whole && !Number.isInteger(value)) return fault('integer', 'a whole number is expected')
    if (step !== undefined && step > 0) {
      const steps = (value - base) / step
      if (Math.abs(steps - Math.round(steps)) > 1e-6)
        return fault('step', `not in steps of ${step}`)
    }
    return undefined
  }
}

const sliderCheck = (item: Item): AnswerCheck => {
  const one = numberCheck({ ...item, min: item.min ?? 0, max: item.max ?? 100 })
  if (item.json.sliderType !== 'range') return one
  return (value) => {
    if (!Array.isArray(value) || value.length > 10)
      return fault('list', 'a pair of numbers is expected')
    for (const part of value) {
      const wrong = one(part)
      if (wrong !== undefined) return wrong
    }
    return undefined
  }
}

const booleanCheck = (item: Item): AnswerCheck => {
  const { valueTrue, valueFalse } = item.json
  const allowed = new Set<unknown>([valueTrue ?? true, valueFalse ?? false])
  return (value) => (allowed.has(value) ? undefined : fault('choice', 'yes or no is expected'))
}

/** Choices that come from elsewhere: a web service, or another question. */
export const hasForeignChoices = (item: Item): boolean => {
  const { choicesByUrl, choicesFromQuestion } = item.json
  return (
    (typeof choicesByUrl === 'object' && choicesByUrl !== null) ||
    typeof choicesFromQuestion === 'string'
  )
}

const allowedChoice = (item: Item, survey: SurveyJson): ((value: unknown) => boolean) => {
  const allowed = new Set<unknown>(item.choices.map(({ value }) => value))
  const wordsInside =
    item.json.storeOthersAsComment === false || survey.storeOthersAsComment === false
  const open = hasForeignChoices(item) || (wordsInside && allowed.has('other'))
  return (value) =>
    allowed.has(value) ||
    (open &&
      (typeof value === 'number' || (typeof value === 'string' && value.length <= TEXT_LIMIT)))
}

const choiceCheck = (item: Item, survey: SurveyJson): AnswerCheck => {
  const allowed = allowedChoice(item, survey)
  return (value) => (allowed(value) ? undefined : fault('choice', 'not among the choices'))
}

/** Choices that stand for themselves and exclude all others. */
const ALONE = new Set<unknown>(['none', 'refused', 'dontknow'])

const choicesCheck = (item: Item, survey: SurveyJson): AnswerCheck => {
  const allowed = allowedChoice(item, survey)
  const most = Number(item.json.maxSelectedChoices)
  const limit =
    Number.isInteger(most) && most > 0 ? most : hasForeignChoices(item) ? 1000 : item.choices.length
  const key =
    typeof item.json.valuePropertyName === 'string' ? item.json.valuePropertyName : undefined
  return (value) => {
    if (!Array.isArray(value)) return fault('list', 'a list is expected')
    if (value.length > limit) return fault('maxSelectedChoices', `more than ${limit} choices`)
    const seen = new Set<unknown>()
    for (const entry of value) {
      const picked = key === undefined ? entry : (entry as Record<string, unknown> | null)?.[key]
      if (!allowed(picked)) return fault('choice', 'not among the choices')
      if (seen.has(picked)) return fault('unique', 'the same choice twice')
      seen.add(picked)
    }
    if (seen.size > 1 && [...seen].some((picked) => ALONE.has(picked)))
      return fault('exclusive', 'a choice that excludes all others')
    return undefined
  }
}

/** Answers of types we do not know are taken as they come, within limits. */
const opaqueCheck: AnswerCheck = (value) =>
  typeof value === 'string' && value.length > TEXT_LIMIT
    ? fault('maxLength', `longer than ${TEXT_LIMIT} characters`)
    : undefined

const validatorChecksOf = (item: Item): readonly AnswerCheck[] => {
  const list: unknown = item.json.validators
  if (!Array.isArray(list)) return []
  return list.flatMap((validator: unknown): readonly AnswerCheck[] => {
    if (typeof validator !== 'object' || validator === null) return []
    const rule = validator as Readonly<Record<string, unknown>>
    const bound = (value: unknown) => (typeof value === 'number' ? value : undefined)
    switch (typeof rule.type === 'string' ? rule.type.replace(/validator$/, '') : '') {
      case 'numeric':
        return [
          (value) => {
            const number = typeof value === 'number' ? value : Number(value)
            if (!Number.isFinite(number)) return fault('numeric', 'a number is expected')
            if (number < (bound(rule.minValue) ?? -Infinity))
              return fault('min', `less than ${rule.minValue}`)
            return number > (bound(rule.maxValue) ?? Infinity)
              ? fault('max', `more than ${rule.maxValue}`)
              : undefined
          },
        ]
      case 'text':
        return [
          (value) => {
            const text = String(value)
            if (text.length < (bound(rule.minLength) ?? 0))
              return fault('minLength', `shorter than ${rule.minLength} characters`)
            const most = bound(rule.maxLength) ?? 0
            if (most > 0 && text.length > most)
              return fault('maxLength', `longer than ${most} characters`)
            return rule.allowDigits === false && /\d/.test(text)
              ? fault('digits', 'digits are not allowed')
              : undefined
          },
        ]
      case 'email':
        return [
          (value) => (isEmail(String(value)) ? undefined : fault('format', 'no e-mail address')),
        ]
      case 'answercount':
        return [
          (value) => {
            const count = Array.isArray(value) ? value.length : 0
            if (count < (bound(rule.minCount) ?? 0))
              return fault('minCount', `fewer than ${rule.minCount} choices`)
            const most = bound(rule.maxCount) ?? 0
            return most > 0 && count > most
              ? fault('maxCount', `more than ${most} choices`)
              : undefined
          },
        ]
      case 'regex':
        return patternChecks(rule)
      default:
        return []
    }
  })
}

/** A pattern that could run for ever is never run: `checkSurvey` refuses it, and here its answers are refused. */
const patternChecks = (rule: Readonly<Record<string, unknown>>): readonly AnswerCheck[] => {
  if (typeof rule.regex !== 'string' || rule.regex === '') return []
  if (patternRisk(rule.regex) !== undefined)
    return [() => fault('pattern', 'the pattern of this item is not safe to run')]
  const pattern = new RegExp(rule.regex, rule.caseInsensitive === true ? 'i' : '')
  return [
    (value) => {
      const text = String(value)
      if (text.length > PATTERN_TEXT_LIMIT)
        return fault('maxLength', `longer than ${PATTERN_TEXT_LIMIT} characters`)
      return pattern.test(text) ? undefined : fault('pattern', 'not of the expected form')
    },
  ]
}
