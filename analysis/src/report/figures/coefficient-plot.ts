import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import {
  drawing,
  element,
  emptyField,
  gridBetween,
  groupMark,
  INK,
  LABEL_LETTERS,
  linesOf,
  text,
  WIDTH,
} from './svg.ts'

export type CoefficientRow = {
  readonly label: string
  readonly estimate: DisclosedEstimate | undefined
}

const LEFT = 18
const RIGHT = 226
const NUMBER = 276
const LINE = 24

/**
 * Standardised coefficients with their intervals around a strong line at zero, on an axis that reaches as far to either
 * side. No stars: whether an interval crosses zero is seen.
 */
export const coefficientPlot = (
  figure: FigureWords & {
    readonly rows: readonly CoefficientRow[]
    /** What lies left and right of zero, e.g. `weniger Zutrauen`. */
    readonly sides: readonly [string, string]
  },
): string => {
  const { say, id } = figure
  const reach = Math.max(
    0.2,
    ...figure.rows.flatMap(({ estimate }) =>
      estimate?.shown === 'number'
        ? [estimate.value, estimate.low ?? 0, estimate.high ?? 0].map(Math.abs)
        : [],
    ),
  )
  const x = scaleLinear().domain([-reach, reach]).nice(4).range([LEFT, RIGHT])
  const end = x.domain()[1] as number
  const ticks = [-end, -end / 2, 0, end / 2, end]
  const marks: string[] = [
    text(0, 14, `← ${figure.sides[0]}`, { size: 13, fill: INK.quiet }),
    text(WIDTH, 14, `${figure.sides[1]} →`, { size: 13, fill: INK.quiet, anchor: 'end' }),
    ...ticks.map((tick) =>
      text(x(tick), 34, say.number(Number(tick.toFixed(2))), {
        size: 13,
        fill: INK.quiet,
        anchor: 'middle',
      }),
    ),
  ]
  let y = 38
  for (const { label, estimate } of figure.rows) {
    for (const line of linesOf(label, LABEL_LETTERS)) {
      y += 18
      marks.push(text(0, y, line, { weight: 600 }))
    }
    const [top, bottom] = [y + 5, y + 5 + LINE]
    const middle = (top + bottom) / 2
    marks.push(
      gridBetween([top, bottom], ticks, x),
      element('path', {
        d: `M${x(0).toFixed(2)} ${top}V${bottom}`,
        stroke: INK.text,
        'stroke-width': 1.6,
      }),
      estimate?.shown === 'number'
        ? coefficient(estimate, middle, { x, say })
        : emptyField(
            id,
            { x: LEFT, y: top + 3, width: RIGHT - LEFT, height: LINE - 6 },
            estimate?.shown === 'nothing' ? say.hidden(estimate.reason) : say.t('numbers.none'),
          ),
    )
    y = bottom + 4
  }
  return drawing({ ...figure, height: y + 4 }, marks)
}

const coefficient = (
  { value, low = value, high = value }: Extract<DisclosedEstimate, { shown: 'number' }>,
  y: number,
  { x, say }: { readonly x: (value: number) => number; readonly say: FigureWords['say'] },
) =>
  element('path', {
    d: `M${x(low).toFixed(2)} ${y}H${x(high).toFixed(2)}`,
    stroke: INK.text,
    'stroke-width': 1.5,
  }) +
  groupMark(0, x(value), y) +
  text(NUMBER, y + 5, say.fixed(value, 2), { weight: 600, anchor: 'end' }) +
  text(
    NUMBER + 8,
    y + 5,
    say.t('numbers.to', { low: say.fixed(low, 2), high: say.fixed(high, 2) }),
    {
      size: 13,
      fill: INK.quiet,
    },
  )
