import { ConditionRunner, ExpressionRunner } from 'survey-core'

/** Values a condition can see: answers, context and calculated values, and inside an entry the entry itself. */
export type Scope = {
  readonly values: Readonly<Record<string, unknown>>
  /** `panel`, `panelIndex`, `row`, `item` … of the entry the condition stands in. */
  readonly local?: Readonly<Record<string, unknown>>
  /** Results of conditions that see no entry, by their place; one array a submission. */
  readonly known: (boolean | undefined)[]
}

/** A condition, parsed once. */
export type Condition = {
  readonly source: string
  readonly holds: (scope: Scope) => boolean
}

/** Variables that only mean something inside an entry. */
const LOCAL =
  /^[#$]?(panel|parentPanel|prevPanel|nextPanel|row|prevRow|nextRow|item|choice|self|rowIndex|rowValue|rowName|rowTitle|panelIndex|itemIndex|visibleIndex)(\.|\[|$)/i

/**
 * Parses conditions with survey-core's own expression engine, each source text once. A condition gets to see only
 * the variables it names, which keeps its look-ups short however many answers there are.
 * @param names every key that answers, context and calculated values can have
 */
export const conditionCompiler = (names: readonly string[]) => {
  const compiled = new Map<string, Condition>()
  return (source: string): Condition => {
    const before = compiled.get(source)
    if (before !== undefined) return before
    const condition = compileCondition(source, { names, place: compiled.size })
    compiled.set(source, condition)
    return condition
  }
}

const compileCondition = (
  source: string,
  { names, place }: { readonly names: readonly string[]; readonly place: number },
): Condition => {
  const runner = new ConditionRunner(source)
  if (!runner.canRun()) return { source, holds: () => true }
  if (!isKnown(runner)) return { source, holds: () => false }
  const variables: readonly string[] = runner.getVariables()
  const needed = neededNames(variables, names)
  if (variables.some((name) => LOCAL.test(name)))
    return {
      source,
      holds: ({ values, local }) =>
        attempted(() => runner.runValues({ ...narrowed(values, needed), ...local })) === true,
    }
  return {
    source,
    holds: ({ values, known }) => {
      const before = known[place]
      if (before !== undefined) return before
      const result = attempted(() => runner.runValues(narrowed(values, needed))) === true
      known[place] = result
      return result
    },
  }
}

/**
 * Whether the engine has all functions of an expression, none of which waits for somebody else. What it could only
 * complain about at every run is never run: as in the library an unreadable condition hides nothing, and one with an
 * unknown function never holds. `checkSurvey` names both.
 */
const isKnown = (runner: ConditionRunner | ExpressionRunner): boolean =>
  !runner.isAsync &&
  runner.validate(
    NO_CONTEXT as never,
    { variables: false, functions: true, semantics: false },
    false,
  ).length === 0

/** Only functions are looked up; variables, which would need a context, are not. */
const NO_CONTEXT = undefined

/** An expression, parsed once; undefined when it is no expression. */
export const compileExpression = (
  source: string,
  names: readonly string[],
): ((scope: Scope) => unknown) | undefined => {
  const runner = new ExpressionRunner(source)
  if (!runner.canRun() || !isKnown(runner)) return undefined
  const needed = neededNames(runner.getVariables(), names)
  return ({ values, local }) =>
    attempted(() => runner.runValues({ ...narrowed(values, needed), ...local }))
}

/**
 * The engine throws on values that cannot be compared, such as `{"toString": 0}` for a number. No item takes such an
 * answer, so whichever way the condition falls the answer itself is refused.
 */
const attempted = (run: () => unknown): unknown => {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** The known keys that a condition's variables can mean: the engine ignores case and joins dotted names. */
const neededNames = (variables: readonly string[], names: readonly string[]): readonly string[] => {
  const starts = new Set(
    variables.flatMap((variable) => {
      const steps = variable
        .replace(/^[#$]/, '')
        .toLowerCase()
        .replaceAll(/\[[^\]]*\]/g, '')
        .split('.')
      return steps.map((_, last) => steps.slice(0, last + 1).join('.'))
    }),
  )
  return names.filter((name) => starts.has(name.toLowerCase()))
}

const narrowed = (values: Scope['values'], needed: readonly string[]): Record<string, unknown> => {
  const narrow: Record<string, unknown> = {}
  for (const name of needed) {
    const value = values[name]
    if (value !== undefined && value !== null) narrow[name] = value
  }
  return narrow
}
