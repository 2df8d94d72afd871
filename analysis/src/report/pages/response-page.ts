import type { PagePlan } from '../../plan/report-plan.ts'
import { flowBars } from '../figures/flow-bars.ts'
import { estimateIn, idOf, type Material, type Page } from '../material.ts'
import { cellWords, countWords, fixedInGerman, listed, numberOf } from '../words.ts'

/** “1.000 Briefe, 268 Antworten”: the way of the letters and the rates with their denominators. */
export const responsePage = (
  page: Extract<PagePlan, { page: 'response' }>,
  material: Material,
): Page => {
  const of = (key: string) => estimateIn(material, page.rates, key)
  const steps = [
    { label: 'Briefe verschickt', key: 'cases' },
    { label: 'angekommen', key: 'delivered' },
    { label: 'Fragebogen begonnen', key: 'started' },
    { label: 'beantwortet (ganz oder zum größten Teil)', key: 'answered' },
    { label: 'davon vollständig', key: 'complete' },
  ]
    .filter(({ key }) => of(key) !== undefined)
    .map(({ label, key }) => ({ label, words: countWords(of(key)), value: numberOf(of(key)) }))
  const percent = (key: string) => {
    const value = numberOf(of(key))
    return value === undefined ? 'nicht gezeigt' : `${fixedInGerman(value * 100, 1)} %`
  }
  const e = numberOf(of('e'))
  const table = material.results.get(page.rates)?.tables.outcomes
  const id = idOf(page.question)
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading: `${countWords(of('cases'))} Briefe, ${countWords(of('answered'))} Antworten`,
      blocks: [
        {
          kind: 'figure',
          figure: {
            id,
            caption: 'Vom Brief zur Antwort, Anzahl der Fälle',
            description: `Balken untereinander: ${listed(steps.map(({ label, words }) => `${label} ${words}`))}.`,
            read: 'Jeder Balken beginnt links. Je kürzer ein Balken, desto weniger sind bis zu diesem Schritt gekommen.',
            basis: `${countWords(of('cases'))} Fälle, ohne Gewichte`,
            svg: flowBars({
              id,
              title: 'Vom Brief zur Antwort',
              description: `Balken untereinander: ${listed(steps.map(({ label, words }) => `${label} ${words}`))}.`,
              steps,
            }),
            table: {
              caption: 'Ausgang aller Fälle nach AAPOR',
              head: ['Ausgang', 'Fälle'],
              rows: (table?.rows ?? []).map((row, i) => [row, cellWords(table?.cells[i]?.[0])]),
            },
          },
        },
        {
          kind: 'facts',
          items: [
            {
              value: percent('RR2'),
              label: 'Antwortquote RR2',
              note: `Antworten geteilt durch alle ${countWords(of('cases'))} Fälle ohne die, die nicht zur Zielgruppe gehören.`,
            },
            {
              value: percent('RR4'),
              label: 'Antwortquote RR4',
              note: `Wie RR2; von den Fällen ohne jede Nachricht zählt nur der Anteil e = ${e === undefined ? 'unbekannt' : fixedInGerman(e, 2)}, der vermutlich zur Zielgruppe gehört.`,
            },
            {
              value: percent('adjusted'),
              label: 'bereinigte Rücklaufquote',
              note: 'Antworten geteilt durch alle Briefe, die ankamen und die richtigen Menschen trafen.',
            },
          ],
        },
        ...(page.follow
          ? [
              {
                kind: 'remarks' as const,
                items: [{ term: 'Was daraus folgen kann', text: page.follow }],
              },
            ]
          : []),
      ],
    },
  }
}
