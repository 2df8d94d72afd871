import { WORDS } from '@echolot/report'
import type { PagePlan } from '../../plan/report-plan.ts'
import { dotPlot } from '../figures/dot-plot.ts'
import { basisOf, estimateIn, groupsOf, idOf, type Material, type Page } from '../material.ts'
import {
  baseOf,
  capitalised,
  filled,
  inGerman,
  listed,
  NOTHING_TO_SAY,
  strengthOf,
  TOO_FEW,
  valueWithSpan,
} from '../words.ts'

/** A list of key figures, fixed before the data, for two groups of places; never a ranking. */
export const comparisonPage = (
  page: Extract<PagePlan, { page: 'comparison' }>,
  material: Material,
): Page => {
  const groups = groupsOf(material, page.items[0]?.analysis ?? '')
  const [a, b] = groups
  const items = page.items.map(({ variable, label, analysis }) => ({
    label,
    byGroup: groups.map(({ value }) => estimateIn(material, analysis, `${variable}@${value}`)),
    difference: estimateIn(material, analysis, `${variable}@${a?.value}-${b?.value}`),
  }))
  const clear = items.filter(
    ({ difference }) => difference?.shown === 'number' && difference.clear === true,
  )
  const compared = items.filter(({ difference }) => difference?.shown === 'number')
  const words = {
    first: a?.label ?? '',
    second: b?.label ?? '',
    item: clear[0]?.label ?? '',
    count: inGerman(clear.length),
  }
  const headline =
    clear.length === 0
      ? page.headline.none
      : clear.length === 1
        ? page.headline.one
        : page.headline.several
  const id = idOf(page.question)
  const description = items
    .map(
      ({ label, byGroup }) =>
        `${label}: ${groups.map((group, i) => `${group.label} ${valueWithSpan(byGroup[i])}`).join(', ')}.`,
    )
    .join(' ')
  const sentence =
    compared.length < items.length / 2
      ? NOTHING_TO_SAY
      : clear.length === 0
        ? `Bei keiner der ${inGerman(compared.length)} vergleichbaren Kennzahlen ist der Unterschied größer, als Zufall ihn macht.`
        : `Klar verschieden: ${listed(clear.map(({ label }) => label))}. Bei den anderen kann der Unterschied Zufall sein.`
  const bases = items
    .flatMap(({ byGroup }) => byGroup.map(baseOf))
    .filter((base) => base !== undefined)
  const smallest = bases.length === 0 ? undefined : Math.min(...bases)
  const [strongest] = clear
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading:
        compared.length < items.length / 2
          ? `${page.question} – ${TOO_FEW}`
          : capitalised(filled(headline, words)),
      blocks: [
        {
          kind: 'figure',
          figure: {
            id,
            caption: 'Kennzahlen von 0 bis 100, vor der Befragung festgelegt',
            description,
            read: 'Der Punkt ist der Wert, die Linie seine Spanne. Die Reihenfolge ist keine Rangliste.',
            basis: basisOf(
              material,
              page.items[0]?.analysis ?? '',
              items.flatMap(({ byGroup }) => byGroup),
            ),
            svg: dotPlot({
              id,
              title: page.question,
              description,
              groups: groups.map(({ label }) => label),
              rows: items.map(({ label, byGroup }) => ({ label, estimates: byGroup })),
            }),
            table: {
              caption: 'Kennzahlen mit Spanne',
              head: ['Kennzahl', ...groups.map(({ label }) => label), 'Unterschied'],
              rows: items.map(({ label, byGroup, difference }) => [
                label,
                ...byGroup.map(valueWithSpan),
                valueWithSpan(difference),
              ]),
            },
          },
        },
        { kind: 'note', text: page.sentence },
        {
          kind: 'remarks',
          items: [
            { term: 'Was wir sehen', text: sentence },
            {
              term: 'Wie sicher das ist',
              text:
                smallest === undefined
                  ? 'Offen: In einer der Gruppen haben zu wenige Menschen geantwortet.'
                  : `${capitalised(WORDS.de.strength[strongest === undefined ? 'open' : strengthOf(strongest.difference)])}: In der kleineren Gruppe stehen ${inGerman(smallest)} Antworten hinter einer Zahl. Kleine Unterschiede kann die Befragung nicht erkennen.`,
            },
            ...(page.follow ? [{ term: 'Was daraus folgen kann', text: page.follow }] : []),
          ],
        },
      ],
    },
    ...(page.short === undefined || compared.length < items.length / 2
      ? {}
      : {
          finding: {
            name: page.short,
            text: sentence,
            strength:
              strongest === undefined ? ('open' as const) : strengthOf(strongest.difference),
          },
        }),
  }
}
