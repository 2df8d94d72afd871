import { scaleLinear } from 'd3-scale'
import type { DisclosedCell } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import { drawing, element, hatched, INK, text, WIDTH } from './svg.ts'

/** A stretch of the axis and how many lie in it. */
export type Bin = {
  readonly from: number
  readonly to: number
  readonly cell: DisclosedCell | null | undefined
}
/** Something that happened at one place of the axis. */
export type Moment = { readonly at: number; readonly label: string }

const LEFT = 8
const RIGHT = WIDTH - 8
const TALL = 150
const HIDDEN = 22

/**
 * Bars whose areas are counts: one over a wider stretch is lower at the same count. The count stands on each bar;
 * hidden ones are low hatched fields of one height, whatever is in them. Moments are flags above the bars.
 */
export const densityBars = (
  figure: FigureWords & {
    readonly bins: readonly Bin[]
    readonly moments?: readonly Moment[]
    /** Places on the axis that are named, and what the axis is. */
    readonly ticks: readonly { readonly at: number; readonly label: string }[]
    readonly axis: string
  },
): string => {
  const { say, bins, moments = [] } = figure
  const [first, last] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1]
  const x = scaleLinear().domain([first, last]).range([LEFT, RIGHT])
  const densityOf = ({ from, to, cell }: Bin) =>
    cell?.shown === 'number' ? cell.value / (to - from) : 0
  const y = scaleLinear()
    .domain([0, Math.max(1e-9, ...bins.map(densityOf))])
    .range([0, TALL])
  const flags = flagsOf(moments, x)
  const ground = flags.height + 22 + TALL
  const marks = bins.map((bin) => {
    const [left, right] = [x(bin.from) + 1, x(bin.to) - 1]
    const middle = (left + right) / 2
    const known = bin.cell?.shown === 'number'
    const height = known ? y(densityOf(bin)) : HIDDEN
    const box = { x: left, y: ground - height, width: right - left, height }
    return (
      (known ? element('rect', { ...box, fill: INK.first }) : hatched(figure.id, box)) +
      (known && right - left > 14
        ? text(middle, ground - height - 5, say.cell(bin.cell), {
            size: 13,
            weight: 600,
            anchor: 'middle',
          })
        : '')
    )
  })
  const hidden = [
    ...new Set(
      bins.flatMap(({ cell }) =>
        cell?.shown === 'number' ? [] : [cell ? say.cell(cell) : say.t('numbers.none')],
      ),
    ),
  ]
  const bottom = ground + 40
  return drawing({ ...figure, height: bottom + (hidden.length > 0 ? 20 : 0) }, [
    flags.poles(ground),
    ...marks,
    element('path', { d: `M${LEFT} ${ground}H${RIGHT}`, stroke: INK.text, 'stroke-width': 1.2 }),
    ...figure.ticks.map(
      ({ at, label }) =>
        element('path', {
          d: `M${x(at).toFixed(2)} ${ground}v5`,
          stroke: INK.text,
          'stroke-width': 1.2,
        }) +
        text(x(at), ground + 18, label, {
          size: 13,
          fill: INK.quiet,
          anchor: x(at) < 30 ? 'start' : x(at) > WIDTH - 30 ? 'end' : 'middle',
        }),
    ),
    text(WIDTH, ground + 35, figure.axis, { size: 13, fill: INK.quiet, anchor: 'end' }),
    flags.cloths,
    hidden.length === 0
      ? ''
      : hatched(figure.id, { x: LEFT, y: bottom - 1, width: 14, height: 13 }) +
        text(LEFT + 20, bottom + 10, say.t('figures.hatched', { reason: hidden.join(', ') }), {
          size: 13,
          fill: INK.quiet,
        }),
  ])
}

/** Flags one below the other where their words would meet, the poles down to the ground. */
const flagsOf = (moments: readonly Moment[], x: (value: number) => number) => {
  const ends: number[] = []
  const placed = moments.map(({ at, label }) => {
    const width = label.length * 7 + 12
    const right = x(at) + width <= WIDTH
    const [from, to] = right ? [x(at), x(at) + width] : [x(at) - width, x(at)]
    const free = ends.findIndex((end) => end < from)
    const line = free === -1 ? ends.length : free
    ends[line] = Math.max(to, 0)
    return { at: x(at), label, line, right }
  })
  const yOf = (line: number) => 14 + line * 18
  return {
    height: ends.length * 18,
    poles: (ground: number) =>
      placed
        .map(({ at, line }) =>
          element('path', {
            d: `M${at.toFixed(2)} ${yOf(line) - 9}V${ground}`,
            stroke: INK.second,
            'stroke-width': 1.4,
            'stroke-dasharray': '4 3',
          }),
        )
        .join(''),
    cloths: placed
      .map(({ at, label, line, right }) =>
        overLines(right ? at + 6 : at - 6, yOf(line), label, {
          size: 13,
          weight: 600,
          fill: INK.secondText,
          anchor: right ? 'start' : 'end',
        }),
      )
      .join(''),
  }
}

/** Words that lie over lines: with a rim of paper around their letters. */
const overLines = (...words: Parameters<typeof text>): string =>
  text(...words).replace(
    '<text',
    `<text paint-order="stroke" stroke="${INK.paper}" stroke-width="4" stroke-linejoin="round"`,
  )
