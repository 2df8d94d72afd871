import type { Release } from './release-of.ts'

/** How alike responses are in what others may know of a person. */
export type EquivalenceClasses = {
  readonly quasiIdentifiers: readonly string[]
  /** Fewest responses that look the same; 0 without responses. */
  readonly k: number
  /** Responses in classes of fewer than five. */
  readonly below5: number
}

const FLOOR = 5

/**
 * Counts responses that are alike in all quasi-identifiers of a release. A floor, no proof: whoever knows one more
 * trait sees more.
 * @see Sweeney (2002), k-anonymity, doi:10.1142/S0218488502001648
 */
export const equivalenceClassesOf = async (release: Release): Promise<EquivalenceClasses> => {
  const quasiIdentifiers = release.variables
    .filter(({ sensitivity }) => sensitivity === 'quasi-identifier')
    .map(({ name }) => name)
  const counts = new Map<string, number>()
  for await (const { rows, columns } of release.groups(quasiIdentifiers)) {
    const cells = quasiIdentifiers.map((name) => columns[name] ?? [])
    for (let row = 0; row < rows; row++) {
      const key = JSON.stringify(cells.map((column) => column[row] ?? null))
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  let k = counts.size === 0 ? 0 : Infinity
  let below5 = 0
  for (const count of counts.values()) {
    if (count < k) k = count
    if (count < FLOOR) below5 += count
  }
  return { quasiIdentifiers, k, below5 }
}
