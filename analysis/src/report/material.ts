import type { Finding, Section } from '@echolot/report'
import type { By } from '../analyses/fields.ts'
import type { DisclosedEstimate, DisclosedResult } from '../disclosure/disclosed.ts'
import type { AnalysisPlan, Plan } from '../plan/plan.ts'
import { baseOf, cellWords, inGerman } from './words.ts'

/** All a page may draw on: disclosed results and the words of the plan. */
export type Material = {
  readonly plan: Plan
  readonly population: string
  readonly results: ReadonlyMap<string, DisclosedResult>
  readonly weighted: boolean
}

/** A page, and the finding it lends to the summary. */
export type Page = { readonly section: Section; readonly finding?: Finding }

export const estimateIn = (
  { results }: Material,
  id: string,
  key: string,
): DisclosedEstimate | undefined => results.get(id)?.estimates[key]

/** The groups that an analysis compares, with their words. */
export const groupsOf = ({ plan }: Material, id: string): By['groups'] => {
  const analysis: AnalysisPlan | undefined = plan.analyses.find((other) => other.id === id)
  return analysis !== undefined && 'by' in analysis && typeof analysis.by === 'object'
    ? analysis.by.groups
    : []
}

/** `268 Antworten, gewichtet`: what goes under every figure. */
export const basisOf = (
  material: Material,
  id: string,
  estimates: readonly (DisclosedEstimate | undefined)[] = [],
): string => {
  const bases = estimates.map(baseOf).filter((base) => base !== undefined)
  const n =
    bases.length === 0
      ? `${cellWords(material.results.get(id)?.n)} Antworten`
      : Math.min(...bases) === Math.max(...bases)
        ? `${inGerman(bases[0] as number)} Antworten`
        : `${inGerman(Math.min(...bases))} bis ${inGerman(Math.max(...bases))} Antworten je Aussage`
  return `${n}, ${material.weighted ? 'gewichtet' : 'nicht gewichtet'}`
}

export const idOf = (question: string): string =>
  question
    .toLocaleLowerCase('de')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
