import { escaped } from '@echolot/report'

/** Width of every figure in its own units; text of 14 stays readable on a phone of 360 px. */
export const WIDTH = 400
/** Letters of a label that fit on one line, whatever sans serif the reader's machine has. */
export const LABEL_LETTERS = 44

/** Two inks, one light; chosen to differ in lightness, so that they hold on a grey copy. */
export const INK = {
  text: '#1d2733',
  quiet: '#55606d',
  grid: '#e3e6ea',
  axis: '#7d8894',
  first: '#1f4e79',
  second: '#b3591b',
  /** The second ink where it writes: dark enough for small letters. */
  secondText: '#8f4513',
  between: '#7f9dba',
  light: '#eef1f4',
  middle: '#c9d1d9',
  paper: '#ffffff',
} as const

const FONT = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', system-ui, sans-serif"

type Attributes = Readonly<Record<string, string | number | undefined>>

/** One element; numbers to two decimals, so that the bytes are the same everywhere. */
export const element = (
  name: string,
  attributes: Attributes,
  ...children: readonly string[]
): string => {
  const list = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? number(value) : escaped(String(value))}"`,
    )
    .join('')
  return children.length === 0
    ? `<${name}${list}/>`
    : `<${name}${list}>${children.join('')}</${name}>`
}

const number = (value: number) => String(Number(value.toFixed(2)))

type TextStyle = {
  readonly size?: number
  readonly weight?: number
  readonly fill?: string
  readonly anchor?: 'start' | 'middle' | 'end'
}
export const text = (x: number, y: number, words: string, style: TextStyle = {}): string =>
  element(
    'text',
    {
      x,
      y,
      'font-size': style.size ?? 14,
      'font-weight': style.weight,
      fill: style.fill ?? INK.text,
      'text-anchor': style.anchor,
    },
    escaped(words),
  )

/** A whole figure: title and description for those who do not see it, hatchings, then the marks. */
export const drawing = (
  {
    id,
    title,
    description,
    height,
  }: { id: string; title: string; description: string; height: number },
  marks: readonly string[],
): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${number(height)}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      'font-family': FONT,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-description` }, escaped(description)),
    element(
      'defs',
      {},
      hatching(`${id}-hatch`, INK.axis, 1.2),
      hatching(`${id}-stripes`, INK.paper, 2.4),
    ),
    ...marks,
  )

const hatching = (id: string, stroke: string, width: number) =>
  element(
    'pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('path', { d: 'M0 0V6', stroke, 'stroke-width': width }),
  )

export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A field where a number is hidden. */
export const hatched = (id: string, box: Box): string =>
  element('rect', {
    ...box,
    rx: 2,
    fill: `url(#${id}-hatch)`,
    stroke: INK.axis,
    'stroke-width': 0.8,
  })

/** Whether words fit into a hatched field of this width. */
export const fitsIn = (words: string, width: number): boolean => words.length * 7.4 + 18 <= width

/** An honest empty field: hatched, with the reason in words. */
export const emptyField = (id: string, box: Box, words: string): string =>
  element(
    'g',
    {},
    hatched(id, box),
    element('rect', {
      x: box.x + 6,
      y: box.y + 1.5,
      width: words.length * 7.4 + 10,
      height: box.height - 3,
      fill: INK.paper,
    }),
    text(box.x + 11, box.y + box.height / 2 + 4.5, words, { size: 13, fill: INK.quiet }),
  )

/** Breaks a label into lines of at most `most` characters, at blanks. */
export const linesOf = (label: string, most: number): readonly string[] => {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

type Untold = { readonly name: string; readonly words: string }

/** Lines under a bar for those of its parts that are hidden; one line where all of them are for the same reason. */
export const untoldLines = (untold: readonly Untold[], parts: number): readonly string[] => {
  const [first] = untold
  const same = untold.length === parts && untold.every(({ words }) => words === first?.words)
  return (
    same && first !== undefined
      ? [first.words]
      : untold.map(({ name, words }) => `${name}: ${words}`)
  ).flatMap((line) => linesOf(line, LABEL_LETTERS))
}

/** Marks of groups: they differ in shape, filling and colour. */
export const GROUP_MARKS = [
  { shape: 'circle', ink: INK.first, fill: INK.first },
  { shape: 'diamond', ink: INK.second, fill: INK.paper },
  { shape: 'square', ink: INK.quiet, fill: INK.middle },
] as const

export const groupMark = (
  place: number,
  x: number,
  y: number,
  faded: 'faded' | 'plain' = 'plain',
): string => {
  const { shape, ink, fill } = GROUP_MARKS[
    place % GROUP_MARKS.length
  ] as (typeof GROUP_MARKS)[number]
  const stroke = faded === 'faded' ? INK.axis : ink
  const inside = faded === 'faded' ? (fill === INK.paper ? INK.paper : INK.axis) : fill
  const style = { fill: inside, stroke, 'stroke-width': 1.8 }
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r: 5, ...style })
  if (shape === 'diamond')
    return element('path', {
      d: `M${number(x)} ${number(y - 6.2)}l6.2 6.2l-6.2 6.2l-6.2 -6.2z`,
      ...style,
    })
  return element('rect', { x: x - 4.6, y: y - 4.6, width: 9.2, height: 9.2, ...style })
}

type LegendEntry = {
  readonly label: string
  readonly mark: (x: number, y: number) => string
}
/** A legend from the upper left in as many lines as it needs, and its height. */
export const legendOf = (
  entries: readonly LegendEntry[],
): { readonly marks: string; readonly height: number } => {
  let x = 0
  let y = 16
  const marks = entries
    .map(({ label, mark }) => {
      const width = 18 + label.length * 7.2
      if (x > 0 && x + width > WIDTH) {
        x = 0
        y += 20
      }
      const at = x
      x += width + 16
      return mark(at, y) + text(at + 18, y, label, { size: 13, fill: INK.quiet })
    })
    .join('')
  return { marks, height: y + 4 }
}

/** Legend of groups by their marks. */
export const groupLegend = (labels: readonly string[]) =>
  legendOf(labels.map((label, i) => ({ label, mark: (x, y) => groupMark(i, x + 6, y - 4.5) })))

/** Light lines at the ticks behind the marks of one row only: labels stay free. */
export const gridBetween = (
  [top, bottom]: readonly [number, number],
  ticks: readonly number[],
  x: (value: number) => number,
): string =>
  ticks
    .map((tick) =>
      element('path', {
        d: `M${number(x(tick))} ${number(top)}V${number(bottom)}`,
        stroke: tick === 0 ? INK.axis : INK.grid,
        'stroke-width': 1,
      }),
    )
    .join('')

/** Numbers of an axis above its lines. */
export const axisNumbers = (
  y: number,
  ticks: readonly number[],
  x: (value: number) => number,
): string =>
  ticks
    .map((tick) => text(x(tick), y, String(tick), { size: 13, fill: INK.quiet, anchor: 'middle' }))
    .join('')
