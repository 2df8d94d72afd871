import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import { heightOf } from '../standing.ts'
import type { FigureWords } from './figure.ts'
import {
  axisNumbers,
  drawing,
  element,
  emptyField,
  gridBetween,
  groupMark,
  INK,
  linesOf,
  text,
  WIDTH,
} from './svg.ts'

export type RankedRow = { readonly label: string; readonly estimate: DisclosedEstimate | undefined }

const LEFT = 10
const RIGHT = 284
const LINE = 22
const TICKS = [0, 25, 50, 75, 100]
const LETTERS = 32

/**
 * Shares on an axis from 0 to 100, the most frequent first; beside each the places it may have, since where intervals
 * overlap the order may be chance.
 */
export const rankedDots = (
  figure: FigureWords & { readonly rows: readonly RankedRow[] },
): string => {
  const { say, id, rows } = figure
  const x = scaleLinear().domain([0, 100]).range([LEFT, RIGHT])
  const places = placesOf(rows.map(({ estimate }) => estimate))
  const marks = [axisNumbers(14, TICKS, x)]
  let y = 18
  for (const [i, { label, estimate }] of rows.entries()) {
    const place = places[i]
    const first = y + 18
    for (const line of linesOf(label, LETTERS)) {
      y += 18
      marks.push(text(0, y, line, { weight: 600 }))
    }
    if (place !== undefined)
      marks.push(
        text(WIDTH, first, say.t('figures.place', { place: placeWords(place, say) }), {
          size: 13,
          fill: INK.quiet,
          anchor: 'end',
        }),
      )
    const top = y + 5
    const middle = top + LINE / 2
    marks.push(gridBetween([top, top + LINE], TICKS, x))
    marks.push(
      estimate?.shown === 'number'
        ? dot(estimate, middle, { x, say })
        : emptyField(
            id,
            { x: LEFT, y: middle - 9, width: RIGHT - LEFT, height: 18 },
            estimate === undefined ? say.t('numbers.none') : say.value(estimate),
          ),
    )
    y = top + LINE + 4
  }
  return drawing({ ...figure, height: y + 4 }, marks)
}

const dot = (
  { value, low = value, high = value, certainty }: Extract<DisclosedEstimate, { shown: 'number' }>,
  y: number,
  { x, say }: { readonly x: (value: number) => number; readonly say: FigureWords['say'] },
) => {
  const unsure = certainty === 'unsure'
  return (
    element('path', {
      d: `M${x(low).toFixed(2)} ${y}H${x(high).toFixed(2)}`,
      stroke: unsure ? INK.axis : INK.text,
      'stroke-width': 1.5,
    }) +
    groupMark(0, x(value), y, unsure ? 'faded' : 'plain') +
    text(326, y + 5, say.number(value), {
      weight: 600,
      anchor: 'end',
      ...(unsure ? { fill: INK.quiet } : {}),
    }) +
    text(333, y + 5, unsure ? say.t('numbers.unsure') : say.range(low, high), {
      size: 13,
      fill: INK.quiet,
    })
  )
}

type Place = { readonly best: number; readonly worst: number }

/** Which places each may have: those clearly above it are before it, those clearly below after it. */
export const placesOf = (
  estimates: readonly (DisclosedEstimate | undefined)[],
): readonly (Place | undefined)[] => {
  const heights = estimates.map(heightOf)
  const known = heights.filter((height) => height !== undefined)
  return heights.map((own) =>
    own === undefined
      ? undefined
      : {
          best: 1 + known.filter((other) => other.low > own.high).length,
          worst: known.length - known.filter((other) => other.high < own.low).length,
        },
  )
}

export const placeWords = ({ best, worst }: Place, say: FigureWords['say']) =>
  best === worst ? say.number(best) : say.range(best, worst)
