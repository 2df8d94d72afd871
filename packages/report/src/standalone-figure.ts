import { acrossPicture } from './across-picture.ts'
import { escaped } from './escaped.ts'
import { footerOf } from './footer.ts'
import type { Figure, Report, Section } from './model.ts'
import { WORDS } from './words.ts'

const MARGIN = 18
/** Sizes in units of the figure; letters that fit on one line at that size, in whatever sans serif. */
const HEADING = { size: 16, line: 20, letters: 52 } as const
const CAPTION = { size: 12, line: 16, letters: 72 } as const
const FOOTER = { size: 8, line: 11, letters: 108 } as const
const INK = { text: '#1d2733', quiet: '#55606d', second: '#8f4513', line: '#dfe3e8' } as const

/**
 * A figure that may leave the report: with the finding above it, what it shows and of how many, and below it where it
 * comes from and its marks. One SVG file with white ground.
 */
export const standaloneFigure = (report: Report, section: Section, figure: Figure): string => {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(figure.svg)?.map(Number) ?? []
  if (width === undefined || height === undefined)
    throw new RangeError(`the picture ${figure.id} has no viewBox that begins at 0 0`)
  const words = WORDS[report.language]
  let y = MARGIN
  const written: string[] = []
  const write = (
    text: string,
    style: typeof HEADING | typeof CAPTION | typeof FOOTER,
    more = {},
  ) => {
    for (const line of brokenAt(text, style.letters)) {
      y += style.line
      written.push(
        `<text x="${MARGIN}" y="${y - style.line / 4}" font-size="${style.size}"${attributes(more)}>${escaped(line)}</text>`,
      )
    }
  }
  write(section.heading, HEADING, { 'font-weight': 700, fill: INK.text })
  y += 3
  write(figure.caption, CAPTION, { 'font-weight': 600, fill: INK.text })
  write(figure.basis, CAPTION, { fill: INK.quiet })
  y += 10
  const top = y
  y += height + 12
  written.push(`<path d="M${MARGIN} ${y}H${MARGIN + width}" stroke="${INK.line}"/>`)
  y += 3
  if (report.marks.length > 0)
    write(report.marks.map((mark) => words.mark[mark]).join(' · '), FOOTER, {
      'font-weight': 700,
      fill: INK.second,
    })
  write(`${report.publisher} · ${footerOf(report)}`, FOOTER, { fill: INK.quiet })
  const [wide, high] = [width + 2 * MARGIN, y + MARGIN]
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" lang="${report.language}" font-family="'Source Sans 3', 'Source Sans Pro', 'Segoe UI', sans-serif"><rect width="${wide}" height="${high}" fill="#ffffff"/>${written.join('')}${figure.svg.replace('<svg ', `<svg x="${MARGIN}" y="${top}" width="${width}" height="${height}" `)}${acrossPicture(report, { wide, high })}</svg>
`
}

const attributes = (pairs: Readonly<Record<string, string | number>>) =>
  Object.entries(pairs)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')

/** Lines of at most so many letters, broken at spaces. */
const brokenAt = (text: string, letters: number): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = [...lines.slice(-1), word].join(' ')
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
