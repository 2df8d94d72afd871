import { scaleLinear } from 'd3-scale'
import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import { drawing, element, hatched, INK, LABEL_LETTERS, linesOf, text, WIDTH } from './svg.ts'

export type MappedItem = {
  readonly label: string
  /** From 0 to 1. */
  readonly difficulty: DisclosedEstimate | undefined
  /** Item–rest correlation. */
  readonly discrimination: DisclosedEstimate | undefined
}

const LEFT = 40
const RIGHT = WIDTH - 12
const TOP = 26
const TALL = 200
const RADIUS = 10
/** Below it an item tells little of what the others tell. */
const WEAK = 0.3

/**
 * Items as numbered points: how strongly people agree (to the right) and how well an item separates those with much of
 * a thing from those with little (upwards). Their names stand below; hidden ones only there, hatched.
 */
export const itemMap = (
  figure: FigureWords & { readonly items: readonly MappedItem[] },
): string => {
  const { say } = figure
  const points = figure.items.flatMap(({ difficulty, discrimination }, i) =>
    difficulty?.shown === 'number' && discrimination?.shown === 'number'
      ? [{ number: i + 1, at: difficulty.value * 100, height: discrimination.value }]
      : [],
  )
  const x = scaleLinear().domain([0, 100]).range([LEFT, RIGHT])
  const y = scaleLinear()
    .domain([Math.min(0, ...points.map(({ height }) => height)), 1])
    .nice(4)
    .range([TOP + TALL, TOP])
  const ground = TOP + TALL
  const marks: string[] = [
    text(0, 14, say.t('figures.items.sharp'), { size: 13, fill: INK.quiet }),
    ...y.ticks(4).map(
      (tick) =>
        element('path', {
          d: `M${LEFT} ${y(tick).toFixed(2)}H${RIGHT}`,
          stroke: tick === 0 ? INK.axis : INK.grid,
          'stroke-width': 1,
        }) +
        text(LEFT - 6, y(tick) + 4.5, say.fixed(tick, 1), {
          size: 13,
          fill: INK.quiet,
          anchor: 'end',
        }),
    ),
    weakLine([LEFT, RIGHT], y(WEAK)),
    weakLine([LEFT + 62, LEFT + 84], 10),
    text(LEFT + 90, 14, say.t('figures.items.weak', { number: say.fixed(WEAK, 2) }), {
      size: 13,
      fill: INK.secondText,
    }),
    ...[0, 25, 50, 75, 100].map((tick) =>
      text(x(tick), ground + 18, String(tick), { size: 13, fill: INK.quiet, anchor: 'middle' }),
    ),
    text(RIGHT, ground + 35, say.t('figures.items.easy'), {
      size: 13,
      fill: INK.quiet,
      anchor: 'end',
    }),
    ...spread(points.map((point) => ({ ...point, x: x(point.at), y: y(point.height) }))),
  ]
  let bottom = ground + 46
  for (const [i, { label }] of figure.items.entries()) {
    const shown = points.some(({ number }) => number === i + 1)
    const [first = '', ...rest] = linesOf(label, LABEL_LETTERS - 4)
    bottom += 22
    marks.push(
      shown
        ? disc(RADIUS + 1, bottom - 5, i + 1)
        : hatched(figure.id, { x: 1, y: bottom - 15, width: 2 * RADIUS, height: 2 * RADIUS }),
      text(30, bottom, first),
    )
    for (const line of rest) {
      bottom += 18
      marks.push(text(30, bottom, line))
    }
  }
  return drawing({ ...figure, height: bottom + 10 }, marks)
}

const weakLine = ([from, to]: readonly [number, number], y: number) =>
  element('path', {
    d: `M${from} ${y.toFixed(2)}H${to}`,
    stroke: INK.second,
    'stroke-width': 1.5,
    'stroke-dasharray': '5 3',
  })

const disc = (x: number, y: number, number: number) =>
  element('circle', { cx: x, cy: y, r: RADIUS, fill: INK.first, stroke: INK.paper }) +
  text(x, y + 4.5, String(number), {
    size: 13,
    weight: 600,
    fill: INK.paper,
    anchor: 'middle',
  })

type Point = { readonly number: number; readonly x: number; readonly y: number }

/** Numbered discs that do not cover each other: one that would is drawn beside its place, with a line to it. */
const spread = (points: readonly Point[]): readonly string[] => {
  const taken: Point[] = []
  return points.map((point) => {
    const free = [0, 1, -1, 2, -2, 3, -3]
      .map((step) => ({ ...point, x: point.x + step * (2 * RADIUS + 2) }))
      .find(
        (place) =>
          place.x >= LEFT &&
          place.x <= RIGHT &&
          taken.every((other) => Math.hypot(other.x - place.x, other.y - place.y) > 2 * RADIUS),
      )
    const place = free ?? point
    taken.push(place)
    return (
      (place.x === point.x
        ? ''
        : element('path', {
            d: `M${point.x.toFixed(2)} ${point.y.toFixed(2)}H${place.x.toFixed(2)}`,
            stroke: INK.first,
            'stroke-width': 1.4,
          }) + element('circle', { cx: point.x, cy: point.y, r: 2.5, fill: INK.first })) +
      disc(place.x, place.y, point.number)
    )
  })
}
