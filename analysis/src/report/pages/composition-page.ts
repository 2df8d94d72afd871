import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { AnalysisPlan } from '../../plan/plan.ts'
import type { PagePlan } from '../../plan/report-plan.ts'
import { dotPlot } from '../figures/dot-plot.ts'
import { basisOf, estimateIn, idOf, type Material, type Page } from '../material.ts'
import {
  fixedInGerman,
  inGerman,
  listed,
  NOTHING_TO_SAY,
  numberOf,
  TOO_FEW,
  valueWithSpan,
} from '../words.ts'

type Compared = {
  readonly label: string
  readonly own: DisclosedEstimate | undefined
  readonly weighted: DisclosedEstimate | undefined
  readonly population: number | undefined
}

/** “Wer geantwortet hat”: the respondents beside the population, and what the weights do about it. */
export const compositionPage = (
  page: Extract<PagePlan, { page: 'composition' }>,
  material: Material,
): Page => {
  const analysis = material.plan.analyses.find(
    (other): other is Extract<AnalysisPlan, { method: 'composition' }> =>
      other.id === page.composition && other.method === 'composition',
  )
  const of = (key: string) => estimateIn(material, page.composition, key)
  const compared = (analysis?.variables ?? []).flatMap(({ variable, label, categories }) =>
    categories.map((category): Compared => {
      const share = numberOf(of(`${variable}:${category.value}.population`))
      return {
        label: `${label}: ${category.label}`,
        own: of(`${variable}:${category.value}`),
        weighted: of(`${variable}:${category.value}.weighted`),
        population: share === undefined ? undefined : Math.round(share * 100),
      }
    }),
  )
  const shown = compared.filter(({ own }) => own?.shown === 'number')
  const outside = compared.filter(isOutside)
  const rare = outside.filter(({ own, population }) => (numberOf(own) ?? 0) < (population ?? 0))
  const id = idOf(page.question)
  const description = `Anteile von 100. ${compared
    .map(
      ({ label, own, population }) =>
        `${label}: Antwortende ${valueWithSpan(own)}, Grundgesamtheit ${population ?? 'unbekannt'}.`,
    )
    .join(' ')}`
  const nEff =
    page.weights === undefined ? undefined : numberOf(estimateIn(material, page.weights, 'nEff'))
  const deff =
    page.weights === undefined ? undefined : numberOf(estimateIn(material, page.weights, 'deff'))
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading:
        shown.length === 0
          ? `${page.question} – ${TOO_FEW}`
          : rare.length > 0
            ? 'Wer geantwortet hat – und wer fehlt'
            : outside.length > 0
              ? 'Wer geantwortet hat: nicht alle Gruppen gleich oft'
              : 'Wer geantwortet hat: keine Gruppe klar zu selten',
      blocks: [
        {
          kind: 'figure',
          figure: {
            id,
            caption: 'Antwortende und Grundgesamtheit, Anteile von 100',
            description,
            read: 'Der gefüllte Kreis ist der Anteil unter den Antwortenden, die Linie seine Spanne. Die Raute ist der Anteil unter allen Familien der Zielgruppe.',
            basis: basisOf({ ...material, weighted: false }, page.composition),
            svg: dotPlot({
              id,
              title: 'Antwortende und Grundgesamtheit',
              description,
              groups: ['Antwortende', 'alle Familien'],
              rows: compared.map(({ label, own, population }) => ({
                label,
                estimates: [own],
                ...(population === undefined ? {} : { reference: population }),
              })),
            }),
            table: {
              caption: 'Antwortende, gewichtet und Grundgesamtheit (von 100)',
              head: ['Gruppe', 'Antwortende', 'nach Gewichtung', 'alle Familien'],
              rows: compared.map(({ label, own, weighted, population }) => [
                label,
                valueWithSpan(own),
                numberOf(weighted) === undefined
                  ? 'nicht gezeigt'
                  : inGerman(numberOf(weighted) as number),
                population === undefined ? '–' : inGerman(population),
              ]),
            },
          },
        },
        {
          kind: 'remarks',
          items: [
            {
              term: 'Was wir sehen',
              text:
                shown.length === 0
                  ? NOTHING_TO_SAY
                  : rare.length === 0
                    ? 'Keine Gruppe ist unter den Antworten klar seltener, als es ihrem Anteil entspricht.'
                    : `Unter den Antworten seltener als unter allen Familien: ${listed(rare.map(({ label }) => label))}. Das kann am Antworten liegen oder daran, dass dorthin weniger Briefe gingen.`,
            },
            {
              term: 'Wie wir damit umgehen',
              text: material.weighted
                ? `Seltene Gruppen zählen in den Ergebnissen mehr (Gewichte). Das kostet Genauigkeit: Die Antworten sind so genau wie ${nEff === undefined ? 'weniger' : inGerman(Math.round(nEff))} gleich gewichtete${deff === undefined ? '' : ` (Design-Effekt ${fixedInGerman(deff, 2)})`}.`
                : 'Die Ergebnisse sind nicht gewichtet: jede Antwort zählt gleich.',
            },
          ],
        },
      ],
    },
  }
}

/** The population's share lies outside of the respondents' interval. */
const isOutside = ({ own, population }: Compared) =>
  own?.shown === 'number' &&
  population !== undefined &&
  own.low !== undefined &&
  own.high !== undefined &&
  (population < own.low || population > own.high)
