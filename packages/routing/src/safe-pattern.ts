/** Longest text that an author's pattern is tried on. */
export const PATTERN_TEXT_LIMIT = 256

const LONGEST_PATTERN = 200
/** Repetitions in one pattern that may run on: n³ / 6 steps at most, some three million here, ten milliseconds. */
const OPEN_REPEATS = { anchored: 3, floating: 2 }
const WIDE = 32
/** A group repeated this often may hold one optional part: 2⁸ ways at most. */
const FEW = 8
/** Ways to read a text, as powers of two: those of bounded repeats and alternatives alone, and all together. */
const WAYS = { bounded: 14, all: 26 }
/** What an unbounded repeat, and a beginning anywhere in the text, count in these. */
const ANYWHERE = 8

/**
 * Why a pattern may take for ever on some text, or undefined when it cannot. Conservative: groups are not repeated
 * with repeats or alternatives inside, nothing looks back or around, few repeats are unbounded, and the others leave few ways.
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
  const groups: { readonly from: number; branches: number }[] = []
  const outside = { branches: 1 }
  let openRepeats = 0
  let ways = 0
  for (let place = 0; place < plain.length; place++) {
    const symbol = plain[place]
    ways += waysAt(plain, place)
    if (symbol === '(') groups.push({ from: place, branches: 1 })
    else if (symbol === '|') {
      const group = groups.at(-1) ?? outside
      group.branches += 1
      ways += Math.log2(group.branches / (group.branches - 1))
    } else if (symbol === ')') {
      const from = groups.pop()?.from ?? 0
      const inside = plain.slice(from + 1, place)
      const times = repeatAt(plain, place + 1)
      if (times !== undefined && !isPlain(inside, times))
        return 'repeats a group that holds repeats or alternatives'
      // Its one optional part is chosen each time.
      if (times !== undefined && times <= FEW && isOptional(inside)) ways += times - 1
    } else if ((repeatAt(plain, place) ?? 0) > WIDE) openRepeats++
  }
  const isAnchored = plain.startsWith('^') && !plain.includes('|')
  const limit = isAnchored ? OPEN_REPEATS.anchored : OPEN_REPEATS.floating
  if (openRepeats > limit) return `has more than ${limit} unbounded repeats`
  const all = ways + ANYWHERE * (openRepeats + (isAnchored ? 0 : 1))
  return ways > WAYS.bounded || all > WAYS.all ? 'can read one text in too many ways' : undefined
}

const isOptional = (inside: string) => inside.replace(/^\?:/, '').includes('?')

/** How many ways, as a power of two, a bounded quantifier at `place` leaves; 0 for all else. */
const waysAt = (source: string, place: number): number => {
  // After a quantifier it makes that lazy, after a bracket it names the group's kind.
  if (source[place] === '?') return /[*+?}(]/.test(source[place - 1] ?? '(') ? 0 : 1
  const [, least, most] = /^\{(\d+),(\d+)\}/.exec(source.slice(place)) ?? []
  if (least === undefined || Number(most) > WIDE) return 0
  return Math.log2(Math.max(1, Number(most) - Number(least) + 1))
}

/** Whether what a repeated group holds leaves few ways to read a text. */
const isPlain = (inside: string, times: number): boolean => {
  const open = inside.replace(/^\?:/, '').replaceAll(/\{\d+\}/g, '')
  return !/[*+{|]/.test(open) && (open.match(/\?/g)?.length ?? 0) <= (times <= FEW ? 1 : 0)
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
