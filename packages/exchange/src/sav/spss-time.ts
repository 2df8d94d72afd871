/** Seconds from 14 October 1582, where SPSS begins to count, to 1 January 1970. */
const EPOCH = 12_219_379_200

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/

/** Whether an ISO 8601 text says a time of the day besides the day. */
export const hasTime = (text: string): boolean => text.length > 10

/**
 * SPSS's number for an ISO 8601 day, with or without a local time: seconds since 14 October 1582. Undefined for
 * anything else, and for days that no calendar has.
 * @example spssSeconds('1970-01-01') // => 12219379200
 */
export const spssSeconds = (text: string): number | undefined => {
  const parts = DAY.exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0))
  if (parts === undefined) return undefined
  const [year, month, day, hour, minute, second] = parts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined
  const seconds = at.getTime() / 1000 + EPOCH + hour * 3600 + minute * 60 + second
  return seconds >= 0 ? seconds : undefined
}
