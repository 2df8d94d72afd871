import { scaleLinear } from 'd3-scale'
import type { DisclosedNumbers } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import { drawing, element, emptyField, groupMark, INK, legendOf, text, WIDTH } from './svg.ts'

const LEFT = 34
const RIGHT = WIDTH - 10
const TALL = 170
/** Most factors whose numbers stand below. */
const MOST_TICKS = 12

/**
 * Eigenvalues of the answers and those of random answers of the same size (parallel analysis). What lies above chance,
 * up to the first that does not, is filled; the rest is hollow.
 */
export const scree = (
  figure: FigureWords & {
    readonly found: DisclosedNumbers | undefined
    readonly random: DisclosedNumbers | undefined
  },
): string => {
  const { say, id } = figure
  const [found, random] = [valuesOf(figure.found), valuesOf(figure.random)]
  if (found.length === 0 || random.length === 0)
    return drawing({ ...figure, height: 44 }, [
      emptyField(
        id,
        { x: 0, y: 8, width: WIDTH - 2, height: 28 },
        figure.found?.shown === 'nothing' ? say.hidden(figure.found.reason) : say.t('numbers.none'),
      ),
    ])
  const kept = keptOf(found, random)
  const all = [...found, ...random]
  const x = scaleLinear()
    .domain([1, found.length])
    .range([LEFT + 10, RIGHT - 10])
  const legend = legendOf([
    { label: say.t('figures.scree.found'), mark: (at, y) => groupMark(0, at + 6, y - 4.5) },
    { label: say.t('figures.scree.random'), mark: (at, y) => groupMark(1, at + 6, y - 4.5) },
  ])
  const top = legend.height + 24
  const y = scaleLinear()
    .domain([Math.min(0, ...all), Math.max(...all)])
    .nice(4)
    .range([top + TALL, top])
  const every = Math.ceil(found.length / MOST_TICKS)
  const lineOf = (values: readonly number[], style: Readonly<Record<string, string | number>>) =>
    element('path', {
      d: values
        .map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i + 1).toFixed(2)} ${y(value).toFixed(2)}`)
        .join(''),
      fill: 'none',
      ...style,
    })
  return drawing({ ...figure, height: top + TALL + 40 }, [
    legend.marks,
    text(0, top - 10, say.t('figures.scree.value'), { size: 13, fill: INK.quiet }),
    ...y.ticks(4).map(
      (tick) =>
        element('path', {
          d: `M${LEFT} ${y(tick).toFixed(2)}H${RIGHT}`,
          stroke: tick === 0 ? INK.axis : INK.grid,
          'stroke-width': 1,
        }) +
        text(LEFT - 6, y(tick) + 4.5, say.number(tick), {
          size: 13,
          fill: INK.quiet,
          anchor: 'end',
        }),
    ),
    lineOf(random, { stroke: INK.second, 'stroke-width': 1.5, 'stroke-dasharray': '5 3' }),
    lineOf(found, { stroke: INK.first, 'stroke-width': 1.8 }),
    ...random.map((value, i) => groupMark(1, x(i + 1), y(value))),
    ...found.map((value, i) =>
      i < kept
        ? groupMark(0, x(i + 1), y(value)) +
          text(x(i + 1) + 9, y(value) - 5, say.fixed(value, 2), { size: 13, weight: 600 })
        : element('circle', {
            cx: x(i + 1),
            cy: y(value),
            r: 5,
            fill: INK.paper,
            stroke: INK.first,
            'stroke-width': 1.8,
          }),
    ),
    ...found.flatMap((_, i) =>
      i % every === 0
        ? [
            text(x(i + 1), top + TALL + 18, String(i + 1), {
              size: 13,
              fill: INK.quiet,
              anchor: 'middle',
            }),
          ]
        : [],
    ),
    text(RIGHT, top + TALL + 35, say.t('figures.scree.factor'), {
      size: 13,
      fill: INK.quiet,
      anchor: 'end',
    }),
  ])
}

export const valuesOf = (numbers: DisclosedNumbers | undefined): readonly number[] =>
  numbers?.shown === 'numbers' && numbers.kind === 'list'
    ? (numbers.values as readonly (number | null)[]).filter((value) => value !== null)
    : []

/** How many eigenvalues from the first on lie above those of chance. */
const keptOf = (found: readonly number[], random: readonly number[]) => {
  const stop = found.findIndex((value, i) => value <= (random[i] ?? Number.POSITIVE_INFINITY))
  return stop === -1 ? found.length : stop
}
