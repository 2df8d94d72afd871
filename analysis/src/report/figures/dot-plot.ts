import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import {
  axisNumbers,
  drawing,
  element,
  emptyField,
  gridBetween,
  groupLegend,
  groupMark,
  INK,
  LABEL_LETTERS,
  linesOf,
  text,
} from './svg.ts'

export type DotRow = {
  readonly label: string
  /** One estimate a group, in the order of the legend. */
  readonly estimates: readonly (DisclosedEstimate | undefined)[]
  /** A known value to compare with, shown with the mark of the next group. */
  readonly reference?: number
}

const LEFT = 10
const RIGHT = 284
const LINE = 22
const TICKS = [0, 25, 50, 75, 100]

/**
 * Points with their intervals on an axis from 0 to 100, one line a group under the label of each row. Groups
 * differ in shape. Unsure points are grey; hidden ones leave a hatched field with the reason.
 */
export const dotPlot = (
  figure: FigureWords & {
    readonly groups: readonly string[]
    readonly rows: readonly DotRow[]
  },
): string => {
  const x = scaleLinear().domain([0, 100]).range([LEFT, RIGHT])
  const legend = figure.groups.length > 1 ? groupLegend(figure.groups) : { marks: '', height: 0 }
  const marks = [legend.marks, axisNumbers(legend.height + 16, TICKS, x)]
  let y = legend.height + 22
  for (const { label, estimates, reference } of figure.rows) {
    for (const line of linesOf(label, LABEL_LETTERS)) {
      y += 18
      marks.push(text(0, y, line, { weight: 600 }))
    }
    const top = y + 5
    const bottom = top + estimates.length * LINE
    marks.push(gridBetween([top, bottom], TICKS, x))
    for (const [place, estimate] of estimates.entries())
      marks.push(dot(figure, { estimate, place, y: top + (place + 0.5) * LINE, x }))
    if (reference !== undefined)
      marks.push(groupMark(estimates.length, x(reference), bottom - LINE / 2))
    y = bottom + 6
  }
  return drawing({ ...figure, height: y + 4 }, marks)
}

const dot = (
  { id, say }: FigureWords,
  {
    estimate,
    place,
    y,
    x,
  }: {
    estimate: DisclosedEstimate | undefined
    place: number
    y: number
    x: (value: number) => number
  },
): string => {
  if (estimate?.shown !== 'number')
    return emptyField(
      id,
      { x: LEFT, y: y - 9, width: RIGHT - LEFT, height: 18 },
      estimate ? say.value(estimate) : say.t('numbers.none'),
    )
  const unsure = estimate.certainty === 'unsure'
  const low = x(estimate.low ?? estimate.value)
  const high = x(estimate.high ?? estimate.value)
  const number = say.number(estimate.value)
  const beside = unsure
    ? say.t('numbers.unsure')
    : estimate.low === undefined || estimate.high === undefined
      ? ''
      : say.range(estimate.low, estimate.high)
  return element(
    'g',
    {},
    element('path', {
      d: `M${low.toFixed(2)} ${y.toFixed(2)}H${high.toFixed(2)}`,
      stroke: unsure ? INK.axis : INK.text,
      'stroke-width': 1.5,
      'stroke-opacity': 0.75,
    }),
    groupMark(place, x(estimate.value), y, unsure ? 'faded' : 'plain'),
    text(326, y + 5, number, {
      weight: 600,
      anchor: 'end',
      ...(unsure ? { fill: INK.quiet } : {}),
    }),
    text(333, y + 5, beside, { size: 13, fill: INK.quiet }),
  )
}
