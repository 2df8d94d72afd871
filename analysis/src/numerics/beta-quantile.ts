import betaincinv from '@stdlib/math-base-special-betaincinv'

/** The x with P(X < x) = p of the beta distribution; `p` itself, not its rest, keeps the digits of a small one. */
export const betaQuantile = (p: number, a: number, b: number): number => betaincinv(p, a, b, false)
