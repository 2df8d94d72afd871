import type { Section, Values } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { dotPlot } from '../figures/dot-plot.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  groupsOf,
  idOf,
  type Material,
  sectionOf,
  wordsValue,
} from '../material.ts'

/** Mean scores from 0 to 100 of scales, by group. */
export const scoresPage = (page: PageOf<'scores'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const of = (key: string) => estimateIn(material, page.means, key)
  const groups = groupsOf(material, page.means)
  const [a, b] = groups
  const items = page.items.map(({ variable, label, meaning }) => ({
    label: say.sentence(say.told(label)),
    meaning: say.told(meaning),
    all: of(variable),
    byGroup: groups.map(({ value }) => of(`${variable}@${value}`)),
    difference: groups.length === 2 ? of(`${variable}@${a?.value}-${b?.value}`) : undefined,
  }))
  const apart = apartOf(items.map(({ all }) => all))
  const id = idOf(material, page)
  const description = items
    .map(
      ({ label, all, byGroup }) =>
        `${label}: ${[t('numbers.all'), ...groups.map((group) => group.label)].map((name, i) => `${name} ${say.valueWithSpan(i === 0 ? all : byGroup[i - 1])}`).join(', ')}.`,
    )
    .join(' ')
  const differences = items.flatMap(({ label, difference }) => {
    if (difference?.shown !== 'number' || a === undefined || b === undefined) return []
    if (difference.clear !== true) return [t('scores.same', { label, a: a.label, b: b.label })]
    const [more, less] = difference.value > 0 ? [a, b] : [b, a]
    return [t('scores.more', { label, more: more.label, less: less.label })]
  })
  const scores = `${items.map(({ label }, i) => `${label}: {points${i}}`).join('. ')}.`
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: t('scores.caption'),
        description,
        read: t('scores.read', {
          meanings: items.map(({ label, meaning }) => `${label}: ${meaning}.`).join(' '),
        }),
        basis: basisOf(
          material,
          page.means,
          items.map(({ all }) => all),
        ),
        svg: dotPlot({
          id,
          title: say.told(page.question),
          description,
          say,
          groups: [t('numbers.all'), ...groups.map(({ label }) => label)],
          rows: items.map(({ label, all, byGroup }) => ({ label, estimates: [all, ...byGroup] })),
        }),
        table: {
          caption: t('scores.table'),
          head: [t('scores.scale'), t('numbers.all'), ...groups.map(({ label }) => label)],
          rows: items.map(({ label, all, byGroup }) => [
            label,
            say.valueCell(all),
            ...byGroup.map(say.valueCell),
          ]),
        },
      }),
    ],
    rests: items[0]?.all,
    told:
      apart === undefined
        ? undefined
        : {
            heading: say.told(page.headline[apart]),
            see: [scores, ...differences].join(' '),
            brief: scores,
          },
    values: Object.fromEntries([
      ['first', wordsValue(items[0]?.label ?? '', t('scores.scale'))],
      ['second', wordsValue(items[1]?.label ?? '', t('scores.scale'))],
      ...items.map(({ label: name, all }, i): [string, Values[string]] => [
        `points${i}`,
        wordsValue(say.points(all), t('scores.points', { name })),
      ]),
    ]),
  })
}

type Estimates = readonly ReturnType<typeof estimateIn>[]

/** Which of the first two lies wholly above the other; undefined where one is hidden. */
const apartOf = ([a, b]: Estimates): 'firstHigher' | 'secondHigher' | 'same' | undefined => {
  if (a?.shown !== 'number' || b?.shown !== 'number') return undefined
  if ((a.low ?? a.value) > (b.high ?? b.value)) return 'firstHigher'
  return (b.low ?? b.value) > (a.high ?? a.value) ? 'secondHigher' : 'same'
}
