import { type Interval, wilsonInterval } from './wilson-interval.ts'

type Share = { readonly share: number; readonly n: number }

/**
 * 95 % interval of the difference of two independent shares, first minus second: Newcombe's hybrid score
 * interval (method 10). `n` may be effective sample sizes.
 * @see Newcombe (1998), Statistics in Medicine 17, 873–890
 */
export const newcombeInterval = (first: Share, second: Share): Interval => {
  const [l1, u1] = wilsonInterval(first.share, first.n)
  const [l2, u2] = wilsonInterval(second.share, second.n)
  const difference = first.share - second.share
  return [
    difference - Math.hypot(first.share - l1, u2 - second.share),
    difference + Math.hypot(u1 - first.share, second.share - l2),
  ]
}
