import type { FigureWords } from './figure.ts'
import { drawing, element, emptyField, INK, text } from './svg.ts'

export type FlowStep = {
  readonly label: string
  readonly words: string
  readonly value: number | undefined
}

const FULL = 399
const HEIGHT = 20

/** From letters to answers: one bar a step, each beginning where all begin, its number at its label. */
export const flowBars = (
  figure: FigureWords & {
    readonly steps: readonly FlowStep[]
  },
): string => {
  const whole = figure.steps[0]?.value ?? 1
  const marks: string[] = []
  let y = 0
  for (const [place, { label, words, value }] of figure.steps.entries()) {
    y += 18
    marks.push(
      text(0, y, label, { weight: 600 }),
      text(FULL, y, words, { weight: 600, anchor: 'end' }),
    )
    y += 7
    marks.push(element('rect', { x: 0, y, width: FULL, height: HEIGHT, rx: 2, fill: INK.light }))
    marks.push(
      value === undefined
        ? emptyField(figure.id, { x: 0, y, width: FULL, height: HEIGHT }, words)
        : element('rect', {
            x: 0,
            y,
            width: Math.max(2, (value / whole) * FULL),
            height: HEIGHT,
            rx: 2,
            fill: INK.first,
            'fill-opacity': 0.45 + (0.55 * place) / Math.max(1, figure.steps.length - 1),
          }),
    )
    y += HEIGHT + 8
  }
  return drawing({ ...figure, height: y }, marks)
}
