import type { Section } from '@echolot/report'
import type { DisclosureAccount } from '../../disclosure/disclosed.ts'
import type { AnalysisPlan, Plan } from '../../plan/plan.ts'
import { estimateIn, type Material, nameIn } from '../material.ts'
import { numberOf } from '../standing.ts'

/** A place or group with fewer answers than this gets no numbers of its own. */
const OWN_NUMBERS_FROM = 20
/** Below it a scale is not reliable. */
const WEAK = 0.6

/** “Was wir nicht wissen”: what the report finds itself, then the sentences of the plan. */
export const unknownPage = (
  material: Material,
  { withheld }: Pick<DisclosureAccount, 'withheld'>,
): Section => {
  const { say } = material
  const t = say.t
  return {
    id: 'was-wir-nicht-wissen',
    part: 'main',
    question: t('unknown.question'),
    heading: t('unknown.heading'),
    blocks: [
      {
        kind: 'list',
        items: [
          ...silence(material),
          ...smallGroups(material),
          ...reliability(material),
          ...material.report.unknown.map(say.told),
          ...leftOut(material),
          ...(withheld.length === 0
            ? []
            : [
                t('unknown.withheld', {
                  count: withheld.length,
                  number: say.number(withheld.length),
                }),
              ]),
        ],
      },
    ],
  }
}

const silence = (material: Material): string[] => {
  const rates = analysesOf(material.plan, 'aapor')[0]
  if (rates === undefined) return []
  const cases = numberOf(estimateIn(material, rates.id, 'cases'))
  const answered = numberOf(estimateIn(material, rates.id, 'answered'))
  if (cases === undefined || answered === undefined || cases === 0) return []
  const silent = material.say.number(Math.round((1 - answered / cases) * 100))
  return [material.say.t('unknown.silent', { number: silent })]
}

const smallGroups = (material: Material): string[] => {
  const { say } = material
  const groups = analysesOf(material.plan, 'composition').flatMap(({ id, variables }) =>
    variables.flatMap(({ variable, categories }) => {
      const table = material.results.get(id)?.tables[variable]
      return categories.flatMap(({ label }, i) => {
        const cell = table?.cells[i]?.[0]
        if (cell === undefined || cell === null) return []
        return cell.shown === 'nothing' || cell.value < OWN_NUMBERS_FROM
          ? [`${nameIn(material, label)} (${say.cell(cell)})`]
          : []
      })
    }),
  )
  return groups.length === 0 ? [] : [say.t('unknown.small', { groups: say.list(groups) })]
}

const reliability = (material: Material): string[] => {
  const { say } = material
  const alphas = material.report.scales
    .map(({ alpha }) => numberOf(estimateIn(material, alpha, 'alpha')))
    .filter((alpha) => alpha !== undefined)
  if (alphas.length === 0) return []
  const [low, high] = [Math.min(...alphas), Math.max(...alphas)]
  const sentence = say.t('unknown.reliability', {
    low: say.fixed(low, 2),
    high: say.fixed(high, 2),
  })
  return [
    low < WEAK ? `${sentence} ${say.t('unknown.weak', { number: say.fixed(WEAK, 2) })}` : sentence,
  ]
}

const leftOut = ({ report, results, say }: Material): string[] => {
  const warnings = report.weights === undefined ? [] : results.get(report.weights)?.warnings
  return warnings?.some((warning) => warning.startsWith('margin')) ? [say.t('unknown.leftOut')] : []
}

const analysesOf = <Method extends AnalysisPlan['method']>(plan: Plan, method: Method) =>
  plan.analyses.filter(
    (analysis): analysis is Extract<AnalysisPlan, { method: Method }> => analysis.method === method,
  )
