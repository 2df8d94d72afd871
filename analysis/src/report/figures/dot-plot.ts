import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import { hiddenWords, inGerman, shareWords } from '../words.ts'
import { drawing, element, emptyField, groupLegend, groupMark, INK, linesOf, text } from './svg.ts'

export type DotRow = {
  readonly label: string
  /** One estimate a group, in the order of the legend. */
  readonly estimates: readonly (DisclosedEstimate | undefined)[]
  /** A known value to compare with, shown with the mark of the next group. */
  readonly reference?: number
}

const LEFT = 8
const RIGHT = 336
const LINE = 21

/**
 * Points with their intervals on an axis from 0 to 100, one line a group under the label of each row. Groups
 * differ in shape. Unsure points are grey; hidden ones leave a hatched field with the reason.
 */
export const dotPlot = (figure: {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly groups: readonly string[]
  readonly rows: readonly DotRow[]
}): string => {
  const x = scaleLinear().domain([0, 100]).range([LEFT, RIGHT])
  const marks: string[] = []
  let y = 0
  if (figure.groups.length > 1) {
    y = 16
    marks.push(groupLegend(figure.groups, y))
    y += 8
  }
  const top = y + 22
  const body: string[] = []
  y = top + 8
  for (const { label, estimates, reference } of figure.rows) {
    for (const line of linesOf(label, 62)) {
      y += 16
      body.push(text(0, y, line, { weight: 600 }))
    }
    for (const [place, estimate] of estimates.entries()) {
      y += LINE
      body.push(dot(figure.id, { estimate, place, y: y - 5, x }))
    }
    if (reference !== undefined) body.push(groupMark(estimates.length, x(reference), y - 5))
    y += 10
  }
  for (const tick of [0, 25, 50, 75, 100]) {
    const anchor = tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle'
    const at = tick === 0 ? 0 : tick === 100 ? RIGHT + 8 : x(tick)
    marks.push(
      element('path', {
        d: `M${x(tick)} ${top}V${y}`,
        stroke: tick === 0 ? INK.axis : INK.grid,
        'stroke-width': 1,
      }),
      text(at, top - 6, tick === 100 ? '100' : String(tick), {
        size: 11.5,
        fill: INK.quiet,
        anchor,
      }),
    )
  }
  return drawing({ ...figure, height: y + 4 }, [...marks, ...body])
}

const dot = (
  id: string,
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
  if (estimate === undefined || estimate.shown === 'nothing')
    return emptyField(
      id,
      { x: LEFT, y: y - 8, width: RIGHT - LEFT, height: 16 },
      estimate ? hiddenWords(estimate.reason) : 'keine Antworten',
    )
  if (estimate.shown === 'words')
    return emptyField(
      id,
      { x: LEFT, y: y - 8, width: RIGHT - LEFT, height: 16 },
      shareWords(estimate),
    )
  const unsure = estimate.certainty === 'unsure'
  const low = x(estimate.low ?? estimate.value)
  const high = x(estimate.high ?? estimate.value)
  const span =
    estimate.low === undefined || estimate.high === undefined
      ? ''
      : ` (${inGerman(estimate.low)}–${inGerman(estimate.high)})`
  const value = text(RIGHT + 14, y + 4.5, inGerman(estimate.value), {
    weight: 600,
    ...(unsure ? { fill: INK.quiet } : {}),
  })
  const offset = String(estimate.value).length * 7.4 + 3
  return element(
    'g',
    {},
    element('path', {
      d: `M${low.toFixed(2)} ${y.toFixed(2)}H${high.toFixed(2)}`,
      stroke: unsure ? INK.axis : INK.text,
      'stroke-width': 1.4,
      'stroke-opacity': 0.75,
    }),
    groupMark(place, x(estimate.value), y, unsure ? 'faded' : 'plain'),
    value,
    text(RIGHT + 14 + offset, y + 4.5, unsure ? `${span} unsicher`.trim() : span.trim(), {
      size: unsure ? 10 : 11.5,
      fill: INK.quiet,
    }),
  )
}
