import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A source of chance that gives the same numbers for the same seed, everywhere. */
export type Random = {
  /** 0 ≤ x < 1. */
  readonly next: () => number
  /** From the standard normal distribution. */
  readonly normal: () => number
  /** A whole number from min to max, both included. */
  readonly whole: (min: number, max: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T | undefined
  /** A copy in random order. */
  readonly shuffled: <T>(list: readonly T[]) => readonly T[]
}

/** Chance from a seed and the number of the respondent, so that each respondent can be made alone. */
export const randomOf = (seed: number, index = 0): Random => {
  const generator = xoroshiro128plus(mixed(seed, index))
  const next = () => uniformFloat64(generator)
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    whole,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)],
    shuffled: (list) => {
      const copy = [...list]
      for (let place = copy.length - 1; place > 0; place--) {
        const other = whole(0, place)
        ;[copy[place], copy[other]] = [copy[other] as never, copy[place] as never]
      }
      return copy
    },
  }
}

/** Neighbouring seeds and numbers give unrelated streams. @see splitmix32 */
const mixed = (seed: number, index: number): number => {
  let state = (Math.imul(seed | 0, 0x9e3779b1) + Math.imul(index | 0, 0x85ebca6b)) | 0
  state = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
  state = Math.imul(state ^ (state >>> 15), 0x735a2d97)
  return (state ^ (state >>> 15)) | 0
}

/** A number from 0 up to 1 that belongs to a text; for differences that stay with an item. */
export const shareOf = (text: string): number => {
  let state = 0x811c9dc5
  for (let place = 0; place < text.length; place++)
    state = Math.imul(state ^ text.charCodeAt(place), 0x01000193)
  return (mixed(state, 7) >>> 0) / 4_294_967_296
}
