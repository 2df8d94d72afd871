/** Longest text that an author's pattern is tried on. */
export const PATTERN_TEXT_LIMIT = 256

const LONGEST_PATTERN = 200
/** Repetitions in one pattern that may run on: two of them need at most n² steps, 65,536 here. */
const OPEN_REPEATS = 2
const WIDE = 32

/**
 * Why a pattern may take for ever on some text, or undefined when it cannot. Conservative: groups are not repeated
 * with repeats or alternatives inside, nothing looks back or around, and at most two repeats are unbounded.
 */
export const patternRisk = (source: string): string | undefined => {
  if (source.length > LONGEST_PATTERN) return `is longer than ${LONGEST_PATTERN} characters`
  try {
    new RegExp(source)
  } catch {
    return 'is no regular expression'
  }
  if (/\(\?(?!:)/.test(source)) return 'looks around or names groups'
  if (/\\[1-9]|\\k/.test(source)) return 'refers back to a group'
  const plain = source.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  const groups: { readonly from: number }[] = []
  let openRepeats = 0
  for (let place = 0; place < plain.length; place++) {
    const symbol = plain[place]
    if (symbol === '(') groups.push({ from: place })
    else if (symbol === ')') {
      const from = groups.pop()?.from ?? 0
      const inside = plain.slice(from + 1, place)
      if (repeatAt(plain, place + 1) !== undefined && /[*+{|]|\?(?!:)/.test(inside))
        return 'repeats a group that holds repeats or alternatives'
    } else if ((repeatAt(plain, place) ?? 0) > WIDE) openRepeats++
  }
  return openRepeats > OPEN_REPEATS ? `has more than ${OPEN_REPEATS} unbounded repeats` : undefined
}

/** The most repetitions that the quantifier at `place` allows; undefined when there is none. */
const repeatAt = (source: string, place: number): number | undefined => {
  const rest = source.slice(place)
  if (rest.startsWith('*') || rest.startsWith('+')) return Number.POSITIVE_INFINITY
  const bounds = /^\{(\d+)(,(\d*))?\}/.exec(rest)
  if (bounds === null) return undefined
  if (bounds[2] === undefined) return Number(bounds[1])
  return bounds[3] === '' ? Number.POSITIVE_INFINITY : Number(bounds[3])
}
