import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { PagePlan } from '../../plan/report-plan.ts'
import { dotPlot } from '../figures/dot-plot.ts'
import { basisOf, estimateIn, groupsOf, idOf, type Material, type Page } from '../material.ts'
import {
  baseOf,
  capitalised,
  filled,
  numberOf,
  spanWords,
  strengthOf,
  strengthWords,
  TOO_FEW,
  valueWithSpan,
  valueWords,
} from '../words.ts'

/** Mean scores from 0 to 100 of scales, by group. */
export const scoresPage = (
  page: Extract<PagePlan, { page: 'scores' }>,
  material: Material,
): Page => {
  const of = (key: string) => estimateIn(material, page.means, key)
  const groups = groupsOf(material, page.means)
  const items = page.items.map((item) => ({
    ...item,
    label: capitalised(item.label),
    all: of(item.variable),
    byGroup: groups.map(({ value }) => of(`${item.variable}@${value}`)),
    difference:
      groups.length === 2
        ? of(`${item.variable}@${groups[0]?.value}-${groups[1]?.value}`)
        : undefined,
  }))
  const [first, second] = items
  const [a, b] = [first?.all, second?.all]
  const apart =
    a?.shown === 'number' && b?.shown === 'number'
      ? (a.low ?? a.value) > (b.high ?? b.value)
        ? 'firstHigher'
        : (b.low ?? b.value) > (a.high ?? a.value)
          ? 'secondHigher'
          : 'same'
      : undefined
  const id = idOf(page.question)
  const description = items
    .map(
      ({ label, all, byGroup }) =>
        `${label}: alle ${valueWithSpan(all)}${groups.map((group, i) => `, ${group.label} ${valueWithSpan(byGroup[i])}`).join('')}.`,
    )
    .join(' ')
  const sentence = `${items.map(({ label, all }) => `${label}: ${pointsWords(all)}`).join('. ')}.`
  const differences = items.flatMap(({ label, difference }) => {
    if (difference?.shown !== 'number' || groups[0] === undefined || groups[1] === undefined)
      return []
    if (difference.clear !== true)
      return [`${label}: ${groups[0].label} und ${groups[1].label} unterscheiden sich nicht klar.`]
    const [more, less] = difference.value > 0 ? [groups[0], groups[1]] : [groups[1], groups[0]]
    return [`${label}: ${more.label} haben mehr Punkte als ${less.label}.`]
  })
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading:
        apart === undefined
          ? `${page.question} – ${TOO_FEW}`
          : capitalised(
              filled(page.headline[apart], {
                first: first?.label ?? '',
                second: second?.label ?? '',
              }),
            ),
      blocks: [
        {
          kind: 'figure',
          figure: {
            id,
            caption: 'Mittelwerte von 0 bis 100 Punkten',
            description,
            read: `Je weiter rechts, desto mehr. ${items.map(({ label, meaning }) => `${label}: ${meaning}.`).join(' ')}`,
            basis: basisOf(
              material,
              page.means,
              items.map(({ all }) => all),
            ),
            svg: dotPlot({
              id,
              title: page.question,
              description,
              groups: groups.length > 0 ? ['Alle', ...groups.map(({ label }) => label)] : ['Alle'],
              rows: items.map(({ label, all, byGroup }) => ({
                label,
                estimates: [all, ...byGroup],
              })),
            }),
            table: {
              caption: 'Mittelwerte von 0 bis 100 mit Spanne',
              head: ['Skala', 'Alle', ...groups.map(({ label }) => label)],
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
            { term: 'Was wir sehen', text: [sentence, ...differences].join(' ') },
            { term: 'Wie sicher das ist', text: strengthWords(strengthOf(a), baseOf(a)) },
            ...(page.follow ? [{ term: 'Was daraus folgen kann', text: page.follow }] : []),
          ],
        },
      ],
    },
    ...(page.short === undefined || apart === undefined
      ? {}
      : { finding: { name: page.short, text: sentence, strength: strengthOf(a) } }),
  }
}

/** `67 von 100 Punkten (zwischen 65 und 69)`. */
const pointsWords = (estimate: DisclosedEstimate | undefined) => {
  if (numberOf(estimate) === undefined) return valueWords(estimate)
  const span = spanWords(estimate)
  return `${valueWords(estimate)} von 100 Punkten${span === '' ? '' : ` (${span})`}`
}
