import {
  type Instrument,
  itemsOf,
  type Pointer,
  pointerTo,
  type StructureProblem,
  structureProblems,
} from '@echolot/instrument'
import { type Base, ConditionRunner, SurveyModel } from 'survey-core'
import { elsewhereProblems } from './elsewhere-problems.ts'
import { patternRisk } from './safe-pattern.ts'

/** One thing to mend before an instrument can be published; paths are JSON pointers into the instrument. */
export type SurveyProblem = StructureProblem

/**
 * Everything that is known to be wrong with an instrument: what survey-core 3.0.4 itself reports on loading the
 * survey and on its expressions, patterns that could run for ever, what leads elsewhere, and the structure problems. Any error keeps it
 * from being published; each one that survey-core reports would otherwise be dropped without a word (R-49).
 */
export const checkSurvey = (instrument: Instrument): readonly SurveyProblem[] => {
  const structure = structureProblems(instrument)
  const library = libraryProblems(instrument)
  const unknownTo = new Set(
    structure.filter(({ rule }) => rule === 'reference-unknown').map(({ path }) => path),
  )
  return [
    ...library.filter(({ rule, path }) => rule !== 'expression-variable' || !unknownTo.has(path)),
    ...patternProblems(instrument),
    ...elsewhereProblems(instrument),
    ...sharedKeyProblems(instrument),
    ...structure,
  ]
}

const libraryProblems = (instrument: Instrument): readonly SurveyProblem[] => {
  const places = new Map<unknown, Pointer>()
  const survey = cloned(instrument.survey, '', places)
  const model = new SurveyModel()
  try {
    model.fromJSON(survey as object, { validatePropertyValues: true })
    const jsonProblems = (model.jsonErrors ?? [])
      .filter((error) => !isOwnLanguage(error, instrument))
      .map((error): SurveyProblem => {
        const { propertyName } = error as { readonly propertyName?: string }
        const at = places.get(error.jsonObj) ?? ''
        return {
          path: `/survey${propertyName !== undefined && error.type === 'unknownproperty' ? pointerTo(at, propertyName) : at}`,
          severity: 'error',
          rule: `json-${error.type}`,
          message:
            error.type === 'incorrecttypeproperty'
              ? `The type “${String((error.jsonObj as { readonly type?: unknown } | undefined)?.type)}” is unknown.`
              : error.message,
          remedy: REMEDIES[error.type] ?? 'Correct this place in the JSON.',
        }
      })
    return [...jsonProblems, ...expressionProblems(model, instrument)]
  } catch (error) {
    return [
      {
        path: '/survey',
        severity: 'error',
        rule: 'json-unreadable',
        message: `The survey cannot be loaded: ${error instanceof Error ? error.message : String(error)}.`,
        remedy: 'Look for empty entries or texts where elements are expected.',
      },
    ]
  } finally {
    model.dispose()
  }
}

/** A locale whose words are not loaded here is no fault when it is one of the instrument's languages. */
const isOwnLanguage = (error: object, { languages }: Instrument): boolean => {
  const { property, value } = error as {
    readonly property?: { readonly name?: string }
    readonly value?: unknown
  }
  return property?.name === 'locale' && languages.some(({ tag }) => tag === value)
}

const REMEDIES: Readonly<Record<string, string>> = {
  unknownproperty:
    'Remove the property or correct its name; this version of the library ignores it silently.',
  incorrecttypeproperty: 'Use a type the library knows; the whole element is dropped otherwise.',
  missingtypeproperty: 'Give the element a type; it is dropped otherwise.',
  requiredproperty: 'Fill in the property.',
  incorrectvalue: 'Use one of the values the property takes.',
  arrayproperty: 'Make it a list.',
}

/** A copy whose objects are known by their place, so that what the library complains about can be found again. */
const cloned = (value: unknown, path: Pointer, places: Map<unknown, Pointer>): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const copy = Array.isArray(value)
    ? value.map((entry, place) => cloned(entry, pointerTo(path, place), places))
    : Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          cloned(inner, pointerTo(path, key), places),
        ]),
      )
  places.set(copy, path)
  return copy
}

const ERRORS = [
  'expression-syntax',
  'expression-function',
  'expression-variable',
  'expression-meaning',
] as const
const WORDS: Readonly<
  Record<(typeof ERRORS)[number], { readonly says: string; readonly remedy: string }>
> = {
  'expression-syntax': {
    says: 'is no expression',
    remedy: 'Check brackets, quotes and operators.',
  },
  'expression-function': {
    says: 'uses an unknown function',
    remedy: 'Use a function of the library; an unknown one is never true.',
  },
  'expression-variable': {
    says: 'names something that is not in this questionnaire',
    remedy: 'Name an item, or declare it under “context”.',
  },
  'expression-meaning': {
    says: 'always gives the same result',
    remedy: 'Remove the condition or compare with something else.',
  },
}

const expressionProblems = (
  model: SurveyModel,
  instrument: Instrument,
): readonly SurveyProblem[] => {
  const computed: readonly unknown[] = Array.isArray(instrument.survey.calculatedValues)
    ? instrument.survey.calculatedValues
    : []
  // The library knows a calculated value only once it has come to something.
  const context = new Set(
    [...(instrument.context ?? []), ...computed].map((value) =>
      String((value as { readonly name?: unknown } | null)?.name).toLowerCase(),
    ),
  )
  const paths = new Map(itemsOf(instrument).map(({ name, path }) => [name, path]))
  return model
    .validateExpressions({ functions: true, variables: true, semantics: true })
    .flatMap(({ obj, propertyName, errors }) =>
      errors.flatMap((error): readonly SurveyProblem[] => {
        if (
          error.errorType === 2 &&
          (context.has((error.variableName ?? '').split(/[.[]/)[0]?.toLowerCase() ?? '') ||
            // The library does not find the words beside an answer, though its conditions read them.
            paths.has((error.variableName ?? '').replace(/-Comment$/, '')))
        )
          return []
        const rule = ERRORS[error.errorType] ?? 'expression-syntax'
        const name = nameOf(obj)
        const detail = error.functionName ?? error.variableName
        return [
          {
            path: `/survey${pointerTo(pathOf(name, instrument, paths), propertyName)}`,
            severity: rule === 'expression-meaning' ? 'warning' : 'error',
            rule,
            message: `${propertyName} of “${name}” ${WORDS[rule].says}${detail === undefined ? '' : `: ${detail}`}.`,
            remedy: WORDS[rule].remedy,
          },
        ]
      }),
    )
}

const nameOf = (obj: Base): string => {
  const { name, value } = obj as { readonly name?: unknown; readonly value?: unknown }
  return String(name ?? value ?? obj.getType())
}

const pathOf = (
  name: string,
  instrument: Instrument,
  paths: ReadonlyMap<string, Pointer>,
): Pointer => {
  const item = paths.get(name)
  if (item !== undefined) return item
  const pages: readonly unknown[] = Array.isArray(instrument.survey.pages)
    ? instrument.survey.pages
    : []
  const place = pages.findIndex(
    (page) => (page as { readonly name?: unknown } | null)?.name === name,
  )
  return place < 0 ? '' : pointerTo('', 'pages', place)
}

const patternProblems = (instrument: Instrument): readonly SurveyProblem[] =>
  itemsOf(instrument).flatMap(({ json, path, name }) => {
    const validators: readonly unknown[] = Array.isArray(json.validators) ? json.validators : []
    return validators.flatMap((validator, place): readonly SurveyProblem[] => {
      const { regex, expression } = (validator ?? {}) as {
        readonly regex?: unknown
        readonly expression?: unknown
      }
      const at = `/survey${pointerTo(path, 'validators', place)}`
      if (
        typeof expression === 'string' &&
        expression !== '' &&
        !new ConditionRunner(expression).canRun()
      )
        return [
          {
            path: at,
            severity: 'error',
            rule: 'expression-syntax',
            message: `A validator of “${name}” is no expression.`,
            remedy: WORDS['expression-syntax'].remedy,
          },
        ]
      const risk = typeof regex === 'string' ? patternRisk(regex) : undefined
      return risk === undefined
        ? []
        : [
            {
              path: at,
              severity: 'error',
              rule: 'pattern-unsafe',
              message: `The pattern of “${name}” ${risk}.`,
              remedy:
                'Use a simpler pattern: no repeats inside repeats, nothing that looks around.',
            },
          ]
    })
  })

const sharedKeyProblems = (instrument: Instrument): readonly SurveyProblem[] => {
  const first = new Map<string, string>()
  return itemsOf(instrument).flatMap(
    ({ key, name, path, parent, role }): readonly SurveyProblem[] => {
      if (parent !== undefined || role === 'text') return []
      const other = first.get(key)
      first.set(key, other ?? name)
      return other === undefined || other === name
        ? []
        : [
            {
              path: `/survey${path}`,
              severity: 'warning',
              rule: 'key-shared',
              message: `“${name}” and “${other}” fill the same answer.`,
              remedy:
                'Answers that several items share are only checked for their size; give each its own where you can.',
            },
          ]
    },
  )
}
