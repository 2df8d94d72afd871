/** Between the columns, in units of the figure. */
const GAP = 40
/** A label's first line begins so far above its letters' ground. */
const ABOVE = 16
/** Lines of one label are at most so far apart. */
const LINE = 19

/**
 * A tall figure of rows in two columns, each under the figure's own head: for slides, which are wide. Rows begin with
 * their label in bold at the left edge. Undefined where there are fewer than four rows.
 */
export const inTwoColumns = (svg: string): string | undefined => {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? []
  if (width === undefined || height === undefined) return undefined
  const starts = [...svg.matchAll(/<text x="0" y="([\d.]+)"[^>]*font-weight="600"/g)]
    .map(([, y]) => Number(y))
    .filter((y, i, all) => i === 0 || y - (all[i - 1] as number) > LINE)
    .map((y) => y - ABOVE)
  const [head] = starts
  if (starts.length < 4 || head === undefined) return undefined
  const cut = starts.reduce((best, at) =>
    Math.abs(at - (head + height) / 2) < Math.abs(best - (head + height) / 2) ? at : best,
  )
  const inside = svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'))
  const piece = (x: number, y: number, [from, to]: readonly [number, number]) =>
    `<svg x="${x}" y="${y}" width="${width}" height="${to - from}" viewBox="0 ${from} ${width} ${to - from}">${inside}</svg>`
  const column = (x: number, rows: readonly [number, number]) =>
    piece(x, 0, [0, head]) + piece(x, head, rows)
  const wide = 2 * width + GAP
  const high = head + Math.max(cut - head, height - cut)
  const font = /font-family="[^"]*"/.exec(svg)?.[0] ?? ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" ${font}>${column(0, [head, cut])}${column(width + GAP, [cut, height])}</svg>`
}
