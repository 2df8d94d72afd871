import { findingOf, type Report, type Summary } from '@echolot/report'
import type { DisclosedResult, DisclosureAccount } from '../disclosure/disclosed.ts'
import { POLICY } from '../disclosure/policy.ts'
import type { Plan } from '../plan/plan.ts'
import type { ReportPlan } from '../plan/report-plan.ts'
import type { ReportLanguage } from '../plan/told.ts'
import type { Inputs } from './inputs.ts'
import { estimateIn, type Material } from './material.ts'
import { pageIn } from './page-in.ts'
import { cardsPages } from './pages/cards-page.ts'
import { methodPage, type Origins } from './pages/method-page.ts'
import { unknownPage } from './pages/unknown-page.ts'
import { speechOf } from './speech.ts'
import { numberOf } from './standing.ts'

export type ReportOrder = {
  readonly plan: Plan
  readonly report: ReportPlan
  readonly language: ReportLanguage
  /** Only `disclosure/` can make these: nothing else gets into a report. */
  readonly results: readonly DisclosedResult[]
  readonly account: Pick<DisclosureAccount, 'withheld'>
  readonly inputs?: Inputs
  readonly weighted: boolean
  readonly synthetic: boolean
  readonly origins: Origins
  /** `probe` before there are data: pages with empty pictures. */
  readonly stage?: Material['stage']
}

/** Makes the report as a document in one language: summary, pages of the plan, limits and method. */
export const makeReport = (order: ReportOrder): Report => {
  const { plan, report, origins, language, stage = 'results', inputs = {} } = order
  const say = speechOf(language)
  const material: Material = {
    plan,
    report,
    say,
    results: new Map(order.results.map((result) => [result.id, result])),
    weighted: order.weighted,
    inputs,
    stage,
  }
  const pages = report.pages.map((page) => pageIn(page, material))
  const partly = (part: 'main' | 'rest') =>
    pages.filter((page) => (page.part === 'main') === (part === 'main'))
  const released = report.release
  return {
    language,
    version: 0,
    title: say.told(report.title),
    subtitle: say.told(report.subtitle),
    study: say.told(report.study),
    publisher: say.told(report.publisher),
    client: say.told(report.client),
    population: say.told(report.population),
    ...(origins.dataOn === undefined ? {} : { dataOn: origins.dataOn }),
    marks: [
      ...(order.synthetic ? ['synthetic' as const] : []),
      ...(released === undefined ? ['draft' as const] : []),
    ],
    ...(released === undefined ? {} : { released }),
    digests: { data: origins.dataDigest, plan: origins.planDigest, code: origins.codeVersion },
    provenance: provenanceOf(order, material),
    summary: summaryOf(pages, material),
    sections: [
      ...partly('main'),
      unknownPage(material, order.account),
      ...cardsPages(material),
      ...partly('rest'),
      methodPage(material, origins),
    ],
    changes: [],
  }
}

const summaryOf = (pages: Report['sections'], material: Material): Summary => {
  const { say, report, inputs } = material
  const steps = report.pages
    .flatMap((page) => (page.page === 'timeline' ? page.steps : []))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  const [next] = steps
  return {
    intro: introOf(material),
    findings: pages.flatMap((page) => findingOf(page, say.language) ?? []),
    decisions: inputs.feedback?.decisions ?? [],
    unknown: say.t('summary.unknown'),
    ...(next === undefined ? {} : { next: { what: say.told(next.what), on: next.on } }),
    whatIsNew: report.whatIsNew.map(say.told),
  }
}

const introOf = (material: Material): string => {
  const { say, report, plan, stage } = material
  const population = say.told(report.population)
  if (stage === 'probe') return say.t('summary.probe', { population })
  const rates = plan.analyses.find(({ method }) => method === 'aapor')?.id ?? ''
  const rate = numberOf(estimateIn(material, rates, 'RR2'))
  const count = numberOf(estimateIn(material, rates, 'answered'))
  const who =
    count === undefined
      ? say.t('summary.someone')
      : say.t('summary.who', { count, number: say.number(count) })
  const share =
    rate === undefined ? '' : say.t('summary.share', { number: say.number(Math.round(rate * 100)) })
  const whom = say.t(material.weighted ? 'summary.weighted' : 'summary.unweighted', { population })
  return `${who}${share}. ${whom}`
}

/** The line under every page (where from, how many, by which rules). */
const provenanceOf = ({ report, origins, weighted, stage }: ReportOrder, material: Material) => {
  const { say } = material
  const t = say.t
  const id = report.weights
  const n = id === undefined ? undefined : material.results.get(id)?.n
  const nEff = id === undefined ? undefined : numberOf(estimateIn(material, id, 'nEff'))
  const cut = [
    ...(n === undefined
      ? []
      : [
          t('provenance.answers', {
            count: n.shown === 'number' ? n.value : 0,
            number: say.cell(n),
          }),
        ]),
    ...(origins.dataOn === undefined
      ? []
      : [t('provenance.asOf', { day: say.day(origins.dataOn) })]),
  ].join(', ')
  const data = t('provenance.data', { digest: origins.dataDigest.slice(0, 8) })
  return [
    say.told(report.study),
    stage === 'probe' ? t('provenance.probe') : cut === '' ? data : `${data} (${cut})`,
    t('provenance.run', { digest: origins.planDigest.slice(0, 8) }),
    ...(origins.instruments.length === 0
      ? []
      : [t('provenance.instrument', { versions: origins.instruments.join(', ') })]),
    ...(stage === 'probe'
      ? []
      : [
          !weighted
            ? t('provenance.unweighted')
            : nEff === undefined
              ? t('provenance.weighted')
              : t('provenance.effective', { number: say.number(Math.round(nEff)) }),
        ]),
    t('provenance.hidden', { number: say.number(POLICY.leastBase) }),
  ].join(' · ')
}
