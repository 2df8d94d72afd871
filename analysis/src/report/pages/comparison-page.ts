import type { Section } from '@echolot/report'
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
import { baseOf } from '../standing.ts'

/** A list of key figures, fixed before the data, for two groups of places; never a ranking. */
export const comparisonPage = (page: PageOf<'comparison'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const groups = groupsOf(material, page.items[0]?.analysis ?? '')
  const [a, b] = groups
  const items = page.items.map(({ variable, label, analysis }) => ({
    label: say.told(label),
    byGroup: groups.map(({ value }) => estimateIn(material, analysis, `${variable}@${value}`)),
    difference: estimateIn(material, analysis, `${variable}@${a?.value}-${b?.value}`),
  }))
  const compared = items.filter(({ difference }) => difference?.shown === 'number')
  const clear = items.filter(
    ({ difference }) => difference?.shown === 'number' && difference.clear === true,
  )
  const count = clear.length === 0 ? 'none' : clear.length === 1 ? 'one' : 'several'
  const id = idOf(material, page)
  const description = items
    .map(
      ({ label, byGroup }) =>
        `${label}: ${groups.map((group, i) => `${group.label} ${say.valueWithSpan(byGroup[i])}`).join(', ')}.`,
    )
    .join(' ')
  const bases = items
    .flatMap(({ byGroup }) => byGroup.map(baseOf))
    .filter((base) => base !== undefined)
  const [strongest] = clear
  return sectionOf(page, material, {
    blocks: [
      figureBlock({
        id,
        caption: t('places.caption'),
        description,
        read: t('places.read'),
        basis: basisOf(
          material,
          page.items[0]?.analysis ?? '',
          items.flatMap(({ byGroup }) => byGroup),
        ),
        svg: dotPlot({
          id,
          title: say.told(page.question),
          description,
          say,
          groups: groups.map(({ label }) => label),
          rows: items.map(({ label, byGroup }) => ({ label, estimates: byGroup })),
        }),
        table: {
          caption: t('places.table'),
          head: [t('places.figure'), ...groups.map(({ label }) => label), t('page.difference')],
          rows: items.map(({ label, byGroup, difference }) => [
            label,
            ...byGroup.map(say.valueCell),
            say.valueCell(difference),
          ]),
        },
      }),
      { kind: 'note', text: say.told(page.sentence) },
    ],
    rests: strongest?.difference,
    told:
      compared.length === 0 || compared.length < items.length / 2
        ? undefined
        : {
            heading: say.told(page.headline[count]),
            see:
              clear.length === 0
                ? t('places.none', { count: compared.length, number: say.number(compared.length) })
                : t('places.clear'),
            sure: bases.length === 0 ? t('places.tooFew') : t('places.smallest'),
          },
    values: {
      first: wordsValue(a?.label ?? '', t('page.group')),
      second: wordsValue(b?.label ?? '', t('page.group')),
      item: wordsValue(strongest?.label ?? '', t('places.figure')),
      items: wordsValue(say.list(clear.map(({ label }) => label)), t('places.items')),
      count: wordsValue(say.number(clear.length), t('places.count')),
      n: wordsValue(bases.length === 0 ? '–' : say.number(Math.min(...bases)), t('places.n')),
    },
  })
}
