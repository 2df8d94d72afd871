import type { Section } from '@echolot/report'
import type { PageOf } from '../../plan/report-plan.ts'
import { coefficientPlot } from '../figures/coefficient-plot.ts'
import {
  basisOf,
  estimateIn,
  figureBlock,
  idOf,
  type Material,
  sectionOf,
  wordsValue,
} from '../material.ts'
import { liesAbove, numberOf } from '../standing.ts'

/** Rankings told by the worths of a `plackett-luce` analysis, the first in front; for the appendix. */
export const rankingPage = (page: PageOf<'ranking'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const all = page.items
    .map(({ variable, label }) => ({
      label: say.told(label),
      estimate: estimateIn(material, page.analysis, `log_worth.${variable}`),
      worth: estimateIn(material, page.analysis, `worth.${variable}`),
    }))
    .sort((a, b) => (numberOf(b.estimate) ?? 0) - (numberOf(a.estimate) ?? 0))
  const known = all.filter(({ estimate }) => estimate !== undefined)
  // What hardly anybody took has no worth; before there are data nothing has.
  const items = known.length === 0 ? all : known
  const left = all.filter((item) => !items.includes(item)).map(({ label }) => label)
  const [first, second] = items
  const chance = ({ worth }: (typeof items)[number]) => {
    const value = numberOf(worth)
    return value === undefined ? say.value(worth) : say.number(Math.round(value * 100))
  }
  const id = idOf(material, page)
  const description = items
    .map((item) => t('ranking.description', { label: item.label, chance: chance(item) }))
    .join(' ')
  return sectionOf(page, material, {
    part: 'appendix',
    blocks: [
      figureBlock({
        id,
        caption: t('ranking.caption'),
        description,
        read: t('ranking.read'),
        basis: basisOf(material, page.analysis),
        svg: coefficientPlot({
          id,
          title: say.told(page.question),
          description,
          say,
          sides: [t('ranking.behind'), t('ranking.ahead')],
          rows: items,
        }),
        table: {
          caption: t('ranking.table'),
          head: [t('page.statement'), t('ranking.chance'), t('ranking.worth')],
          rows: items.map((item) => {
            const { estimate } = item
            return [
              item.label,
              chance(item),
              estimate?.shown === 'number'
                ? `${say.fixed(estimate.value, 2)} (${t('numbers.to', {
                    low: say.fixed(estimate.low ?? estimate.value, 2),
                    high: say.fixed(estimate.high ?? estimate.value, 2),
                  })})`
                : say.value(estimate),
            ]
          }),
        },
      }),
      ...(left.length === 0
        ? []
        : [{ kind: 'note' as const, text: t('ranking.left', { items: say.list(left) }) }]),
    ],
    told:
      numberOf(first?.estimate) === undefined
        ? undefined
        : {
            heading: say.told(
              page.headline[liesAbove(first?.estimate, second?.estimate) ? 'clear' : 'close'],
            ),
            see: t('ranking.see'),
            sure: t('ranking.sure'),
          },
    values: {
      first: wordsValue(first?.label ?? '', t('ranking.first')),
      second: wordsValue(second?.label ?? '', t('ranking.second')),
      chance: wordsValue(first === undefined ? '–' : chance(first), t('ranking.chance')),
    },
  })
}
