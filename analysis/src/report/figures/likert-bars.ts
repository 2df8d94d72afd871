import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import {
  type Box,
  drawing,
  element,
  emptyField,
  fitsIn,
  gridBetween,
  hatched,
  INK,
  LABEL_LETTERS,
  legendOf,
  linesOf,
  text,
  untoldLines,
} from './svg.ts'

export type LikertRow = {
  readonly label: string
  readonly against: DisclosedEstimate | undefined
  readonly middle: DisclosedEstimate | undefined
  readonly agree: DisclosedEstimate | undefined
}

/** One point of 100 is as long in the middle, apart at the right, as on either side. */
const POINT = 1.1
const CENTRE = 112
const MIDDLE = 256
const HEIGHT = 21
const TICKS = [-100, -50, 0, 50, 100]
/** Numbers stand at bars from here on, and inside of them from where they fit. */
const NUMBERED = 8
const INSIDE = 20

/**
 * Agreement to the right, disagreement to the left of one line, the middle apart at the right edge; a fixed axis
 * from −100 to 100, numbers from 8 on.
 */
export const likertBars = (
  figure: FigureWords & {
    readonly legend: readonly [against: string, agree: string, middle: string]
    readonly rows: readonly LikertRow[]
  },
): string => {
  const { id, say } = figure
  const x = scaleLinear()
    .domain([-100, 100])
    .range([CENTRE - 100 * POINT, CENTRE + 100 * POINT])
  const fills = [
    (box: Box) =>
      element('rect', { ...box, fill: INK.second }) +
      element('rect', { ...box, fill: `url(#${id}-stripes)`, 'fill-opacity': 0.35 }),
    (box: Box) => element('rect', { ...box, fill: INK.first }),
    (box: Box) =>
      element('rect', { ...box, fill: INK.middle, stroke: INK.quiet, 'stroke-width': 0.8 }),
  ] as const
  const legend = legendOf(
    figure.legend.map((label, place) => ({
      label,
      mark: (at, y) =>
        (fills[place] as (box: Box) => string)({ x: at, y: y - 11, width: 13, height: 13 }),
    })),
  )
  const marks: string[] = [
    legend.marks,
    ...TICKS.map((tick) =>
      text(x(tick), legend.height + 16, String(Math.abs(tick)), {
        size: 13,
        fill: INK.quiet,
        anchor: tick === -100 ? 'start' : 'middle',
      }),
    ),
    text(MIDDLE, legend.height + 16, figure.legend[2], { size: 13, fill: INK.quiet }),
  ]
  let y = legend.height + 20
  for (const { label, against, middle, agree } of figure.rows) {
    for (const line of linesOf(label, LABEL_LETTERS)) {
      y += 18
      marks.push(text(0, y, line, { weight: 600 }))
    }
    y += 6
    marks.push(
      gridBetween([y - 2, y + HEIGHT + 2], TICKS, x),
      side({ id, say, estimate: against, y, way: -1, fill: fills[0] }),
      side({ id, say, estimate: agree, y, way: 1, fill: fills[1] }),
      apart({ id, say, estimate: middle, y, fill: fills[2] }),
      element('path', {
        d: `M${CENTRE} ${y - 3}V${y + HEIGHT + 3}`,
        stroke: INK.text,
        'stroke-width': 1.4,
      }),
    )
    y += HEIGHT + 9
    const untold = [against, agree, middle].flatMap((estimate, i) => {
      const words = hiddenIn(estimate, say)
      return words === undefined || (i < 2 && fitsIn(words, SIDE))
        ? []
        : [{ name: figure.legend[i] as string, words }]
    })
    for (const line of untoldLines(untold, 3)) {
      marks.push(text(0, y + 6, line, { size: 13, fill: INK.quiet }))
      y += 17
    }
  }
  return drawing({ ...figure, height: y }, marks)
}

/** Room for words in the field of a hidden side. */
const SIDE = 100 * POINT - 3

/** What stands for a hidden number; undefined where there is one. */
const hiddenIn = (estimate: DisclosedEstimate | undefined, say: FigureWords['say']) =>
  estimate?.shown === 'number'
    ? undefined
    : estimate === undefined
      ? say.t('numbers.none')
      : say.value(estimate)

type Part = {
  readonly id: string
  readonly say: FigureWords['say']
  readonly estimate: DisclosedEstimate | undefined
  readonly y: number
  readonly fill: (box: Box) => string
}

const side = ({ id, say, estimate, y, way, fill }: Part & { readonly way: 1 | -1 }): string => {
  if (estimate?.shown !== 'number') {
    const words = hiddenIn(estimate, say) ?? ''
    const box = {
      x: way === 1 ? CENTRE + 3 : CENTRE - 100 * POINT,
      y: y + 2,
      width: SIDE,
      height: HEIGHT - 4,
    }
    return fitsIn(words, SIDE) ? emptyField(id, box, words) : hatched(id, box)
  }
  const width = estimate.value * POINT
  const x = way === 1 ? CENTRE : CENTRE - width
  const bar = fill({ x, y, width, height: HEIGHT })
  if (estimate.value < NUMBERED) return bar
  const number = say.number(estimate.value)
  const inside = estimate.value >= INSIDE
  const at = CENTRE + way * (inside ? width - 5 : width + 4)
  const anchor = inside === (way === 1) ? ('end' as const) : ('start' as const)
  // Stripes would run through the digits.
  const ground =
    inside && way === -1
      ? element('rect', {
          x: at - 2,
          y: y + 3,
          width: number.length * 8.6 + 4,
          height: 15,
          rx: 2,
          fill: INK.second,
        })
      : ''
  return (
    bar +
    ground +
    text(at, y + 15.5, number, { weight: 600, anchor, fill: inside ? INK.paper : INK.text })
  )
}

const apart = ({ id, say, estimate, y, fill }: Part): string => {
  if (estimate?.shown !== 'number')
    return hatched(id, { x: MIDDLE, y: y + 2, width: 60, height: HEIGHT - 4 })
  const width = estimate.value * POINT
  return (
    fill({ x: MIDDLE, y, width, height: HEIGHT }) +
    (estimate.value >= NUMBERED
      ? text(MIDDLE + width + 4, y + 15.5, say.number(estimate.value), { weight: 600 })
      : '')
  )
}
