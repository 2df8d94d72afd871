import type { Instrument } from '@echolot/instrument'
import { SurveyModel } from 'survey-core'
import { prepareModel } from './prepare-model.ts'
import { shownItems } from './shown-items.ts'
import { shownOf } from './shown-of.ts'
import { simulate } from './simulate.ts'

/** A made-up respondent to whom survey-core shows other items than our conditions say. */
export type RouteDifference = {
  readonly answers: Readonly<Record<string, unknown>>
  /** Shown by survey-core alone. */
  readonly library: readonly string[]
  /** Shown by our conditions alone. */
  readonly ours: readonly string[]
}

/**
 * Walks made-up respondents through survey-core and through the compiled conditions and reports where they disagree.
 * Our validator refuses answers to items it takes for hidden, so an instrument with differences must not go live:
 * run this once before publishing (a respondent takes some 5 to 50 ms).
 */
export const routeDifferences = (
  instrument: Instrument,
  {
    n,
    seed,
    context = {},
  }: {
    readonly n: number
    readonly seed: number
    readonly context?: Readonly<Record<string, unknown>>
  },
): readonly RouteDifference[] => {
  const model = new SurveyModel(instrument.survey)
  prepareModel(model, instrument, context)
  const differences = simulate(instrument, {
    n,
    seed,
    context,
    nonResponse: 0.1,
    missingCodes: 0.05,
  }).flatMap(({ answers }) => {
    model.clear(true, true)
    for (const [name, value] of Object.entries(context)) model.setVariable(name, value)
    model.data = structuredClone(answers)
    const seen = shownOf(model)
    const ours = shownItems(instrument, { ...model.data }, { context })
    const library = new Set(seen)
    const own = new Set(ours)
    const difference: RouteDifference = {
      answers,
      library: [...library].filter((name) => !own.has(name)),
      ours: [...own].filter((name) => !library.has(name)),
    }
    return difference.library.length + difference.ours.length === 0 ? [] : [difference]
  })
  model.dispose()
  return differences
}
