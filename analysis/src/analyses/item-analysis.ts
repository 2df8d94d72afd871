import type { Estimate } from '../result.ts'
import { completeCases } from '../statistics/cronbach-alpha.ts'
import { reliabilityOf } from '../statistics/item-analysis.ts'
import { presentIn } from '../statistics/numbers.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'
import { columnIn } from './columns.ts'
import { byName, estimatesOf } from './estimates-of.ts'
import { scaleOrItems } from './fields.ts'
import { itemsOf } from './items-of.ts'
import { defineMethod } from './method.ts'

const FLOOR_LIMIT = 0.15
const WEAK = 0.3

/** How items of a scale behave, reversed ones turned. Unweighted. */
export const itemAnalysis = defineMethod({
  id: 'item-analysis',
  about:
    'By item: difficulty (mean − min) / (max − min), corrected item–rest correlation and alpha without the item (complete respondents); share of answers at the lowest and at the highest point (all answers). More than 15 % there is a floor or ceiling.',
  source:
    'Lord & Novick (1968), Statistical Theories of Mental Test Scores; Terwee et al. (2007), Journal of Clinical Epidemiology 60, 34–42, for floor and ceiling.',
  estimates:
    'by item `difficulty.X`, `mean.X`, `sd.X`, `r_drop.X`, `alpha_if_dropped.X`, `floor.X`, `ceiling.X`, `n.X`, `missing.X`; `alpha`',
  fields: scaleOrItems,
  example: { items: ['tru_1', 'tru_2', 'tru_3'], reversed: ['tru_3'], min: 1, max: 5 },
  faults: (line) =>
    line.scale === undefined &&
    (line.items === undefined || line.min === undefined || line.max === undefined)
      ? [
          {
            path: '',
            message: 'difficulty needs the ends of the scale',
            remedy: 'give "scale", or "items" with "min" and "max"',
          },
        ]
      : [],
  run: (line, data, given) => {
    const { names, values } = itemsOf(line, data, given)
    const scale = given.scales.find(({ name }) => name === line.scale)
    const ends = scale ?? line
    const turned = scale?.reversed ?? line.reversed ?? []
    const [min, max] = [ends.min as number, ends.max as number]
    const complete = completeCases(values)
    const n = complete[0]?.length ?? 0
    const { alpha, items } = reliabilityOf(complete)
    const shares = values.map((item, i) => {
      const name = names[i] as string
      const n = presentIn(item).length
      const shareAt = (end: number): Extract<Estimate, { kind: 'share' }> => {
        const count = item.filter((value) => value === end).length
        const [low, high] = n > 0 ? wilsonInterval(count / n, n) : [0, 1]
        const code = turned.includes(name) ? min + max - end : end
        return {
          ...{ kind: 'share', value: count / n, low, high, base: n, count },
          sensitive: columnIn(data, name).sensitive,
          subject: { variable: name, codes: [code] },
        }
      }
      return { n, floor: shareAt(min), ceiling: shareAt(max) }
    })
    const by = (of: (i: number) => number) =>
      byName(
        names,
        names.map((_, i) => of(i)),
      )
    const item = (i: number) => items[i] as (typeof items)[number]
    const share = (i: number) => shares[i] as (typeof shares)[number]
    const difficulty = (i: number) => (item(i).mean - min) / (max - min)
    return {
      n,
      omitted: data.n - n,
      estimates: {
        ...Object.fromEntries(
          (['floor', 'ceiling'] as const).flatMap((end) =>
            names.map((name, i): [string, Estimate] => [`${end}.${name}`, share(i)[end]]),
          ),
        ),
        ...estimatesOf(
          {
            alpha,
            difficulty: by(difficulty),
            mean: by((i) => item(i).mean),
            sd: by((i) => item(i).sd),
            r_drop: by((i) => item(i).rest),
            ...(names.length > 2 ? { alpha_if_dropped: by((i) => item(i).alphaWithout) } : {}),
            n: by((i) => share(i).n),
            missing: by((i) => data.n - share(i).n),
          },
          n,
        ),
      },
      tables: {
        items: {
          kind: 'coefficients',
          rows: names,
          columns: ['difficulty', 'mean', 'sd', 'itemRest', 'alphaWithout'],
          values: names.map((_, i) => [
            difficulty(i),
            item(i).mean,
            item(i).sd,
            item(i).rest,
            names.length > 2 ? item(i).alphaWithout : null,
          ]),
          base: n,
        },
      },
      warnings: names.flatMap((name, i) => [
        ...(item(i).rest < WEAK ? [`${name}: item–rest correlation below .30`] : []),
        ...(share(i).floor.value > FLOOR_LIMIT
          ? [`${name}: floor, over 15 % at the lowest point`]
          : []),
        ...(share(i).ceiling.value > FLOOR_LIMIT
          ? [`${name}: ceiling, over 15 % at the highest point`]
          : []),
      ]),
    }
  },
})
