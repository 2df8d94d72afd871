import type { PagePlan } from '../../plan/report-plan.ts'
import { dumbbell } from '../figures/dumbbell.ts'
import { iconArray } from '../figures/icon-array.ts'
import { basisOf, estimateIn, groupsOf, idOf, type Material, type Page } from '../material.ts'
import {
  baseOf,
  canSay,
  capitalised,
  filled,
  heightOf,
  listed,
  NOTHING_TO_SAY,
  numberOf,
  shareWithSpan,
  strengthOf,
  strengthWords,
  TOO_FEW,
  valueWithSpan,
  valueWords,
} from '../words.ts'

/** Hours today and wished, by group; and how many of a hundred want clearly more. */
export const hoursPage = (page: Extract<PagePlan, { page: 'hours' }>, material: Material): Page => {
  const more = estimateIn(material, page.shares, page.more)
  const groups = groupsOf(material, page.medians)
  const rows = [
    { label: 'Alle', key: '' },
    ...groups.map(({ value, label }) => ({ label, key: `@${value}` })),
  ].map(({ label, key }) => ({
    label,
    before: estimateIn(material, page.medians, `${page.now}${key}`),
    after: estimateIn(material, page.medians, `${page.wanted}${key}`),
  }))
  const id = idOf(page.question)
  const height = canSay(more) ? heightOf(more) : undefined
  const share = height?.value
  const size = height === undefined || height.value < 25 ? 'few' : height.low > 50 ? 'most' : 'many'
  const wishes = rows
    .map(
      ({ label, before, after }) =>
        `${label}: heute ${valueWords(before)}, gewünscht ${valueWords(after)} Stunden.`,
    )
    .join(' ')
  const sentence = canSay(more)
    ? filled(page.finding, { share: shareWithSpan(more) })
    : NOTHING_TO_SAY
  return {
    section: {
      id,
      part: 'main',
      question: page.question,
      heading: share === undefined ? `${page.question} – ${TOO_FEW}` : page.headline[size],
      blocks: [
        {
          kind: 'figure',
          figure: {
            id: `${id}-anteil`,
            caption: capitalised(filled(page.finding, { share: 'So viele von 100' })),
            description: `Hundert Kästchen. ${sentence}`,
            read: 'Jedes Kästchen steht für eine von 100 Personen. Dunkel ist sicher, mittel ist geschätzt, umrandet ist möglich.',
            basis: basisOf(material, page.shares, [more]),
            svg: iconArray({
              id: `${id}-anteil`,
              title: page.question,
              description: sentence,
              estimate: more,
            }),
            table: {
              caption: 'Anteil von 100',
              head: ['Gruppe', 'von 100', 'Antworten'],
              rows: [
                { label: 'Alle', estimate: more },
                ...groupsOf(material, page.shares).map(({ value, label }) => ({
                  label,
                  estimate: estimateIn(material, page.shares, `${page.more}@${value}`),
                })),
              ].map(({ label, estimate }) => [
                label,
                valueWithSpan(estimate),
                String(baseOf(estimate) ?? 'unter 10'),
              ]),
            },
          },
        },
        {
          kind: 'figure',
          figure: {
            id: `${id}-stunden`,
            caption: 'Stunden in der Woche, mittlere Person (Median)',
            description: wishes,
            read: 'Der helle Kreis ist heute, der dunkle der Wunsch. Die Hälfte liegt jeweils darunter, die Hälfte darüber.',
            basis: basisOf(material, page.medians),
            svg: dumbbell({
              id: `${id}-stunden`,
              title: 'Stunden heute und gewünscht',
              description: wishes,
              legend: ['heute', 'gewünscht'],
              unit: 'Std.',
              rows,
            }),
            table: {
              caption: 'Stunden in der Woche (Median)',
              head: ['Gruppe', 'heute', 'gewünscht'],
              rows: rows.map(({ label, before, after }) => [
                label,
                valueWithSpan(before),
                valueWithSpan(after),
              ]),
            },
          },
        },
        {
          kind: 'remarks',
          items: [
            {
              term: 'Was wir sehen',
              text: `${capitalised(sentence)} ${groupSentence(rows.slice(1))}`,
            },
            { term: 'Wie sicher das ist', text: strengthWords(strengthOf(more), baseOf(more)) },
            ...(page.follow ? [{ term: 'Was daraus folgen kann', text: page.follow }] : []),
          ],
        },
      ],
    },
    ...(page.short === undefined || !canSay(more)
      ? {}
      : { finding: { name: page.short, text: capitalised(sentence), strength: strengthOf(more) } }),
  }
}

const groupSentence = (
  rows: readonly {
    readonly label: string
    readonly before: Parameters<typeof numberOf>[0]
    readonly after: Parameters<typeof numberOf>[0]
  }[],
) => {
  const told = rows.filter(
    ({ before, after }) => numberOf(before) !== undefined && numberOf(after) !== undefined,
  )
  return told.length === 0
    ? ''
    : `In der Mitte liegen ${listed(told.map(({ label, before, after }) => `${label} bei ${valueWords(before)} Stunden heute und ${valueWords(after)} gewünschten`))}.`
}
