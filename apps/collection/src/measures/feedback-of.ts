import {
  type Feedback,
  isPromised,
  type Measure,
  OWNERS,
  type Recommendation,
} from '@echolot/contract/measures'
import type { ReportLanguage } from '@echolot/contract/reports'

/**
 * What recommendations and measures give to a report and to the sheet for families. The sheet names what was decided,
 * and what was given up with its reason; what is still being looked into promises nothing.
 * @param names headings of the pages, by section
 */
export const feedbackOf = (
  recommendations: readonly Recommendation[],
  language: ReportLanguage,
  names: ReadonlyMap<string, string>,
): Feedback => {
  const say = ({ de, en }: { readonly de: string; readonly en: string }) =>
    language === 'en' && en !== '' ? en : de
  // In the order in which they were proposed, so that a measure keeps its number from version to version.
  const measures = recommendations
    .flatMap((recommendation) =>
      recommendation.measures.map((measure) => ({ recommendation, measure })),
    )
    .sort(({ measure: a }, { measure: b }) => (proposedOn(a) < proposedOn(b) ? -1 : 1))
  const decided = measures.filter(({ measure }) => isPromised(measure.state))
  const line = (kind: 'plain' | 'easy') =>
    decided.flatMap(({ measure }) => measure.forFamilies[kind] || [])
  return {
    decisions: recommendations.map(({ texts }) => say(texts)),
    rows: measures.map(({ recommendation, measure }) => ({
      findings: recommendation.findings.map(({ section }) => nameOf(names.get(section) ?? section)),
      recommendation: say(recommendation.texts),
      measure: say(measure.texts),
      office: measure.office,
      due: measure.due,
      overdue: measure.overdue,
      state: measure.state,
      why: lastReason(measure.history),
      history: stepsOf(measure),
    })),
    happens: { plain: line('plain'), easy: line('easy') },
    not: measures
      .filter(({ measure }) => measure.state === 'not-pursued')
      .map(({ measure }) => ({
        what: measure.forFamilies.plain || say(measure.texts),
        because: lastReason(measure.history),
      })),
  }
}

const lastReason = (history: Recommendation['measures'][number]['history']): string =>
  history.findLast(({ state }) => state !== null)?.why ?? ''

/** Steps without persons; changes of words and dates stay in the tracker. */
const stepsOf = ({ history }: Measure): Feedback['rows'][number]['history'] =>
  history.flatMap(({ on, role, state, why }) => {
    const by = OWNERS.find((owner) => owner === role)
    return state === null || by === undefined ? [] : [{ on, by, state, why }]
  })

const proposedOn = ({ history, id }: Measure): string => `${history[0]?.on} ${id}`

/** Names of findings end like sentences in the summary. */
const nameOf = (short: string) => short.replace(/\.$/, '')
