import type { DisclosedEstimate } from '../../disclosure/disclosed.ts'
import { hiddenWords, inGerman, shareWords } from '../words.ts'
import { drawing, element, emptyField, INK, LABEL_LETTERS, legendOf, linesOf, text } from './svg.ts'

export type LikertRow = {
  readonly label: string
  readonly against: DisclosedEstimate | undefined
  readonly middle: DisclosedEstimate | undefined
  readonly agree: DisclosedEstimate | undefined
}

const CENTRE = 145
const POINT = 1.42
const MIDDLE = 312
const MIDDLE_POINT = 0.6
const HEIGHT = 21

/**
 * Agreement to the right, disagreement to the left of one line, the middle apart at the right edge; a fixed axis
 * from −100 to 100, numbers from 8 on.
 */
export const likertBars = (figure: {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly legend: readonly [against: string, agree: string, middle: string]
  readonly rows: readonly LikertRow[]
}): string => {
  const fills = [
    (box: Box) =>
      element('rect', { ...box, fill: INK.second }) +
      element('rect', { ...box, fill: `url(#${figure.id}-stripes)`, 'fill-opacity': 0.35 }),
    (box: Box) => element('rect', { ...box, fill: INK.first }),
    (box: Box) => element('rect', { ...box, fill: INK.middle }),
  ] as const
  const legend = legendOf(
    figure.legend.map((label, place) => ({
      label,
      mark: (x, y) =>
        (fills[place] as (box: Box) => string)({ x, y: y - 11, width: 13, height: 13 }),
    })),
  )
  const marks: string[] = [legend.marks]
  let y = legend.height
  for (const { label, against, middle, agree } of figure.rows) {
    for (const line of linesOf(label, LABEL_LETTERS)) {
      y += 18
      marks.push(text(0, y, line, { weight: 600 }))
    }
    y += 6
    marks.push(
      side(figure.id, { estimate: against, y, way: -1, fill: fills[0] }),
      side(figure.id, { estimate: agree, y, way: 1, fill: fills[1] }),
      apart(figure.id, { estimate: middle, y, fill: fills[2] }),
      element('path', {
        d: `M${CENTRE} ${y - 3}V${y + HEIGHT + 3}`,
        stroke: INK.text,
        'stroke-width': 1.2,
      }),
    )
    y += HEIGHT + 9
  }
  return drawing({ ...figure, height: y }, marks)
}

type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
type Part = {
  readonly estimate: DisclosedEstimate | undefined
  readonly y: number
  readonly fill: (box: Box) => string
}

const wordsOf = (estimate: DisclosedEstimate | undefined) => {
  if (estimate === undefined) return 'keine Antworten'
  return estimate.shown === 'nothing' ? hiddenWords(estimate.reason) : shareWords(estimate)
}

const side = (id: string, { estimate, y, way, fill }: Part & { readonly way: 1 | -1 }): string => {
  if (estimate?.shown !== 'number') {
    const box = { x: way === 1 ? CENTRE + 2 : 2, y: y + 2, width: CENTRE - 4, height: HEIGHT - 4 }
    return emptyField(id, box, wordsOf(estimate))
  }
  const width = estimate.value * POINT
  const x = way === 1 ? CENTRE : CENTRE - width
  const number = inGerman(estimate.value)
  const inside = estimate.value >= 18
  const at = inside ? CENTRE + way * (width - 6) : CENTRE + way * (width + 5)
  const anchor = inside === (way === 1) ? ('end' as const) : ('start' as const)
  return (
    fill({ x, y, width, height: HEIGHT }) +
    (estimate.value >= 8 && inside && way === -1
      ? element('rect', {
          x: at - 3,
          y: y + 3,
          width: number.length * 7.4 + 6,
          height: 15,
          rx: 2,
          fill: INK.second,
        })
      : '') +
    (estimate.value >= 8
      ? text(at, y + 15.5, number, { weight: 600, anchor, fill: inside ? INK.paper : INK.text })
      : '')
  )
}

const apart = (id: string, { estimate, y, fill }: Part): string => {
  if (estimate?.shown !== 'number')
    return element('rect', {
      x: MIDDLE,
      y: y + 2,
      width: 60,
      height: HEIGHT - 4,
      fill: `url(#${id}-hatch)`,
      stroke: INK.axis,
      'stroke-width': 0.6,
    })
  const width = estimate.value * MIDDLE_POINT
  return (
    fill({ x: MIDDLE, y, width, height: HEIGHT }) +
    (estimate.value >= 8
      ? text(MIDDLE + width + 4, y + 15.5, inGerman(estimate.value), {
          weight: 600,
          fill: INK.quiet,
        })
      : '')
  )
}
