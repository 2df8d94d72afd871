import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import { hiddenWords, inGerman } from '../words.ts'
import { drawing, element, emptyField, INK, legendOf, text } from './svg.ts'

export type DumbbellRow = {
  readonly label: string
  readonly before: DisclosedEstimate | undefined
  readonly after: DisclosedEstimate | undefined
}

const LEFT = 8
const RIGHT = 330

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
  const marks = [
    legendOf(
      figure.legend.map((label, i) => ({
        label,
        mark: (at) => end(at + 6, 12, i === 0 ? 'before' : 'after'),
      })),
      16,
    ),
  ]
  const top = 46
  const body: string[] = []
  let y = top + 6
  for (const { label, before, after } of figure.rows) {
    y += 17
    body.push(text(0, y, label, { weight: 600 }))
    y += 20
    if (before?.shown !== 'number' || after?.shown !== 'number') {
      const hidden =
        before?.shown === 'nothing' ? before : after?.shown === 'nothing' ? after : undefined
      body.push(
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
      body.push(
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
  for (const tick of [0, 10, 20, 30, 40])
    marks.push(
      element('path', {
        d: `M${x(tick)} ${top}V${y}`,
        stroke: tick === 0 ? INK.axis : INK.grid,
        'stroke-width': 1,
      }),
      text(x(tick), top - 6, String(tick), { size: 11.5, fill: INK.quiet, anchor: 'middle' }),
    )
  return drawing({ ...figure, height: y + 4 }, [...marks, ...body])
}
