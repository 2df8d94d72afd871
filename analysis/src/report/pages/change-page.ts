import type { Block, Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { dumbbell } from '../figures/dumbbell.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  idOf,
  type Material,
  sectionOf,
  wordsValue,
} from '../material.ts'
import { numberOf } from '../standing.ts'
import { excludesZero } from './coefficients-page.ts'

/** The families of phase 1: group means before and after with the number of pairs, and classes; never single families. */
export const changePage = (page: PageOf<'change'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const unit = say.told(page.unit)
  const items = page.items.map(({ label, analysis }) => {
    const of = (key: string) => estimateIn(material, analysis, key)
    const pairs = numberOf(of('n'))
    return {
      label: say.told(label),
      before: of('pre'),
      after: of('post'),
      change: of('change'),
      pairs: say.count(of('n')),
      basis:
        pairs === undefined
          ? undefined
          : t('figures.pairs', { count: pairs, number: say.number(pairs) }),
    }
  })
  const clear = items.filter(({ change }) => excludesZero(change))
  const id = idOf(material, page)
  const description = items
    .map(({ label, before, after }) =>
      t('change.description', { label, before: say.value(before), after: say.value(after), unit }),
    )
    .join(' ')
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: t('change.caption'),
        description,
        read: t('change.read'),
        basis: basisOf({ ...material, weighted: false }, page.items[0]?.analysis ?? ''),
        svg: dumbbell({
          id,
          title: say.told(page.question),
          description,
          say,
          legend: [t('change.before'), t('change.after')],
          unit,
          axis: page.axis,
          rows: items.map(({ label, before, after, basis }) => ({
            label,
            before,
            after,
            ...(basis === undefined ? {} : { basis }),
          })),
        }),
        table: {
          caption: t('change.table'),
          head: [
            t('change.thing'),
            t('change.before'),
            t('change.after'),
            t('change.change'),
            t('change.pairs'),
          ],
          rows: items.map(({ label, before, after, change, pairs }) => [
            label,
            say.value(before),
            say.value(after),
            say.valueCell(change),
            pairs,
          ]),
        },
      }),
      ...classes(page, material),
      { kind: 'note', text: say.told(page.sentence) },
    ],
    rests: clear[0]?.change,
    told: items.every(({ change }) => change?.shown !== 'number')
      ? undefined
      : {
          heading: say.told(page.headline[clear.length > 0 ? 'some' : 'none']),
          see: t(clear.length > 0 ? 'change.see' : 'change.seeNone'),
          sure: t('change.sure'),
        },
    values: {
      items: wordsValue(say.list(clear.map(({ label }) => label)), t('change.items')),
      first: wordsValue(clear[0]?.label ?? '', t('change.thing')),
    },
  })
}

/** As the analysis names them; small ones are joined there. */
const CLASSES = [
  'recovered',
  'improved',
  'better',
  'unchanged',
  'deteriorated',
  'not_better',
  'all',
] as const

const classes = ({ classes: rci = '' }: PageOf<'change'>, material: Material): readonly Block[] => {
  const { say } = material
  const rows = CLASSES.flatMap((name) => {
    const count = estimateIn(material, rci, `merged.${name}`)
    // Without a cutoff nobody can have recovered.
    if (count === undefined || (name === 'recovered' && numberOf(count) === 0)) return []
    return [[say.t(`change.class.${name}`), say.count(count)]]
  })
  return rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          table: {
            caption: say.t('change.classes'),
            head: [say.t('change.classHead'), say.t('change.families')],
            rows,
          },
        },
      ]
}
