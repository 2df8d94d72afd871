import type { Section, Values } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { likertBars } from '../figures/likert-bars.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  idOf,
  type Material,
  sectionOf,
  shareValue,
  wordsValue,
} from '../material.ts'
import { byHeight, canSay, liesAbove, numberOf } from '../standing.ts'

/** Statements with agreement to the right and disagreement to the left, in the order of agreement. */
export const likertPage = (page: PageOf<'likert'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const of = (variable: string, category: string) =>
    estimateIn(material, page.categories, `${variable}:${category}`)
  const items = page.items
    .map(({ variable, label: words, topic, reversed }) => {
      const label = say.told(words)
      const against = of(variable, page.against)
      const agree = of(variable, page.agree)
      return {
        label,
        topic: say.told(topic),
        reversed,
        statement: reversed ? t('likert.reversed', { label }) : label,
        against,
        middle: of(variable, page.middle),
        agree,
        good: reversed ? against : agree,
        missing: of(variable, 'missing'),
      }
    })
    .sort((a, b) => byHeight(a.agree, b.agree))
  const ranked = items.filter(({ good }) => canSay(good)).sort((a, b) => byHeight(a.good, b.good))
  const [best, worst] = [ranked[0], ranked.at(-1)]
  const complete = ranked.length === items.length
  const id = idOf(material, page)
  const description = items
    .map(({ label, against, middle, agree }) =>
      t('likert.description', {
        label,
        agree: say.share(agree),
        middle: say.share(middle),
        against: say.share(against),
      }),
    )
    .join(' ')
  const placeOf = (item: (typeof items)[number]) => ranked.indexOf(item)
  const told = (item: (typeof items)[number]) =>
    t(item.reversed ? 'likert.denies' : 'likert.agrees', {
      statement: `{statement${placeOf(item)}}`,
      share: `{share${placeOf(item)}}`,
    })
  const values: Values = Object.fromEntries([
    ['best', wordsValue(best?.topic ?? '', t('page.name'))],
    ['worst', wordsValue(worst?.topic ?? '', t('page.name'))],
    ...ranked.flatMap(({ label, topic, good }, i): [string, Values[string]][] => [
      [`statement${i}`, wordsValue(label, t('likert.statementOf', { number: i + 1 }))],
      [`share${i}`, shareValue(material, good, t('page.shareOf', { name: topic }))],
    ]),
  ])
  const recheck = recheckOf(page, material)
  return sectionOf(page, material, {
    blocks: [
      ...(ranked.length === 0 && material.stage === 'results'
        ? [{ kind: 'note' as const, text: t('page.noPicture') }]
        : [
            figureBlock({
              id,
              caption: t('likert.caption'),
              description,
              read: [
                t('likert.read'),
                ...(items.some((item) => item.reversed) ? [t('likert.readReversed')] : []),
              ].join(' '),
              basis: basisOf(
                material,
                page.categories,
                items.map(({ agree }) => agree),
              ),
              svg: likertBars({
                id,
                title: say.told(page.question),
                description,
                say,
                legend: [t('likert.against'), t('likert.agree'), t('likert.middle')],
                rows: items.map(({ statement, against, middle, agree }) => ({
                  label: statement,
                  against,
                  middle,
                  agree,
                })),
              }),
              table: {
                caption: t('page.interval'),
                head: [
                  t('page.statement'),
                  t('likert.column.against'),
                  t('likert.column.middle'),
                  t('likert.column.agree'),
                  t('likert.column.missing'),
                ],
                rows: items.map(({ statement, against, middle, agree, missing }) => [
                  statement,
                  ...[against, middle, agree].map(say.valueCell),
                  missing?.shown === 'number' ? say.number(missing.value) : t('numbers.cell.few'),
                ]),
              },
            }),
          ]),
      ...recheck,
    ],
    rests: worst?.good,
    told:
      best === undefined || worst === undefined
        ? undefined
        : complete
          ? {
              heading: say.told(
                page.headline[liesAbove(best.good, worst.good) ? 'spread' : 'even'],
              ),
              see: t('likert.ends', { best: told(best), worst: told(worst) }),
              brief: told(worst),
            }
          : {
              heading: `${say.told(page.question)} – ${t('page.tooFew')}`,
              see: t('likert.some', { statements: ranked.map(told).join(' ') }),
              summary: 'left-out',
            },
    values,
  })
}

/** By how much the shares change without some of the answers; nothing where too few would fall out. */
const recheckOf = ({ recheck, items }: PageOf<'likert'>, material: Material) => {
  if (recheck === undefined) return []
  const { say } = material
  const changes = items
    .map(({ variable }) => numberOf(estimateIn(material, recheck.analysis, variable)))
    .filter((change) => change !== undefined)
  if (changes.length < items.length) return []
  const points = say.number(Math.max(...changes.map((change) => Math.abs(Math.round(change)))))
  return [
    {
      kind: 'note' as const,
      text: say.t('likert.recheck', { label: say.told(recheck.label), points }),
    },
  ]
}
