import type { Instrument, Item } from '@echolot/instrument'
import type { Random } from '../random.ts'
import type { Answers } from '../route.ts'
import { type WalkedPage, walk } from '../shown-items.ts'
import { simulator, type Walk } from '../simulate.ts'

/**
 * How a persona answers an item: a value as SurveyJS keeps it, `null` to leave it blank, or a rule: one of several
 * values, or a whole number in a range.
 */
export type PersonaAnswer =
  | string
  | number
  | boolean
  | null
  | { readonly oneOf: readonly unknown[] }
  | { readonly between: readonly [number, number] }
  | readonly unknown[]
  | Readonly<Record<string, unknown>>

/** A made-up person for trying out a questionnaire. */
export type Persona = {
  readonly name: string
  /** By item; in a repeated panel a list of entries, for a matrix an object by row (rows may also stand alone). */
  readonly answers: { readonly [item: string]: PersonaAnswer }
  readonly context?: Answers
  /** Items without a rule: `plausible` by chance from the seed, or `blank` where they may be. Default `blank`. */
  readonly others?: 'plausible' | 'blank'
  /** What the persona must and must not be shown. */
  readonly expect?: { readonly shown?: readonly string[]; readonly hidden?: readonly string[] }
}

/** The way of a persona through a questionnaire. */
export type PersonaWalk = {
  readonly name: string
  readonly pages: readonly WalkedPage[]
  readonly answers: Answers
  readonly outcome: Walk['outcome']
  /** Items the persona has an answer for and was never asked. */
  readonly neverAsked: readonly string[]
  /** Expectations that were not met, e.g. `shown: coa_1`. */
  readonly unmet: readonly string[]
}

/** Walks a persona page by page, answering what is asked by its rules; the same seed gives the same walk. */
export const walkPersona = (
  instrument: Instrument,
  persona: Persona,
  { seed = 1 }: { readonly seed?: number } = {},
): PersonaWalk => {
  const { answers: rules, context = {}, expect } = persona
  const isBlank = persona.others !== 'plausible'
  const { consent, ...asking } = instrument
  const agreement = (item: Item) => (item.name === consent?.item ? consent.agreed[0] : undefined)
  const one = simulator(asking, {
    seed,
    context,
    nonResponse: isBlank ? 1 : 0,
    missingCodes: 0,
    profile: () => ({
      answer: ({ item, entry, random }) => {
        const own = given(rules, item, { entry, random })
        return own === undefined ? agreement(item) : own
      },
    }),
  })
  const simulated = one(0)
  const answers = withoutBlanks(entriesAdded(simulated.answers, rules)) as Answers
  const pages = walk(instrument, answers, { context })
  const shown = new Set(
    pages.flatMap((page) => page.shown).flatMap((name) => [name, name.replace(/(_\d+)+$/, '')]),
  )
  const known = new Set([...shown, ...rowsIn(answers)])
  const reached = new Set(pages.map(({ page }) => page))
  const isShown = (name: string) => known.has(name) || reached.has(name)
  return {
    name: persona.name,
    pages,
    answers,
    outcome: outcomeOf(instrument, answers, simulated.outcome),
    neverAsked: Object.keys(rules).filter((name) => rules[name] !== null && !isShown(name)),
    unmet: [
      ...(expect?.shown ?? []).filter((name) => !isShown(name)).map((name) => `shown: ${name}`),
      ...(expect?.hidden ?? []).filter(isShown).map((name) => `hidden: ${name}`),
    ],
  }
}

/** Refusing consent is an outcome whoever answered so. */
const outcomeOf = (
  { consent }: Instrument,
  answers: Answers,
  simulated: Walk['outcome'],
): Walk['outcome'] => {
  const answer = consent === undefined ? undefined : answers[consent.item]
  return consent !== undefined &&
    (typeof answer === 'string' || typeof answer === 'number') &&
    !consent.agreed.includes(answer)
    ? 'refused'
    : simulated
}

const given = (
  rules: Persona['answers'],
  item: Item,
  { entry, random }: { readonly entry: number | undefined; readonly random: Random },
): unknown => {
  if (item.parent === undefined || Object.hasOwn(rules, item.name))
    return chosen(rules[item.name], random)
  const whole: unknown = rules[item.parent]
  if (Array.isArray(whole)) {
    const own: unknown = entry === undefined ? undefined : whole[entry]
    return isRecord(own) ? chosen(own[item.key], random) : undefined
  }
  return isRecord(whole) ? chosen(whole[item.name], random) : undefined
}

const chosen = (rule: unknown, random: Random): unknown => {
  if (!isRecord(rule)) return rule
  if (Array.isArray(rule.oneOf)) return random.pick(rule.oneOf)
  const { between } = rule
  return Array.isArray(between) ? random.whole(Number(between[0]), Number(between[1])) : rule
}

/** Repeated panels nobody counts get as many entries as the persona has. */
const entriesAdded = (answers: Answers, rules: Persona['answers']): Answers => {
  const added = Object.entries(rules).flatMap(([name, rule]) => {
    const before = answers[name]
    return Array.isArray(rule) &&
      Array.isArray(before) &&
      before.length < rule.length &&
      rule.every(isRecord)
      ? [[name, [...before, ...rule.slice(before.length)]] as const]
      : []
  })
  return added.length === 0 ? answers : { ...answers, ...Object.fromEntries(added) }
}

const rowsIn = (answers: Answers): readonly string[] =>
  Object.values(answers).flatMap((value) =>
    isRecord(value) && !Array.isArray(value) ? Object.keys(value) : [],
  )

const withoutBlanks = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === null || inner === undefined ? [] : [[key, withoutBlanks(inner)]],
    ),
  )
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
