import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import {
  axisNumbers,
  drawing,
  element,
  emptyField,
  gridBetween,
  INK,
  legendOf,
  text,
  WIDTH,
} from './svg.ts'

export type DumbbellRow = {
  readonly label: string
  readonly before: DisclosedEstimate | undefined
  readonly after: DisclosedEstimate | undefined
  /** How many pairs or answers stand behind it, in words. */
  readonly basis?: string
}

const LEFT = 10
const RIGHT = 260
const LINE = 26
/** From this distance on there is room for a point of the arrow between the two marks. */
const ROOM = 15

/** From before (grey) to after (dark) with an arrow, on an axis that does not depend on the values. */
export const dumbbell = (
  figure: FigureWords & {
    readonly legend: readonly [string, string]
    readonly unit: string
    readonly axis: { readonly from: number; readonly to: number; readonly step: number }
    readonly rows: readonly DumbbellRow[]
  },
): string => {
  const { say, id } = figure
  const { from, to, step } = figure.axis
  const x = scaleLinear().domain([from, to]).range([LEFT, RIGHT]).clamp(true)
  const ticks = Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, i) => from + i * step,
  )
  const legend = legendOf(
    figure.legend.map((label, i) => ({
      label,
      mark: (at, y) => end(at + 6, y - 4.5, i === 0 ? 'before' : 'after'),
    })),
  )
  const marks = [legend.marks, axisNumbers(legend.height + 16, ticks, x)]
  let y = legend.height + 22
  for (const { label, before, after, basis } of figure.rows) {
    y += 18
    const middle = y + 5 + LINE / 2
    marks.push(
      text(0, y, label, { weight: 600 }),
      text(WIDTH, y, basis ?? '', { size: 13, fill: INK.quiet, anchor: 'end' }),
      gridBetween([y + 5, y + 5 + LINE], ticks, x),
    )
    if (before?.shown !== 'number' || after?.shown !== 'number') {
      const hidden =
        before?.shown === 'nothing' ? before : after?.shown === 'nothing' ? after : undefined
      marks.push(
        emptyField(
          id,
          { x: LEFT, y: middle - 9, width: RIGHT - LEFT, height: 18 },
          hidden ? say.hidden(hidden.reason) : say.t('numbers.none'),
        ),
      )
    } else
      marks.push(
        arrow([x(before.value), x(after.value)], middle),
        text(
          RIGHT + 12,
          middle + 5,
          `${say.number(before.value)} → ${say.number(after.value)} ${figure.unit}`,
          { weight: 600 },
        ),
      )
    y = middle + LINE / 2 + 6
  }
  return drawing({ ...figure, height: y + 4 }, marks)
}

const arrow = ([from, to]: readonly [number, number], y: number) => {
  const way = Math.sign(to - from)
  const tip = to - way * 6
  return (
    element('path', {
      d: `M${from.toFixed(2)} ${y}H${to.toFixed(2)}`,
      stroke: INK.quiet,
      'stroke-width': 2.2,
    }) +
    end(from, y, 'before') +
    end(to, y, 'after') +
    (Math.abs(to - from) < ROOM
      ? ''
      : element('path', {
          d: `M${(tip - way * 8).toFixed(2)} ${y - 5.5}L${tip.toFixed(2)} ${y}L${(tip - way * 8).toFixed(2)} ${y + 5.5}z`,
          fill: INK.text,
        }))
  )
}

const end = (x: number, y: number, kind: 'before' | 'after') =>
  element('circle', {
    cx: x,
    cy: y,
    r: 5.5,
    fill: kind === 'before' ? INK.middle : INK.first,
    stroke: kind === 'before' ? INK.quiet : INK.first,
    'stroke-width': 1.8,
  })
