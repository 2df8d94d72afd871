import { type Instrument, type Localized, textOf } from '@echolot/instrument'
import { type AnswerSource, answerSources } from './answer-source.ts'
import type { Condition } from './condition.ts'
import { type Place, placesOf } from './places-of.ts'
import { printCondition } from './print-condition.ts'
import type { Rule } from './rules-of.ts'
import { type LogicWords, logicWords, type Piece, type Sentence } from './words.ts'

/** A rule in words. */
export type RuleSentence = {
  readonly text: string
  /** The same in pieces, names and values apart from the words between them. */
  readonly pieces: readonly Piece[]
  /** False where a part could only be given as expression text. */
  readonly inWords: boolean
}

export type SentenceOptions = {
  readonly instrument: Instrument
  /** Language of the words, and of the questions and choices where they have it. */
  readonly language: string
  readonly words?: LogicWords
}

/** Longest piece of a question's text in a sentence. */
const LONGEST = 60

/** A rule as a sentence: "Show ‘Hours’ if ‘Job’ is one of ‘full-time’ or ‘part-time’". */
export const sentenceOf = (rule: Rule, options: SentenceOptions): RuleSentence => {
  const teller = tellerFor(options)
  const { words } = teller
  const target = teller.place(rule.target)
  if (rule.kind === 'piping' || rule.kind === 'carry-forward' || rule.kind === 'bind')
    return told(words.rule[rule.kind](target, words.list(rule.reads.map(teller.name))))
  const { action } = rule
  const condition = teller.condition(rule.condition, { place: rule.target, text: rule.text })
  if (action === undefined) {
    const asValue =
      rule.condition !== undefined &&
      ['default', 'set-value', 'lowest', 'highest', 'calculate', 'count', 'run'].includes(rule.kind)
    return told(
      words.rule[rule.kind](
        target,
        asValue && rule.condition !== undefined
          ? teller.operand(rule.condition, { place: rule.target })
          : condition,
      ),
    )
  }
  const to =
    action.type === 'skip'
      ? [action.goTo]
      : action.type === 'visible'
        ? (action.shows ?? [])
        : [action.setTo]
  return told(
    words.trigger[action.type](condition, {
      to: words.list(to.flatMap((name) => (name === undefined ? [] : [teller.name(name)]))),
      from: action.from === undefined ? [] : teller.name(action.from),
      value:
        action.runs === undefined
          ? teller.value(action.value, undefined)
          : [{ kind: 'expression', text: action.runs }],
    }),
  )
}

/** A condition on its own as the part of a sentence, e.g. "‘Job’ is ‘full-time’". */
export const conditionSentence = (
  condition: Condition,
  { place, ...options }: SentenceOptions & { readonly place?: Place },
): RuleSentence =>
  told(
    tellerFor(options).condition(condition, {
      text: printCondition(condition),
      ...(place === undefined ? {} : { place }),
    }),
  )

/** The name of an item, page or value as sentences give it, without quotes. */
export const labelOf = (name: string, options: SentenceOptions): string =>
  tellerFor(options).label(name)

/** A page, item, choice or the like as sentences name it, in quotes. */
export const placeLabel = (place: Place, options: SentenceOptions): string =>
  told(tellerFor(options).place(place)).text

const told = (sentence: Sentence): RuleSentence => {
  const pieces = sentence.map(
    (piece): Piece => (typeof piece === 'string' ? { kind: 'words', text: piece } : piece),
  )
  const text = pieces.map((piece) => piece.text).join('')
  return {
    text: text.charAt(0).toUpperCase() + text.slice(1),
    pieces,
    inWords: pieces.every(({ kind }) => kind !== 'expression'),
  }
}

type At = { readonly place?: Place; readonly text?: string }

const tellerFor = ({ instrument, language, words = logicWords(language) }: SentenceOptions) => {
  const sourceOf = answerSources(instrument)
  const source = instrument.languages[0]?.tag ?? language
  const plain = (text: Localized, otherwise: string): string => {
    const whole = textOf(text, language, source)
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (whole === '') return otherwise
    return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1).trimEnd()}…`
  }
  const titleOf = (place: Place): string => plain((place.json.title ?? '') as Localized, place.name)

  const labelFrom = (found: AnswerSource): string => {
    const own =
      found.context?.label === undefined
        ? found.item === undefined
          ? found.name
          : plain(found.item.title, found.item.name)
        : plain(found.context.label, found.name)
    if (found.comment) return words.comment(own)
    if (found.owner !== undefined && found.entry === undefined) {
      const row = found.owner.rows.find(({ value }) => String(value) === found.row)
      const between =
        row === undefined || found.owner.type === 'matrix'
          ? ''
          : `${plain(row.text, String(row.value))}, `
      return words.row(plain(found.owner.title, found.owner.name), between + own)
    }
    return own
  }
  const label = (name: string): string => {
    const found = sourceOf(name)
    if (found !== undefined) return labelFrom(found)
    const place = placesOf(instrument).find(
      (one) => one.name === name && (one.kind === 'page' || one.kind === 'panel'),
    )
    return place === undefined ? name : titleOf(place)
  }
  const marked = (name: string, text: string): Sentence => [{ kind: 'item', text, name }]
  const item = (name: string, text: string): Sentence => marked(name, words.quote(text))
  const name = (given: string): Sentence => item(given, label(given))

  const place = (of: Place): Sentence => {
    switch (of.kind) {
      case 'page':
        return marked(of.name, words.page(words.quote(titleOf(of))))
      case 'panel':
        return marked(of.name, words.panel(words.quote(titleOf(of))))
      case 'choice':
      case 'row': {
        const text = plain((of.json.text ?? of.json.title ?? '') as Localized, of.name)
        return marked(
          of.of ?? of.name,
          words.choice(words.quote(text), words.quote(label(of.of ?? ''))),
        )
      }
      case 'column':
        return item(of.name, titleOf(of))
      case 'validator':
        return name(of.of ?? '')
      case 'item':
        return item(of.name, titleOf(of))
      default:
        return item(of.name, of.name)
    }
  }

  const value = (given: unknown, of: AnswerSource | undefined): Sentence => {
    if (given === undefined || given === null) return [{ kind: 'value', text: words.nothing }]
    const choice = of?.choices.find(({ value: own }) => String(own) === String(given))
    if (choice !== undefined)
      return [
        {
          kind: 'value',
          text: words.quote(plain(choice.text, String(choice.value))),
          name: String(choice.value),
        },
      ]
    if (typeof given === 'boolean')
      return [{ kind: 'value', text: given ? words.yes : words.no, name: String(given) }]
    return [
      {
        kind: 'value',
        text: typeof given === 'string' ? words.quote(given) : String(given),
        name: String(given),
      },
    ]
  }

  const expression = (condition: Condition): Sentence => [
    { kind: 'expression', text: printCondition(condition) },
  ]

  const operand = (condition: Condition, at: At, of?: AnswerSource): Sentence => {
    if (condition.kind === 'constant') return value(condition.value, of)
    if (condition.kind === 'list' && condition.entries.every(({ kind }) => kind === 'constant'))
      return words.list(condition.entries.map((entry) => operand(entry, at, of)))
    if (condition.kind !== 'answer') return expression(condition)
    const found = sourceOf(condition.path, at.place)
    if (found === undefined) return expression(condition)
    if (found.kind === 'offered')
      return marked(found.name, words.every(words.quote(labelFrom(found))))
    if (
      found.kind === 'place' ||
      (found.type === 'unknown' && found.item !== undefined && found.kind !== 'item')
    )
      return expression(condition)
    return item(found.name, labelFrom(found))
  }

  const told = (condition: Condition | undefined, at: At): Sentence => {
    if (condition === undefined)
      return at.text === undefined || at.text === '' ? [] : [{ kind: 'expression', text: at.text }]
    switch (condition.kind) {
      case 'and':
      case 'or':
        return condition.parts.flatMap((part, number) => {
          const inner = told(part, at)
          const nested = part.kind === 'and' || part.kind === 'or'
          return [
            ...(number === 0 ? [] : [` ${words[condition.kind]} `]),
            ...(nested ? ['(', ...inner, ')'] : inner),
          ]
        })
      case 'not': {
        const inner = told(condition.part, at)
        return words.not(
          condition.part.kind === 'and' || condition.part.kind === 'or'
            ? ['(', ...inner, ')']
            : inner,
        )
      }
      case 'presence':
        return (condition.operator === 'empty' ? words.unanswered : words.answered)(
          operand(condition.operand, at),
        )
      case 'comparison': {
        const { left, right, operator } = condition
        const of = left.kind === 'answer' ? sourceOf(left.path, at.place) : undefined
        const other = right.kind === 'answer' ? sourceOf(right.path, at.place) : undefined
        if (left.kind !== 'answer' && right.kind !== 'answer') return expression(condition)
        const several = of?.type === 'choices'
        const say =
          several && operator === 'contains'
            ? words.includes
            : several && operator === 'notcontains'
              ? words.includesNot
              : several && operator === 'anyof'
                ? words.anyOf
                : several && operator === 'allof'
                  ? words.allOf
                  : several && operator === 'noneof'
                    ? words.noneOf
                    : words.compare[operator]
        return say(operand(left, at, other), operand(right, at, of))
      }
      case 'answer':
        return words.applies(operand(condition, at))
      case 'constant':
        return condition.value === true ? [words.always] : expression(condition)
      default:
        return expression(condition)
    }
  }

  return { words, label, name, place, value, operand, condition: told }
}
