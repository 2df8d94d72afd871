/** Damm's quasigroup of order 10: every single wrong digit and every swap of neighbours is found. */
const DAMM = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

const checkDigitOf = (digits: string): number =>
  Array.from(digits, Number).reduce((interim, digit) => DAMM[interim]?.[digit] ?? 0, 0)

/** The printed number of a letter: mailing, place in it, check digit, e.g. `01-00042-7`. Says nothing of the code. */
export const letterNumberOf = (ordinal: number, place: number): string => {
  const mailing = String(ordinal).padStart(2, '0')
  const position = String(place).padStart(5, '0')
  return `${mailing}-${position}-${checkDigitOf(mailing + position)}`
}

/** The letter number in what was typed or scanned, however it is grouped; undefined when a digit is wrong. */
export const readLetterNumber = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s\p{Pd}]/gu, '')
  if (!/^\d{8,12}$/.test(digits) || checkDigitOf(digits) !== 0) return undefined
  return `${digits.slice(0, 2)}-${digits.slice(2, -1)}-${digits.at(-1)}`
}
