import type { Instrument, Item } from '@echolot/instrument'
import { type AnswerSource, type answerSources, answerTypeOf } from './answer-source.ts'
import { type Condition, partsOf } from './condition.ts'
import type { Place } from './places-of.ts'

/** The finitely many answers that make a difference to an instrument's conditions. */
export type Domain = {
  /**
   * Values that stand for all others like them; number 0 is no answer. For questions with several answers the choices
   * themselves, any of which may be picked together.
   */
  readonly values: readonly unknown[]
  /**
   * `every`: these are all values there are. `classes`: each stands for a class that comparisons with the constants of
   * this instrument cannot tell apart. `set`: choices that can be picked together.
   */
  readonly kind: 'every' | 'classes' | 'set'
  /** For `set`: numbers of values that are stored alone, such as missing codes. */
  readonly single: readonly number[]
}

export const isSet = (domain: Domain): boolean => domain.kind === 'set'

/** Where an answer is looked up in conditions, and how it is written into answers. */
export type Variable = {
  readonly key: string
  readonly source: AnswerSource
  readonly domain: Domain
}

/** Stands for every text that no condition asks for. */
export const ANY_TEXT = 'Beispieltext (synthetisch)'

/** How one key is asked about by all conditions together. */
export type Use = {
  readonly constants: Set<string | number | boolean>
  /** Compared in a way that only a complete list of values decides, e.g. added up or part of a text. */
  bare: boolean
}

/** The key of the answer a path speaks of; undefined for what has no domain here. */
export const keyOf = (source: AnswerSource | undefined): string | undefined => {
  if (source === undefined || source.missing !== undefined) return undefined
  if (source.kind === 'context') return `context ${source.name}`
  if (source.kind !== 'item' || source.item === undefined || source.entry === 'other')
    return undefined
  const { item, owner, row } = source
  if (source.comment) return `${item.key}-Comment`
  if (source.entry === 'own')
    return owner === undefined ? undefined : `${owner.key} entry ${item.key}`
  if (owner === undefined) return item.key
  return owner.type === 'matrixdropdown'
    ? `${owner.key} ${row} ${item.key}`
    : `${owner.key} ${item.key}`
}

const EQUALITIES = new Set(['=', '<>'])
const MEMBERSHIPS = new Set(['anyof', 'noneof'])
const SIZES = new Set(['<', '<=', '>', '>='])

/** Notes how the answers in a condition are asked about. */
export const noteUses = (
  condition: Condition,
  {
    place,
    sourceOf,
    usageOf,
  }: {
    readonly place: Place | undefined
    readonly sourceOf: ReturnType<typeof answerSources>
    readonly usageOf: (key: string) => Use
  },
): void => {
  const visit = (part: Condition): void => {
    if (part.kind === 'answer') {
      const key = keyOf(sourceOf(part.path, place))
      if (key !== undefined) usageOf(key).bare = true
      return
    }
    if (part.kind === 'presence' && part.operand.kind === 'answer') {
      const key = keyOf(sourceOf(part.operand.path, place))
      if (key !== undefined) usageOf(key)
      return
    }
    if (part.kind !== 'comparison') {
      for (const inner of partsOf(part)) visit(inner)
      return
    }
    const { left, right, operator } = part
    const isLeft = left.kind === 'answer'
    const asked = isLeft ? left : right
    const given = isLeft ? right : left
    if (asked.kind !== 'answer') {
      visit(left)
      visit(right)
      return
    }
    const source = sourceOf(asked.path, place)
    const key = keyOf(source)
    const values = constantsOf(given)
    if (key === undefined) return
    if (values === undefined || source === undefined) {
      visit(left)
      visit(right)
      return
    }
    const use = usageOf(key)
    const type = source.comment ? 'text' : source.type
    const fits =
      EQUALITIES.has(operator) && given.kind !== 'list'
        ? true
        : MEMBERSHIPS.has(operator)
          ? isLeft && given.kind === 'list'
          : SIZES.has(operator) &&
            given.kind !== 'list' &&
            (type === 'date'
              ? values.every((value) => typeof value === 'string' && ISO_DAY.test(value))
              : values.every((value) => typeof value === 'number'))
    if (!fits) use.bare = true
    for (const value of values) use.constants.add(value)
  }
  visit(condition)
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

const constantsOf = (given: Condition): readonly (string | number | boolean)[] | undefined => {
  if (given.kind === 'constant') return given.value === undefined ? [] : [given.value]
  if (given.kind !== 'list') return undefined
  const values = given.entries.map((entry) =>
    entry.kind === 'constant' && entry.value !== undefined ? entry.value : undefined,
  )
  return values.includes(undefined) ? undefined : (values as (string | number | boolean)[])
}

/** Longest list of numbers that is written out. */
const LONGEST_LIST = 201

/** The domain of one answer, as fine as its uses need it. */
export const domainOf = (
  source: AnswerSource,
  { use, instrument }: { readonly use: Use; readonly instrument: Instrument },
): Domain | undefined => {
  if (source.kind === 'context') {
    const values = source.choices.map(({ value }) => value)
    return values.length > 0 ? every(values) : classes(anyValues(use.constants))
  }
  const { item, owner } = source
  if (item === undefined) return undefined
  if (source.comment) return classes(anyValues(use.constants))
  const codes = missingCodes(item, { owner, instrument })
  const isOpenList =
    source.choices.length === 0 ||
    item.json.choicesByUrl !== undefined ||
    item.json.storeOthersAsComment === false ||
    instrument.survey.storeOthersAsComment === false
  switch (answerTypeOf(item)) {
    case 'choice': {
      const own = source.choices.map(({ value }) => value)
      return isOpenList
        ? classes([...own, ...codes, ...anyValues(use.constants)])
        : every([...own, ...codes])
    }
    case 'choices': {
      if (isOpenList || typeof item.json.valuePropertyName === 'string') return undefined
      const own: readonly unknown[] = source.choices.map(({ value }) => value)
      const values = [...own, ...codes.filter((code) => !own.includes(code))]
      return {
        kind: 'set',
        values,
        single: values.flatMap((_, number) => (number >= own.length ? [number] : [])),
      }
    }
    case 'boolean':
      return every([item.json.valueTrue ?? true, item.json.valueFalse ?? false, ...codes])
    case 'number':
      return numbers(item, use, codes)
    case 'date':
      return classes([...days(item, use.constants), ...codes])
    case 'text':
      return classes([...anyValues(use.constants), ...codes])
    default:
      return undefined
  }
}

const every = (values: readonly unknown[]): Domain => ({
  kind: 'every',
  values: distinct([undefined, ...values]),
  single: [],
})
const classes = (values: readonly unknown[]): Domain => ({
  kind: 'classes',
  values: distinct([undefined, ...values]),
  single: [],
})
const distinct = (values: readonly unknown[]) => [...new Set(values)]

/** Missing codes a question takes as answers. */
const missingCodes = (
  item: Item,
  { owner, instrument }: { readonly owner: Item | undefined; readonly instrument: Instrument },
): readonly number[] => {
  const codesOf = (name: string) =>
    instrument.variables.find((variable) => variable.name === name)?.missing
  return (
    codesOf(item.name) ??
    (owner === undefined ? undefined : codesOf(owner.name)) ??
    []
  ).filter((code) => code !== -99)
}

/** Any text, the texts that are asked for, and numbers below, at and above those asked for. */
const anyValues = (constants: ReadonlySet<string | number | boolean>): readonly unknown[] => {
  const known = [...constants].filter((value) => typeof value !== 'number')
  const numeric = [...constants].filter((value) => typeof value === 'number')
  return [ANY_TEXT, ...known, ...between(numeric, { whole: false })]
}

const between = (
  constants: readonly number[],
  { min, max, whole }: { readonly min?: number; readonly max?: number; readonly whole: boolean },
): readonly number[] => {
  const edges = [
    ...new Set([...constants, ...[min, max].filter((edge) => edge !== undefined)]),
  ].toSorted((one, other) => one - other)
  const middles = edges.flatMap((edge, place) => {
    const next = edges[place + 1]
    if (whole) return [Math.floor(edge) + 1, Math.ceil(edge) - 1]
    return next === undefined ? [edge + 1] : [(edge + next) / 2]
  })
  const first = edges[0]
  return [...edges, ...middles, ...(first === undefined || whole ? [] : [first - 1])]
    .filter(
      (value) =>
        (min === undefined || value >= min) &&
        (max === undefined || value <= max) &&
        (!whole || Number.isInteger(value)),
    )
    .toSorted((one, other) => one - other)
}

const numbers = (item: Item, use: Use, codes: readonly number[]): Domain => {
  const isSlider = item.type === 'slider'
  const min = typeof item.min === 'number' ? item.min : isSlider ? 0 : undefined
  const max = typeof item.max === 'number' ? item.max : isSlider ? 100 : undefined
  const step = item.step ?? (isSlider ? 1 : undefined)
  const whole =
    step !== undefined && Number.isInteger(step) && (min === undefined || Number.isInteger(min))
  if ((use.bare || (step ?? 1) > 1) && whole && min !== undefined && max !== undefined) {
    const count = Math.floor((max - min) / step) + 1
    if (count <= LONGEST_LIST)
      return every([...Array.from({ length: count }, (_, place) => min + place * step), ...codes])
  }
  const constants = [...use.constants].flatMap((value) => {
    const number = typeof value === 'boolean' || value === '' ? Number.NaN : Number(value)
    return Number.isFinite(number) ? [number] : []
  })
  const edges = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  const values = between(constants, { ...edges, whole })
  return classes([...(values.length > 0 ? values : [min ?? 1]), ...codes])
}

const DAY = 86_400_000

const days = (
  { min, max }: Item,
  constants: ReadonlySet<string | number | boolean>,
): readonly string[] => {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
  const edges = [...constants, min, max].filter(
    (value): value is string => typeof value === 'string' && ISO_DAY.test(value),
  )
  const near = edges.flatMap((edge) => {
    const time = Date.parse(edge)
    return Number.isNaN(time) ? [] : [iso(time - DAY), edge, iso(time + DAY)]
  })
  const within = near.filter(
    (day) => (typeof min !== 'string' || day >= min) && (typeof max !== 'string' || day <= max),
  )
  return within.length > 0 ? within : ['2026-06-15']
}
