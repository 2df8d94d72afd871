import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { PagePlan } from '../../plan/report-plan.ts'
import { dotPlot } from '../figures/dot-plot.ts'
import { basisOf, estimateIn, groupsOf, idOf, type Material, type Page } from '../material.ts'
import {
  baseOf,
  byHeight,
  canSay,
  capitalised,
  filled,
  isOpen,
  liesAbove,
  NOTHING_TO_SAY,
  shareWithSpan,
  shareWords,
  strengthOf,
  strengthWords,
  TOO_FEW,
  valueWithSpan,
} from '../words.ts'

/** Shares of several items by group, the most frequent first. */
export const sharesPage = (
  page: Extract<PagePlan, { page: 'shares' }>,
  material: Material,
): Page => {
  const of = (key: string) => estimateIn(material, page.shares, key)
  const groups = groupsOf(material, page.shares)
  const items = page.items
    .map(({ variable, label }) => ({
      variable,
      label,
      all: of(variable),
      byGroup: groups.map(({ value }) => of(`${variable}@${value}`)),
      difference:
        groups.length === 2 ? of(`${variable}@${groups[0]?.value}-${groups[1]?.value}`) : undefined,
    }))
    .sort((a, b) => byHeight(a.all, b.all))
  const [first, second] = items
  const lead = of(`${first?.variable}>${second?.variable}`)
  const ahead = lead?.shown === 'number' ? lead.clear === true : liesAbove(first?.all, second?.all)
  const names = { first: first?.label ?? '', second: second?.label ?? '' }
  const id = idOf(page.question)
  const told = canSay(first?.all) && !items.some(({ all }) => isOpen(all))
  const sentence = told
    ? filled(page.finding, { share: shareWithSpan(first?.all), item: first?.label ?? '' })
    : NOTHING_TO_SAY
  const series = groups.length > 0 ? groups.map(({ label }) => label) : ['Alle']
  const description = items
    .map(({ label, all, byGroup }) =>
      groups.length > 0
        ? `${label}: ${groups.map((group, i) => `${group.label} ${shareWithSpan(byGroup[i])}`).join(', ')}.`
        : `${label}: ${shareWithSpan(all)}.`,
    )
    .join(' ')
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading: !told
        ? `${page.question} – ${TOO_FEW}`
        : capitalised(filled(ahead ? page.headline.clear : page.headline.close, names)),
      blocks: [
        {
          kind: 'figure',
          figure: {
            id,
            caption: 'Anteile von 100, sortiert nach allen Antworten',
            description,
            read: 'Der Punkt ist der geschätzte Anteil, die Linie seine Spanne. Überschneiden sich zwei Linien weit, kann der Unterschied Zufall sein.',
            basis: basisOf(
              material,
              page.shares,
              items.map(({ all }) => all),
            ),
            svg: dotPlot({
              id,
              title: page.question,
              description,
              groups: series,
              rows: items.map(({ label, all, byGroup }) => ({
                label,
                estimates: groups.length > 0 ? byGroup : [all],
              })),
            }),
            table: {
              caption: 'Anteile von 100 mit Spanne',
              head: ['Aussage', 'Alle', ...groups.map(({ label }) => label)],
              rows: items.map(({ label, all, byGroup }) => [
                label,
                valueWithSpan(all),
                ...byGroup.map(valueWithSpan),
              ]),
            },
          },
        },
        {
          kind: 'remarks',
          items: [
            {
              term: 'Was wir sehen',
              text: `${capitalised(sentence)} ${differenceSentence(first, groups)}`.trim(),
            },
            {
              term: 'Wie sicher das ist',
              text: strengthWords(strengthOf(first?.all), baseOf(first?.all)),
            },
            ...(page.follow ? [{ term: 'Was daraus folgen kann', text: page.follow }] : []),
          ],
        },
      ],
    },
    ...(page.short === undefined || !told
      ? {}
      : {
          finding: {
            name: page.short,
            text: capitalised(sentence),
            strength: strengthOf(first?.all),
          },
        }),
  }
}

type Item = {
  readonly byGroup: readonly (DisclosedEstimate | undefined)[]
  readonly difference: DisclosedEstimate | undefined
}

/** Says which group is higher, or that there is no clear difference; nothing if it cannot be said. */
const differenceSentence = (
  item: Item | undefined,
  groups: readonly { readonly label: string }[],
) => {
  const [a, b] = groups
  const difference = item?.difference
  if (a === undefined || b === undefined || difference?.shown !== 'number') return ''
  const both = `${shareWords(item?.byGroup[0])} gegen ${shareWords(item?.byGroup[1])}`
  if (difference.clear !== true)
    return `${a.label} und ${b.label} unterscheiden sich dabei nicht klar (${both}).`
  const [more, less] = difference.value > 0 ? [a, b] : [b, a]
  return `${more.label} sagen das häufiger als ${less.label} (${both}).`
}
