import type { Report } from '@echolot/report'
import type { DisclosedResult, DisclosureAccount } from '../disclosure/disclosed.ts'
import type { Plan } from '../plan/plan.ts'
import type { PagePlan, ReportPlan } from '../plan/report-plan.ts'
import type { Material, Page } from './material.ts'
import { estimateIn } from './material.ts'
import { categoriesPage } from './pages/categories-page.ts'
import { comparisonPage } from './pages/comparison-page.ts'
import { compositionPage } from './pages/composition-page.ts'
import { hoursPage } from './pages/hours-page.ts'
import { likertPage } from './pages/likert-page.ts'
import { dayWords, methodPage, type Origins } from './pages/method-page.ts'
import { responsePage } from './pages/response-page.ts'
import { scoresPage } from './pages/scores-page.ts'
import { sharesPage } from './pages/shares-page.ts'
import { unknownPage } from './pages/unknown-page.ts'
import { cellWords, inGerman, numberOf } from './words.ts'

export type ReportOrder = {
  readonly plan: Plan
  readonly report: ReportPlan
  /** Only `disclosure/` can make these: nothing else gets into a report. */
  readonly results: readonly DisclosedResult[]
  readonly account: DisclosureAccount
  readonly weighted: boolean
  readonly synthetic: boolean
  readonly origins: Origins
}

/** Makes the report as a document: summary, pages of the plan, limits and method. */
export const makeReport = (order: ReportOrder): Report => {
  const { plan, report, origins } = order
  const material: Material = {
    plan,
    population: report.population,
    results: new Map(order.results.map((result) => [result.id, result])),
    weighted: order.weighted,
  }
  const pages = report.pages.map((page) => pageOf(page, material))
  const released = report.release
  return {
    language: 'de',
    version: 0,
    title: report.title,
    subtitle: report.subtitle,
    study: report.study,
    publisher: report.publisher,
    client: report.client,
    population: report.population,
    ...(origins.dataOn === undefined ? {} : { dataOn: origins.dataOn }),
    marks: [
      ...(order.synthetic ? ['synthetic' as const] : []),
      ...(released === undefined ? ['draft' as const] : []),
    ],
    ...(released === undefined ? {} : { released }),
    digests: { data: origins.dataDigest, plan: origins.planDigest, code: origins.codeVersion },
    provenance: provenanceOf(order, material),
    summary: {
      intro: introOf(material),
      findings: pages.flatMap(({ finding }) => (finding === undefined ? [] : [finding])),
      decisions: [],
      unknown:
        'Wer nicht geantwortet hat, denkt vielleicht anders. Die Befragung zeigt, wie es ist, nicht warum. Mehr dazu auf der Seite „Was wir nicht wissen“.',
      whatIsNew: [],
    },
    sections: [
      ...pages.map(({ section }) => section),
      unknownPage(material, order.account),
      methodPage(material, origins),
    ],
    changes: [],
  }
}

const pageOf = (page: PagePlan, material: Material): Page => {
  switch (page.page) {
    case 'response':
      return responsePage(page, material)
    case 'composition':
      return compositionPage(page, material)
    case 'hours':
      return hoursPage(page, material)
    case 'shares':
      return sharesPage(page, material)
    case 'scores':
      return scoresPage(page, material)
    case 'categories':
      return categoriesPage(page, material)
    case 'likert':
      return likertPage(page, material)
    case 'comparison':
      return comparisonPage(page, material)
  }
}

const introOf = (material: Material): string => {
  const rates = material.plan.analyses.find(({ method }) => method === 'aapor')?.id ?? ''
  const answered = estimateIn(material, rates, 'answered')
  const rate = numberOf(estimateIn(material, rates, 'RR2'))
  const count = numberOf(answered)
  const who =
    count === undefined
      ? 'Menschen haben geantwortet'
      : `${inGerman(count)} Menschen haben geantwortet`
  const share =
    rate === undefined ? '' : `, ${inGerman(Math.round(rate * 100))} von 100 angeschriebenen`
  const weighting = material.weighted
    ? `Die Antworten sind hochgerechnet auf: ${material.population}.`
    : `Gefragt waren: ${material.population}.`
  return `${who}${share}. ${weighting}`
}

/** The line under every page (where from, how many, by which rules). */
const provenanceOf = ({ report, origins, weighted }: ReportOrder, material: Material): string => {
  const id = report.weights
  const n = id === undefined ? undefined : material.results.get(id)?.n
  const nEff = id === undefined ? undefined : numberOf(estimateIn(material, id, 'nEff'))
  return [
    report.study,
    `Daten ${origins.dataDigest.slice(0, 8)}${n === undefined ? '' : ` (${cellWords(n)} Antworten${origins.dataOn === undefined ? '' : `, Stand ${dayWords(origins.dataOn)}`})`}`,
    `Auswertung ${origins.planDigest.slice(0, 8)}`,
    ...(origins.instruments.length === 0 ? [] : [`Fragebogen ${origins.instruments.join(', ')}`]),
    weighted
      ? `gewichtet${nEff === undefined ? '' : `, effektiv ${inGerman(Math.round(nEff))}`}`
      : 'nicht gewichtet',
    'Unterdrückung ab n < 10',
  ].join(' · ')
}
