import { ConditionRunner, ExpressionRunner } from 'survey-core'
import type { AnswerSource } from './answer-source.ts'
import { answersIn, type Condition, callsIn, isTruth, partsOf } from './condition.ts'
import { ANY_TEXT, type Domain, isSet, keyOf } from './domains.ts'
import { all, FALSE, type Formula, negated, some, TRUE } from './formula.ts'
import type { Place } from './places-of.ts'
import { printCondition } from './print-condition.ts'

/** Functions whose result hangs on their arguments alone. */
const PURE = new Set([...['iif', 'sum', 'avg', 'min', 'max', 'round', 'trunc', 'substring']])

/** Most combinations of values that are tried for one comparison. */
const MOST = 16_384
/** Most choices of one question that one comparison may tell apart one by one. */
const MOST_CHOICES = 8

export type Atoms = {
  /** What a condition says about the answers; what cannot be computed is open. */
  readonly formulaOf: (
    condition: Condition,
    at: { readonly place: Place; readonly offered?: unknown },
  ) => Formula
}

type House = {
  readonly sourceOf: (path: string, place?: Place) => AnswerSource | undefined
  /** Domain of a key, and whether somebody asks for it in a way only a complete list decides. */
  readonly domains: ReadonlyMap<string, Domain>
  readonly isBare: (key: string) => boolean
  /** The expression behind a calculated value. */
  readonly calculated: ReadonlyMap<string, Condition>
  /** Keys of the parts of a matrix or of several texts, by its own key. */
  readonly partKeys: ReadonlyMap<string, readonly string[]>
}

/** One answer that a comparison looks at, by the steps under which survey-core finds it. */
type Asked = { readonly key: string; readonly steps: readonly string[]; readonly domain: Domain }

/** Turns conditions into formulas by asking survey-core itself about every combination of values that matters. */
export const makeAtoms = (house: House): Atoms => {
  const kept = new Map<string, Formula>()

  const formulaOf: Atoms['formulaOf'] = (condition, at) => {
    if ((condition.kind === 'and' || condition.kind === 'or') && condition.parts.every(isTruth)) {
      const parts = condition.parts.map((part) => formulaOf(part, at))
      return condition.kind === 'and' ? all(parts) : some(parts)
    }
    if (condition.kind === 'not' && isTruth(condition.part))
      return negated(formulaOf(condition.part, at))
    const text = printCondition(condition)
    const isLocal = answersIn(condition).some((path) => LOCAL.test(path))
    const name = isLocal ? `${text} @${at.place.path} ${JSON.stringify(at.offered) ?? ''}` : text
    const before = kept.get(name)
    if (before !== undefined) return before
    const made = atomOf(condition, { ...at, text, name })
    kept.set(name, made)
    return made
  }

  const atomOf = (
    condition: Condition,
    at: {
      readonly place: Place
      readonly offered?: unknown
      readonly text: string
      readonly name: string
    },
  ): Formula => {
    const open: Formula = { kind: 'open', name: at.name }
    const whole = presenceOfWhole(condition, at.place)
    if (whole !== undefined) return whole
    const asked = new Map<string, Asked>()
    const calculated = new Map<string, Condition>()
    if (!collect(condition, { place: at.place, asked, calculated, depth: 0 })) return open
    const run = runnerFor(at.text, { calculated, place: at.place, offered: at.offered })
    const list = [...asked.values()]
    const sets = list.filter(({ domain }) => isSet(domain))
    const [first] = sets
    if (first !== undefined)
      return list.length === 1 && calculated.size === 0
        ? (aboutSet(condition, first, run) ?? open)
        : open
    if (list.reduce((product, { domain }) => product * domain.values.length, 1) > MOST) return open
    return table(list, [], run)
  }

  /** Notes the answers a condition looks at, those behind calculated values included; false if one has no domain. */
  const collect = (
    condition: Condition,
    into: {
      readonly place: Place
      readonly asked: Map<string, Asked>
      readonly calculated: Map<string, Condition>
      readonly depth: number
    },
  ): boolean => {
    if (into.depth > 20 || callsIn(condition).some((name) => !PURE.has(name))) return false
    for (const path of answersIn(condition)) {
      const source = house.sourceOf(path, into.place)
      if (source === undefined || source.missing !== undefined) return false
      if (source.kind === 'offered' && /^(item|choice)$/i.test(path)) continue
      if (source.kind === 'calculated') {
        const expression = house.calculated.get(source.name)
        if (expression === undefined) return false
        if (into.calculated.has(source.name)) continue
        if (!collect(expression, { ...into, depth: into.depth + 1 })) return false
        into.calculated.set(source.name, expression)
        continue
      }
      const key = keyOf(source)
      const domain = key === undefined ? undefined : house.domains.get(key)
      if (key === undefined || domain === undefined) return false
      if (domain.kind === 'classes' && house.isBare(key)) return false
      asked(into.asked, { key, steps: stepsOf(path, source), domain })
    }
    return true
  }

  /** `{views} empty` for a matrix is about all its rows. */
  const presenceOfWhole = (condition: Condition, place: Place): Formula | undefined => {
    if (condition.kind !== 'presence' || condition.operand.kind !== 'answer') return undefined
    const source = house.sourceOf(condition.operand.path, place)
    if (source?.type !== 'matrix' || source.missing !== undefined) return undefined
    const keys = house.partKeys.get(source.item?.key ?? '')
    if (keys === undefined || keys.some((key) => !house.domains.has(key))) return undefined
    const empty = all(
      keys.map((key) => {
        const domain = house.domains.get(key)
        return domain !== undefined && isSet(domain)
          ? noneIn(key, domain)
          : { kind: 'among', key, values: [0] }
      }),
    )
    return condition.operator === 'empty' ? empty : negated(empty)
  }

  return { formulaOf }
}

const LOCAL = /^(panel|row|item|choice|self)(\.|$)/i

const asked = (into: Map<string, Asked>, entry: Asked) => {
  if (!into.has(entry.key)) into.set(entry.key, entry)
}

/** Where survey-core looks a path up: dotted names stay whole, rows and entries are steps of their own. */
const stepsOf = (
  path: string,
  { owner, row, item, entry, comment }: AnswerSource,
): readonly string[] => {
  if (item === undefined || comment) return [path]
  if (entry === 'own') return [/^row\./i.test(path) ? 'row' : 'panel', item.key]
  if (owner === undefined) return [item.key]
  return owner.type === 'matrixdropdown' ? [owner.key, row ?? '', item.key] : [owner.key, item.key]
}

type Run = (values: ReadonlyMap<Asked, unknown>) => boolean

/** Asks survey-core whether a condition holds for these values. */
const runnerFor = (
  text: string,
  {
    calculated,
    offered,
  }: {
    readonly calculated: ReadonlyMap<string, Condition>
    readonly place: Place
    readonly offered: unknown
  },
): Run => {
  const runner = new ConditionRunner(text)
  const expressions = [...calculated].map(
    ([name, condition]) => [name, new ExpressionRunner(printCondition(condition))] as const,
  )
  return (values) => {
    const seen: Record<string, unknown> = {}
    if (offered !== undefined) Object.assign(seen, { item: offered, choice: offered })
    for (const [{ steps }, value] of values) if (value !== undefined) put(seen, steps, value)
    try {
      for (const [name, expression] of expressions) {
        const value = expression.runValues({ ...seen })
        if (value !== undefined && value !== null) seen[name] = value
      }
      return runner.runValues(seen) === true
    } catch {
      return false
    }
  }
}

const put = (into: Record<string, unknown>, steps: readonly string[], value: unknown): void => {
  const [step = '', ...rest] = steps
  if (rest.length === 0) {
    into[step] = value
    return
  }
  const inner = (into[step] ?? {}) as Record<string, unknown>
  into[step] = inner
  put(inner, rest, value)
}

/** All combinations of the values, gathered into one formula; equal columns are said once. */
const table = (
  left: readonly Asked[],
  given: readonly (readonly [Asked, unknown])[],
  run: Run,
): Formula => {
  const [first, ...rest] = left
  if (first === undefined) return run(new Map(given)) ? TRUE : FALSE
  const groups = new Map<string, { readonly formula: Formula; readonly values: number[] }>()
  for (const [number, value] of first.domain.values.entries()) {
    const formula = table(rest, [...given, [first, value]], run)
    const name = JSON.stringify(formula)
    const group = groups.get(name) ?? { formula, values: [] }
    group.values.push(number)
    groups.set(name, group)
  }
  if (groups.size === 1) return [...groups.values()][0]?.formula ?? FALSE
  return some(
    [...groups.values()].map(({ formula, values }) =>
      all([{ kind: 'among', key: first.key, values }, formula]),
    ),
  )
}

/** No choice of a question with several answers. */
export const noneIn = (key: string, domain: Domain): Formula =>
  all(domain.values.map((_, choice) => negated({ kind: 'picked', key, choice })))

/** A comparison of several answers: only the choices it names, and whether there are others, can matter. */
const aboutSet = (condition: Condition, asked: Asked, run: Run): Formula | undefined => {
  if (condition.kind !== 'comparison' && condition.kind !== 'presence') return undefined
  if (condition.kind === 'presence' && condition.operand.kind !== 'answer') return undefined
  if (condition.kind === 'comparison') {
    const { left, right, operator } = condition
    const isPlain =
      left.kind === 'answer' &&
      !['<', '<=', '>', '>='].includes(operator) &&
      partsOf(condition).every(({ kind }) => kind !== 'call' && kind !== 'arithmetic')
    if (!isPlain || answersIn(right).length > 0) return undefined
  }
  const { key, domain } = asked
  const named = new Set(
    condition.kind === 'comparison'
      ? (condition.right.kind === 'list' ? condition.right.entries : [condition.right]).flatMap(
          (entry) => (entry.kind === 'constant' ? [String(entry.value).toLowerCase()] : []),
        )
      : [],
  )
  const own = domain.values.flatMap((value, choice) =>
    named.has(String(value).toLowerCase()) && !domain.single.includes(choice) ? [choice] : [],
  )
  if (own.length > MOST_CHOICES) return undefined
  const others = domain.values.flatMap((_, choice) =>
    own.includes(choice) || domain.single.includes(choice) ? [] : [choice],
  )
  const picked = (choice: number): Formula => ({ kind: 'picked', key, choice })
  const other = some(others.map(picked))
  const alone = all(domain.single.map((choice) => negated(picked(choice))))
  const cases: Formula[] = domain.single.flatMap((choice) =>
    run(new Map([[asked, domain.values[choice]]])) ? [picked(choice)] : [],
  )
  for (let subset = 0; subset < 2 ** own.length; subset++) {
    const chosen = own.filter((_, place) => (subset >> place) & 1)
    const exactly = all([
      alone,
      ...own.map((choice) => (chosen.includes(choice) ? picked(choice) : negated(picked(choice)))),
    ])
    for (const withOther of others.length > 0 ? [false, true] : [false]) {
      const values = [
        ...chosen.map((choice) => domain.values[choice]),
        ...(withOther ? [domain.values[others[0] ?? 0] ?? ANY_TEXT] : []),
      ]
      if (run(new Map([[asked, values.length === 0 ? undefined : values]])))
        cases.push(all([exactly, withOther ? other : negated(other)]))
    }
  }
  return some(cases)
}
