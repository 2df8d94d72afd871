import type { Block, Figure, Section, Values, Wording } from '@echolot/report'
import { worded } from '@echolot/report'
import type { By } from '../analyses/fields.ts'
import type { DisclosedEstimate, DisclosedResult } from '../disclosure/disclosed.ts'
import type { AnalysisPlan, Plan } from '../plan/plan.ts'
import type { PagePlan, ReportPlan } from '../plan/report-plan.ts'
import type { Told } from '../plan/told.ts'
import type { Inputs } from './inputs.ts'
import type { Speech } from './speech.ts'
import { baseOf, strengthOf } from './standing.ts'

/** All a page may draw on: disclosed results, and the words of the plan in one language. */
export type Material = {
  readonly plan: Plan
  readonly report: ReportPlan
  readonly results: ReadonlyMap<string, DisclosedResult>
  readonly weighted: boolean
  readonly say: Speech
  /** What comes from elsewhere than the answers' numbers: coded themes, measures. */
  readonly inputs: Inputs
  /** `probe` before fieldwork: pages with empty pictures, to agree on what will be shown. */
  readonly stage: 'probe' | 'results'
}

export const estimateIn = (
  { results }: Material,
  id: string,
  key: string,
): DisclosedEstimate | undefined => results.get(id)?.estimates[key]

/** A name that an analysis gives to a group or category, in the language of the report. */
export const nameIn = ({ report, say }: Material, name: string): string =>
  report.names[say.language]?.[name] ?? name

/** The groups that an analysis compares, with their words. */
export const groupsOf = (material: Material, id: string): By['groups'] => {
  const analysis: AnalysisPlan | undefined = material.plan.analyses.find((other) => other.id === id)
  return analysis !== undefined && 'by' in analysis && typeof analysis.by === 'object'
    ? analysis.by.groups.map(({ value, label }) => ({ value, label: nameIn(material, label) }))
    : []
}

/** `268 Antworten, gewichtet`: what goes under every figure. */
export const basisOf = (
  { results, weighted, say }: Material,
  id: string,
  estimates: readonly (DisclosedEstimate | undefined)[] = [],
): string => {
  const bases = estimates.map(baseOf).filter((base) => base !== undefined)
  const [low, high] = [Math.min(...bases), Math.max(...bases)]
  const n = results.get(id)?.n
  const answers =
    bases.length > 0 && low < high
      ? say.t('numbers.answersBetween', { low: say.number(low), high: say.number(high) })
      : say.t('numbers.answers', {
          count: bases[0] ?? (n?.shown === 'number' ? n.value : 0),
          number: bases[0] === undefined ? say.cell(n) : say.number(bases[0]),
        })
  return `${answers}, ${say.t(weighted ? 'numbers.weighted' : 'numbers.unweighted')}`
}

/** Name of a page for ever: the plan's own, or made from the question in the report's first language. */
export const idOf = ({ report }: Material, page: PagePlan): string =>
  page.id ?? slugOf(firstOf(page.question, report))

const firstOf = (told: Told, { languages }: ReportPlan) =>
  typeof told === 'string' ? told : (told[languages[0] ?? 'de'] ?? '')

export const slugOf = (words: string): string =>
  words
    .toLocaleLowerCase('de')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-|-$/g, '')

/** What a page found, before it is a section. */
export type PageFound = {
  readonly blocks: readonly Block[]
  /** Undefined where nothing can be told: then the page says so, and lends nothing to the summary. */
  readonly told:
    | {
        readonly heading: string
        readonly see: string
        readonly sure?: string
        readonly brief?: string
        /** `left-out` for pages of which too little can be told. */
        readonly summary?: 'left-out'
      }
    | undefined
  /** The number that the finding rests on. */
  readonly rests?: DisclosedEstimate | undefined
  readonly values?: Values
  readonly part?: Section['part']
}

/** One page as a section: headed by its finding, three lines under its picture, cards with questions at the end. */
export const sectionOf = (
  page: PagePlan,
  material: Material,
  { blocks, told, rests, values = {}, part = 'main' }: PageFound,
): Section => {
  const { say, stage } = material
  const strength = strengthOf(rests)
  const wording: Wording = {
    heading:
      told?.heading ??
      (stage === 'probe'
        ? say.told(page.question)
        : `${say.told(page.question)} – ${say.t('page.tooFew')}`),
    see: told?.see ?? say.t(stage === 'probe' ? 'page.probe' : 'page.nothing'),
    sure:
      (told === undefined ? undefined : told.sure) ??
      (stage === 'probe' ? say.t('page.probeSure') : say.strength(strength, baseOf(rests))),
    ...(page.follow === undefined ? {} : { follow: say.told(page.follow) }),
    ...(told?.brief === undefined ? {} : { brief: told.brief }),
  }
  return worded(
    {
      id: idOf(material, page),
      part: page.part ?? part,
      question: say.told(page.question),
      heading: '',
      blocks: [...blocks, { kind: 'lines', see: '', sure: '' }, ...cardsOf(page, material)],
      ...(page.short === undefined || told === undefined || told.summary === 'left-out'
        ? {}
        : { short: say.told(page.short), strength }),
      wording,
      values,
    },
    say.language,
  )
}

const cardsOf = ({ cards = [] }: PagePlan, { say }: Material): readonly Block[] =>
  cards.length === 0
    ? []
    : [
        { kind: 'subheading', text: say.t('page.cards') },
        { kind: 'list', items: cards.map(({ question }) => say.told(question)) },
      ]

export const figureBlock = (figure: Figure): Block => ({ kind: 'figure', figure })

/** A share among the values of a page: with its span for staff, in tenths for families. */
export const shareValue = (
  { say }: Material,
  estimate: DisclosedEstimate | undefined,
  label: string,
): Values[string] => {
  const about = say.about(estimate)
  return { words: say.shareWithSpan(estimate), label, ...(about === undefined ? {} : { about }) }
}
/** Words among the values of a page. */
export const wordsValue = (words: string, label: string): Values[string] => ({ words, label })
