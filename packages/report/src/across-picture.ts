import { escaped } from './escaped.ts'
import { stampOf } from './footer.ts'
import type { Report } from './model.ts'

/** Across the picture of a draft, over all that could be cut out of it. */
export const acrossPicture = (
  report: Report,
  { wide, high }: { readonly wide: number; readonly high: number },
): string => {
  const stamp = stampOf(report)
  if (stamp.length === 0) return ''
  const longest = Math.max(...stamp.map((line) => line.length))
  const size = Math.min(56, (1.5 * wide) / longest)
  const lines = stamp.map(
    (line, i) =>
      `<text x="0" y="${(size * (i - stamp.length / 2 + 0.8)).toFixed(2)}">${escaped(line)}</text>`,
  )
  return `<g transform="translate(${wide / 2} ${high / 2}) rotate(-24)" text-anchor="middle" font-size="${size.toFixed(2)}" font-weight="700" fill="#1d2733" fill-opacity="0.1" aria-hidden="true">${lines.join('')}</g>`
}
