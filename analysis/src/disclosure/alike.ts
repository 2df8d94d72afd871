import type { Columns } from './subject-blocks.ts'

type Values = ArrayLike<number>

/**
 * For each column the largest one that it is a part of: the same answers, of fewer respondents. A filter under a new name
 * is found by its values.
 */
export const wholesOf = (
  names: readonly string[],
  { columns }: Columns,
): ReadonlyMap<string, string> => {
  const known = names.flatMap((name) => {
    const values = columns.get(name)?.values
    return values === undefined ? [] : [{ name, values, size: sizeOf(values) }]
  })
  return new Map(
    known.map(({ name, values, size }) => {
      const whole = known
        .filter(
          (other) =>
            (other.size > size || (other.size === size && other.name < name)) &&
            isPartOf(values, other.values),
        )
        .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1))[0]
      return [name, whole?.name ?? name]
    }),
  )
}

const sizeOf = (values: Values) => {
  let size = 0
  for (let row = 0; row < values.length; row++) size += Number(!Number.isNaN(values[row]))
  return size
}

const isPartOf = (part: Values, all: Values) => {
  for (let row = 0; row < part.length; row++)
    if (!Number.isNaN(part[row]) && part[row] !== all[row]) return false
  return true
}

/** Rows looked at first: most pairs of columns differ so much that no more are needed. */
const FIRST = 2000

/** So few of those who do not say what most say are exceptions, that chance is no explanation. */
const RARE = 0.25

/**
 * Whether a column follows from another one but for a few respondents: from one to `most`. Numbers about both would tell of
 * these few. A column that hardly varies follows from anything and is not meant.
 */
export const followsBut = (column: Values, from: Values, most: number): boolean => {
  const first = exceptionsIn(column, from, Math.min(FIRST, column.length))
  if (first.exceptions > most) return false
  const { exceptions, varying } =
    column.length > FIRST ? exceptionsIn(column, from, column.length) : first
  return exceptions > 0 && exceptions <= most && exceptions <= RARE * varying
}

/**
 * Respondents for whom the column is not what it is for most with the same value of the other one (of values that nobody
 * shares: not the same number), or who have only one of both; and those who do not have its most frequent value.
 */
const exceptionsIn = (column: Values, from: Values, rows: number) => {
  const joint = new Map<number, Map<number, number>>()
  const own = new Map<number, number>()
  let [lonely, different, both] = [0, 0, 0]
  for (let row = 0; row < rows; row++) {
    const [value, key] = [column[row] as number, from[row] as number]
    if (Number.isNaN(value) !== Number.isNaN(key)) lonely += 1
    if (Number.isNaN(value)) continue
    own.set(value, (own.get(value) ?? 0) + 1)
    if (Number.isNaN(key)) continue
    both += 1
    different += Number(value !== key)
    const counts = joint.get(key) ?? new Map<number, number>()
    counts.set(value, (counts.get(value) ?? 0) + 1)
    joint.set(key, counts)
  }
  const outside = (counts: ReadonlyMap<number, number>) => {
    let [sum, top] = [0, 0]
    for (const count of counts.values()) {
      sum += count
      top = Math.max(top, count)
    }
    return sum - top
  }
  let strange = 0
  for (const counts of joint.values()) strange += outside(counts)
  const isShared = 2 * joint.size <= both
  return {
    exceptions: lonely + (isShared ? Math.min(strange, different) : different),
    varying: outside(own),
  }
}
