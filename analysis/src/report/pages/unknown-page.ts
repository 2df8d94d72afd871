import type { Section } from '@echolot/report'
import type { DisclosureAccount } from '../../disclosure/disclosed.ts'
import type { AnalysisPlan, Plan } from '../../plan/plan.ts'
import { estimateIn, type Material } from '../material.ts'
import { cellWords, fixedInGerman, inGerman, listed, numberOf } from '../words.ts'

/** A place or group with fewer answers than this gets no numbers of its own. */
const OWN_NUMBERS_FROM = 20

/** “Was wir nicht wissen”: what the report finds itself, then the sentences of the plan. */
export const unknownPage = (material: Material, account: DisclosureAccount): Section => ({
  id: 'was-wir-nicht-wissen',
  part: 'main',
  question: 'Wo die Grenzen liegen',
  heading: 'Was wir nicht wissen',
  blocks: [
    {
      kind: 'list',
      items: [
        ...silence(material),
        ...smallGroups(material),
        ...reliability(material),
        ...(material.plan.report?.unknown ?? []),
        ...leftOut(material),
        ...(account.withheld.length === 0
          ? []
          : [
              `${inGerman(account.withheld.length)} Zahlen zeigen wir nicht: weil zu wenige Menschen dahinter stehen, weil sie andere verraten würden oder weil sie zu unsicher sind.`,
            ]),
      ],
    },
  ],
})

const silence = (material: Material): string[] => {
  const rates = analysesOf(material.plan, 'aapor')[0]
  if (rates === undefined) return []
  const cases = numberOf(estimateIn(material, rates.id, 'cases'))
  const answered = numberOf(estimateIn(material, rates.id, 'answered'))
  if (cases === undefined || answered === undefined || cases === 0) return []
  const silent = Math.round((1 - answered / cases) * 100)
  return [
    `${inGerman(silent)} von 100 angeschriebenen Personen haben nicht geantwortet. Wir wissen nicht, was sie denken.`,
  ]
}

const smallGroups = (material: Material): string[] => {
  const groups = analysesOf(material.plan, 'composition').flatMap(({ id, variables }) =>
    variables.flatMap(({ variable, categories }) => {
      const table = material.results.get(id)?.tables[variable]
      return categories.flatMap(({ label }, i) => {
        const cell = table?.cells[i]?.[0]
        if (cell === undefined || cell === null) return []
        return cell.shown === 'nothing' || cell.value < OWN_NUMBERS_FROM
          ? [`${label} (${cellWords(cell)})`]
          : []
      })
    }),
  )
  return groups.length === 0
    ? []
    : [
        `Für eigene Zahlen reichen die Antworten nicht aus bei: ${listed(groups)}. In Klammern steht die Zahl der Antworten.`,
      ]
}

const reliability = (material: Material): string[] => {
  const alphas = (material.plan.report?.scales ?? [])
    .map(({ alpha }) => numberOf(estimateIn(material, alpha, 'alpha')))
    .filter((alpha) => alpha !== undefined)
  if (alphas.length === 0) return []
  const [low, high] = [Math.min(...alphas), Math.max(...alphas)].map((alpha) =>
    fixedInGerman(alpha, 2),
  )
  return [
    `Die Skalen sind neu und mit anderen Studien nicht vergleichbar. Ihre Zuverlässigkeit (Alpha) liegt ${low === high ? `bei ${low}` : `zwischen ${low} und ${high}`}${Math.min(...alphas) < 0.6 ? '; unter 0,60 ist eine Skala nicht verlässlich' : ''}.`,
  ]
}

const leftOut = (material: Material): string[] => {
  const id = material.plan.report?.weights
  const warnings = id === undefined ? [] : (material.results.get(id)?.warnings ?? [])
  return warnings.some((warning) => warning.startsWith('margin'))
    ? [
        'Ein Merkmal der Grundgesamtheit konnten wir nicht ausgleichen: In einer seiner Gruppen haben zu wenige oder niemand geantwortet.',
      ]
    : []
}

const analysesOf = <Method extends AnalysisPlan['method']>(plan: Plan, method: Method) =>
  plan.analyses.filter(
    (analysis): analysis is Extract<AnalysisPlan, { method: Method }> => analysis.method === method,
  )
