import type { Section } from '@echolot/report'
import { filled } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { dumbbell } from '../figures/dumbbell.ts'
import { iconArray } from '../figures/icon-array.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  groupsOf,
  idOf,
  type Material,
  sectionOf,
  shareValue,
  wordsValue,
} from '../material.ts'
import { baseOf, canSay, numberOf } from '../standing.ts'
import { sizeOf } from './icons-page.ts'

/** Hours today and wished, by group; and how many of a hundred want clearly more. */
export const hoursPage = (page: PageOf<'hours'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const more = estimateIn(material, page.shares, page.more)
  const rows = [
    { label: t('numbers.all'), key: '' },
    ...groupsOf(material, page.medians).map(({ value, label }) => ({ label, key: `@${value}` })),
  ].map(({ label, key }) => ({
    label,
    before: estimateIn(material, page.medians, `${page.now}${key}`),
    after: estimateIn(material, page.medians, `${page.wanted}${key}`),
  }))
  const id = idOf(material, page)
  const size = sizeOf(more)
  const wishes = rows
    .map(({ label, before, after }) =>
      t('shares.hours.wish', { label, before: say.value(before), after: say.value(after) }),
    )
    .join(' ')
  const finding = say.told(page.finding)
  const many = say.sentence(filled(finding, { share: t('shares.hours.many') }))
  const description = `${t('shares.hours.description')} ${
    canSay(more) ? filled(finding, { share: say.shareWithSpan(more) }) : t('page.nothing')
  }`
  const groups = rows
    .slice(1)
    .filter(({ before, after }) => numberOf(before) !== undefined && numberOf(after) !== undefined)
  const middle = t('shares.hours.middle', {
    groups: say.list(
      groups.map((_, i) =>
        t('shares.hours.group', { name: `{name${i}}`, now: `{now${i}}`, wanted: `{wanted${i}}` }),
      ),
    ),
  })
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id: `${id}-anteil`,
        caption: many,
        description,
        read: t('shares.hours.readIcons'),
        basis: basisOf(material, page.shares, [more]),
        svg: iconArray({ id: `${id}-anteil`, title: many, description, say, estimate: more }),
        table: {
          caption: t('shares.hours.table'),
          head: [t('page.group'), t('page.outOf'), t('page.answers')],
          rows: [
            { label: t('numbers.all'), estimate: more },
            ...groupsOf(material, page.shares).map(({ value, label }) => ({
              label,
              estimate: estimateIn(material, page.shares, `${page.more}@${value}`),
            })),
          ].map(({ label, estimate }) => {
            const base = baseOf(estimate)
            return [
              label,
              say.valueCell(estimate),
              base === undefined ? t('numbers.cell.base') : say.number(base),
            ]
          }),
        },
      }),
      figureBlock({
        id: `${id}-stunden`,
        caption: t('shares.hours.caption'),
        description: wishes,
        read: t('shares.hours.read'),
        basis: basisOf(material, page.medians),
        svg: dumbbell({
          id: `${id}-stunden`,
          title: t('shares.hours.title'),
          description: wishes,
          say,
          legend: [t('shares.hours.now'), t('shares.hours.wanted')],
          unit: t('shares.hours.unit'),
          axis: { from: 0, to: 40, step: 10 },
          rows,
        }),
        table: {
          caption: t('shares.hours.tableHours'),
          head: [t('page.group'), t('shares.hours.now'), t('shares.hours.wanted')],
          rows: rows.map(({ label, before, after }) => [
            label,
            say.valueCell(before),
            say.valueCell(after),
          ]),
        },
      }),
    ],
    rests: more,
    told:
      size === undefined
        ? undefined
        : {
            heading: say.told(page.headline[size]),
            see: groups.length === 0 ? finding : `${finding} ${middle}`,
            brief: finding,
          },
    values: {
      share: shareValue(material, more, t('page.shareOf', { name: t('numbers.all') })),
      ...Object.fromEntries(
        groups.flatMap(({ label: name, before, after }, i) => [
          [`name${i}`, wordsValue(name, t('page.group'))],
          [`now${i}`, wordsValue(say.value(before), t('shares.hours.nowOf', { name }))],
          [`wanted${i}`, wordsValue(say.value(after), t('shares.hours.wantedOf', { name }))],
        ]),
      ),
    },
  })
}
