import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import type { FigureWords } from './figure.ts'
import {
  drawing,
  element,
  hatched,
  INK,
  LABEL_LETTERS,
  legendOf,
  linesOf,
  text,
  untoldLines,
} from './svg.ts'

export type StackedRow = {
  readonly label: string
  /** Used, known only, not known. */
  readonly parts: readonly [
    DisclosedEstimate | undefined,
    DisclosedEstimate | undefined,
    DisclosedEstimate | undefined,
  ]
  readonly gap: string
}

const FULL = 340
const HEIGHT = 22

/** One bar of 100 a row in three parts that differ in pattern, and the gap between known and used at its end. */
export const stackedBars = (
  figure: FigureWords & {
    readonly legend: readonly [string, string, string]
    readonly gapLabel: string
    readonly rows: readonly StackedRow[]
  },
): string => {
  const { say } = figure
  const legend = legendOf(
    figure.legend.map((label, place) => ({
      label,
      mark: (x, y) => segment(figure.id, place, { x, y: y - 11, width: 13, height: 13 }),
    })),
  )
  const marks: string[] = [
    legend.marks,
    text(399, legend.height + 18, figure.gapLabel, { size: 13, fill: INK.quiet, anchor: 'end' }),
  ]
  let y = legend.height
  for (const { label, parts, gap } of figure.rows) {
    for (const line of linesOf(label, LABEL_LETTERS - 6)) {
      y += 18
      marks.push(text(0, y, line, { weight: 600 }))
    }
    y += 6
    const untold = parts.flatMap((part, i) =>
      part?.shown === 'number'
        ? []
        : [
            {
              name: figure.legend[i] as string,
              words: part === undefined ? say.t('numbers.none') : say.value(part),
            },
          ],
    )
    const shownSum = parts.reduce(
      (sum, part) => sum + (part?.shown === 'number' ? part.value : 0),
      0,
    )
    const factor = parts.every((part) => part?.shown === 'number') ? 100 / Math.max(shownSum, 1) : 1
    let x = 0
    for (const [place, part] of parts.entries()) {
      if (part?.shown !== 'number') continue
      const width = ((part.value * factor) / 100) * FULL
      marks.push(segment(figure.id, place, { x, y, width, height: HEIGHT }))
      if (part.value >= 8)
        marks.push(segmentNumber(place, { x: x + width / 2, y: y + 15.5 }, say.number(part.value)))
      x += width
    }
    if (untold.length > 0)
      marks.push(hatched(figure.id, { x, y, width: Math.max(0, FULL - x), height: HEIGHT }))
    marks.push(text(399, y + 16, gap, { weight: 600, anchor: 'end' }))
    y += HEIGHT + 8
    for (const line of untoldLines(untold, parts.length)) {
      marks.push(text(0, y + 7, line, { size: 13, fill: INK.quiet }))
      y += 17
    }
  }
  return drawing({ ...figure, height: y }, marks)
}

const segment = (
  id: string,
  place: number,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
) => {
  const edge = { stroke: INK.first, 'stroke-width': 0.8 }
  if (place === 0) return element('rect', { ...box, fill: INK.first, ...edge })
  if (place === 1)
    return (
      element('rect', { ...box, fill: INK.between, ...edge }) +
      element('rect', { ...box, fill: `url(#${id}-stripes)`, 'fill-opacity': 0.55 })
    )
  return element('rect', { ...box, fill: INK.paper, ...edge })
}

const segmentNumber = (place: number, { x, y }: { x: number; y: number }, words: string) =>
  place === 1
    ? element('rect', {
        x: x - words.length * 4 - 4,
        y: y - 12,
        width: words.length * 8 + 8,
        height: 16,
        rx: 2,
        fill: INK.paper,
      }) + text(x, y, words, { weight: 600, anchor: 'middle' })
    : text(x, y, words, { weight: 600, anchor: 'middle', fill: place === 0 ? INK.paper : INK.text })
