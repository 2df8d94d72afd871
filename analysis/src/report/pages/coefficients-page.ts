import type { Section } from '@echolot/report'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
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
import { numberOf } from '../standing.ts'

/** A model as standardised coefficients with intervals, the strongest first; for the appendix. */
export const coefficientsPage = (page: PageOf<'coefficients'>, material: Material): Section => {
  const { say } = material
  const t = say.t
  const items = page.items
    .map(({ label, analysis, key }) => ({
      label: say.told(label),
      estimate: estimateIn(material, analysis, key),
    }))
    .sort((a, b) => strengthIn(b.estimate) - strengthIn(a.estimate))
  const clear = items.filter(({ estimate }) => excludesZero(estimate))
  const words = (estimate: DisclosedEstimate | undefined) =>
    estimate?.shown === 'number'
      ? `${say.fixed(estimate.value, 2)} (${t('numbers.to', {
          low: say.fixed(estimate.low ?? estimate.value, 2),
          high: say.fixed(estimate.high ?? estimate.value, 2),
        })})`
      : say.value(estimate)
  const id = idOf(material, page)
  const description = items
    .map(({ label, estimate }) => t('model.description', { label, value: words(estimate) }))
    .join(' ')
  return sectionOf(page, material, {
    part: 'appendix',
    blocks: [
      figureBlock({
        id,
        caption: t('model.caption'),
        description,
        read: t('model.read'),
        basis: basisOf({ ...material, weighted: false }, page.items[0]?.analysis ?? ''),
        svg: coefficientPlot({
          id,
          title: say.told(page.question),
          description,
          say,
          sides: [say.told(page.sides[0]), say.told(page.sides[1])],
          rows: items,
        }),
        table: {
          caption: t('model.table'),
          head: [t('model.term'), t('model.coefficient')],
          rows: items.map(({ label, estimate }) => [label, words(estimate)]),
        },
      }),
      ...(page.sentence === undefined
        ? []
        : [{ kind: 'note' as const, text: say.told(page.sentence) }]),
    ],
    told: items.every(({ estimate }) => estimate?.shown !== 'number')
      ? undefined
      : {
          heading: say.told(page.headline[clear.length > 0 ? 'some' : 'none']),
          see: t(clear.length > 0 ? 'model.see' : 'model.seeNone'),
          sure: t('model.sure'),
        },
    values: {
      first: wordsValue(clear[0]?.label ?? '', t('model.term')),
      items: wordsValue(say.list(clear.map(({ label }) => label)), t('model.term')),
    },
  })
}

const strengthIn = (estimate: DisclosedEstimate | undefined) => Math.abs(numberOf(estimate) ?? 0)

/** Whether an interval lies wholly on one side of zero. */
export const excludesZero = (estimate: DisclosedEstimate | undefined): boolean =>
  estimate?.shown === 'number' &&
  estimate.low !== undefined &&
  estimate.high !== undefined &&
  (estimate.low > 0 || estimate.high < 0)
