import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import { drawing, element, emptyField, INK, text } from './svg.ts'

const SIDE = 15.5
const STEP = 19

/**
 * One hundred equal squares, filled row by row from the lower left: dark up to the lower bound, medium up to the
 * estimate, outlined up to the upper bound.
 */
export const iconArray = (
  figure: FigureWords & {
    readonly estimate: DisclosedEstimate | undefined
  },
): string => {
  const { estimate, say } = figure
  if (estimate?.shown !== 'number' || estimate.low === undefined || estimate.high === undefined) {
    const words = estimate === undefined ? say.t('numbers.none') : say.share(estimate)
    return drawing({ ...figure, height: 44 }, [
      emptyField(figure.id, { x: 0, y: 8, width: 398, height: 28 }, words),
    ])
  }
  const { value, low, high } = estimate
  const squares = Array.from({ length: 100 }, (_, place) => {
    const x = (place % 10) * STEP + 1
    const y = (9 - Math.floor(place / 10)) * STEP + 1
    const style =
      place < low
        ? { fill: INK.first, stroke: INK.first }
        : place < value
          ? { fill: INK.between, stroke: INK.first }
          : place < high
            ? { fill: INK.paper, stroke: INK.first }
            : { fill: INK.light, stroke: INK.axis }
    return element('rect', {
      x,
      y,
      width: SIDE,
      height: SIDE,
      rx: 2,
      'stroke-width': place < high ? 1.6 : 0.6,
      ...style,
    })
  })
  const key = (y: number, style: { fill: string; stroke: string }, words: string) =>
    element('rect', {
      x: 208,
      y: y - 11,
      width: 13,
      height: 13,
      rx: 2,
      'stroke-width': 1.2,
      ...style,
    }) + text(228, y, words, { size: 13.5, fill: INK.quiet })
  return drawing({ ...figure, height: 10 * STEP + 2 }, [
    ...squares,
    text(207, 42, say.number(value), { size: 46, weight: 600, fill: INK.first }),
    text(208, 66, say.t('figures.icons.of'), { size: 17, weight: 600 }),
    key(
      100,
      { fill: INK.first, stroke: INK.first },
      say.t('figures.icons.sure', { number: say.number(low) }),
    ),
    key(
      124,
      { fill: INK.between, stroke: INK.first },
      say.t('figures.icons.estimated', { number: say.number(value) }),
    ),
    key(
      148,
      { fill: INK.paper, stroke: INK.first },
      say.t('figures.icons.possible', { number: say.number(high) }),
    ),
    key(172, { fill: INK.light, stroke: INK.axis }, say.t('figures.icons.others')),
  ])
}
