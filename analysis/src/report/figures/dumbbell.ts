import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import { hiddenWords, inGerman } from '../words.ts'
import {
  axisNumbers,
  drawing,
  element,
  emptyField,
  gridBetween,
  INK,
  legendOf,
  text,
} from './svg.ts'

export type DumbbellRow = {
  readonly label: string
  readonly before: DisclosedEstimate | undefined
  readonly after: DisclosedEstimate | undefined
}

const LEFT = 10
const RIGHT = 266
const TICKS = [0, 10, 20, 30, 40]

/** From today (grey) to wished (dark), with an arrow; an axis of hours from 0 to 40. */
export const dumbbell = (figure: {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly legend: readonly [string, string]
  readonly unit: string
  readonly rows: readonly DumbbellRow[]
}): string => {
  const x = scaleLinear().domain([0, 40]).range([LEFT, RIGHT]).clamp(true)
  const end = (at: number, y: number, kind: 'before' | 'after') =>
    kind === 'before'
      ? element('circle', {
          cx: at,
          cy: y,
          r: 5.5,
          fill: INK.paper,
          stroke: INK.quiet,
          'stroke-width': 2,
        })
      : element('circle', {
          cx: at,
          cy: y,
          r: 5.5,
          fill: INK.first,
          stroke: INK.first,
          'stroke-width': 2,
        })
  const legend = legendOf(
    figure.legend.map((label, i) => ({
      label,
      mark: (at, y) => end(at + 6, y - 4.5, i === 0 ? 'before' : 'after'),
    })),
  )
  const marks = [legend.marks, axisNumbers(legend.height + 16, TICKS, x)]
  let y = legend.height + 22
  for (const { label, before, after } of figure.rows) {
    y += 18
    marks.push(text(0, y, label, { weight: 600 }), gridBetween([y + 5, y + 27], TICKS, x))
    y += 21
    if (before?.shown !== 'number' || after?.shown !== 'number') {
      const hidden =
        before?.shown === 'nothing' ? before : after?.shown === 'nothing' ? after : undefined
      marks.push(
        emptyField(
          figure.id,
          { x: LEFT, y: y - 13, width: RIGHT - LEFT, height: 16 },
          hidden ? hiddenWords(hidden.reason) : 'keine Antworten',
        ),
      )
    } else {
      const [from, to] = [x(before.value), x(after.value)]
      const way = Math.sign(to - from)
      const tip = to - way * 8
      marks.push(
        element('path', {
          d: `M${from.toFixed(2)} ${y - 5}H${to.toFixed(2)}`,
          stroke: INK.quiet,
          'stroke-width': 2.4,
        }),
        end(from, y - 5, 'before'),
        end(to, y - 5, 'after'),
        ...(Math.abs(to - from) > 24
          ? [
              element('path', {
                d: `M${(tip - way * 8).toFixed(2)} ${y - 10}L${tip.toFixed(2)} ${y - 5}L${(tip - way * 8).toFixed(2)} ${y}z`,
                fill: INK.quiet,
              }),
            ]
          : []),
        text(
          RIGHT + 14,
          y - 0.5,
          `${inGerman(before.value)} → ${inGerman(after.value)} ${figure.unit}`,
          { weight: 600 },
        ),
      )
    }
    y += 12
  }
  return drawing({ ...figure, height: y + 4 }, marks)
}
