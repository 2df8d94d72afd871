import { codebookOf } from './codebook-of.ts'
import { compareInstruments, type InstrumentChange } from './compare-instruments.ts'
import type { Instrument } from './instrument.ts'

/** What keeps a version from being published while the one before is in the field. */
export type ForkProblem = {
  readonly path: string
  readonly severity: 'error'
  readonly rule: 'fork-reason' | 'fork-mapping'
  readonly message: string
  readonly remedy: string
}

/** Names whose answers in two versions do not measure the same: each needs a word on whether they may be pooled. */
export const changedMeasures = (before: Instrument, after: Instrument): readonly string[] => [
  ...new Set(measureChanges(before, after).map(({ name }) => name)),
]

/**
 * A version that takes the place of one in the field says why, and for each item that measures something else
 * whether its answers may be pooled with the earlier ones.
 */
export const forkProblems = (before: Instrument, after: Instrument): readonly ForkProblem[] => {
  const { fork } = after
  const reason: readonly ForkProblem[] =
    fork !== undefined && fork.from === before.version && fork.reason.trim() !== ''
      ? []
      : [
          {
            path: '/fork/reason',
            severity: 'error',
            rule: 'fork-reason',
            message: `Version ${before.version} is in the field, and nothing says why it is left.`,
            remedy: 'Write the reason for the new version.',
          },
        ]
  const mapped = new Set(
    (fork?.mapping ?? []).filter(({ note }) => note.trim() !== '').map(({ name }) => name),
  )
  return [
    ...reason,
    ...changedMeasures(before, after)
      .filter((name) => !mapped.has(name))
      .map(
        (name): ForkProblem => ({
          path: '/fork/mapping',
          severity: 'error',
          rule: 'fork-mapping',
          message: `“${name}” measures something else than in version ${before.version}, which is in the field.`,
          remedy: 'Say whether its answers may be pooled with the earlier ones, and why.',
        }),
      ),
  ]
}

/** A variable that was asked in two versions which measure different things. */
export type Unpooled = {
  readonly variable: string
  readonly from: string
  readonly to: string
  readonly message: string
}

/**
 * Variables of data from several versions of a questionnaire that may not be analysed together: they measure different
 * things, and no version says that they may be pooled.
 */
export const unpooledVariables = (versions: readonly Instrument[]): readonly Unpooled[] => {
  const ordered = versions.toSorted((one, other) =>
    one.version.localeCompare(other.version, 'en', { numeric: true }),
  )
  return ordered.slice(1).flatMap((after, place) => {
    const before = ordered[place] as Instrument
    const pooled = new Set(
      (after.fork?.mapping ?? []).filter(({ pool }) => pool === 'together').map(({ name }) => name),
    )
    const variables = codebookOf(after).variables
    return measureChanges(before, after)
      .filter(({ name }) => !pooled.has(name))
      .flatMap(({ name, message }) =>
        variables
          .filter((variable) => variable.name === name || variable.item === name)
          .filter((variable) => !pooled.has(variable.name) && !pooled.has(variable.item))
          .map((variable) => ({
            variable: variable.name,
            from: before.version,
            to: after.version,
            message,
          })),
      )
  })
}

/** Breaking changes of what is asked in both versions; a variable that is gone is in one of them only. */
const measureChanges = (before: Instrument, after: Instrument): readonly InstrumentChange[] =>
  compareInstruments(before, after).changes.filter(
    ({ kind, rule }) =>
      kind === 'breaking' &&
      !['variable-removed', 'scale-removed', 'scale-key', 'source-language'].includes(rule),
  )
