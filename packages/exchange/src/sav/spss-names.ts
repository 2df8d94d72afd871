/** Words that SPSS keeps for itself. @see IBM SPSS Statistics, Command Syntax Reference, variable names */
const RESERVED = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '))
const LONGEST = 64

/** The name SPSS takes for `name`, by itself: letters, digits and `. _ $ # @`, from a letter on, 64 bytes of UTF-8. */
const spssName = (name: string): string => {
  const tidied = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._$#@]+/gu, '_')
    .replace(/^[^\p{L}@]+/u, '')
    .replace(/[._]+$/, '')
  const kept = cutName(tidied === '' ? 'v' : tidied, LONGEST)
  return RESERVED.has(kept.toUpperCase()) ? `${kept}_1` : kept
}

/**
 * Names for SPSS, one for each of `names` in their order: allowed, no reserved word, different also where capitals do
 * not count. A name that is fine stays as it is.
 */
export const spssNamesOf = (names: readonly string[]): readonly string[] => {
  const fine = new Set(names.filter((name) => spssName(name) === name).map(upper))
  const taken = new Set<string>()
  return names.map((name) => {
    const wanted = spssName(name)
    const free = (candidate: string) =>
      !taken.has(upper(candidate)) && (candidate === name || !fine.has(upper(candidate)))
    let chosen = wanted
    for (let copy = 2; !free(chosen); copy++)
      chosen = `${cutName(wanted, LONGEST - 1 - String(copy).length)}_${copy}`
    taken.add(upper(chosen))
    return chosen
  })
}

/** Names of at most eight bytes for old readers: capital ASCII, all different. */
export const shortNamesOf = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  let counter = 0
  return names.map((name) => {
    const plain = upper(name).replaceAll(/[^A-Z0-9_]/g, '')
    let chosen = /^[A-Z]/.test(plain) && plain.length <= 8 ? plain : ''
    while (chosen === '' || taken.has(chosen) || RESERVED.has(chosen)) {
      counter += 1
      chosen = `V${String(counter).padStart(7, '0')}`
    }
    taken.add(chosen)
    return chosen
  })
}

const upper = (name: string) => name.toUpperCase()

const cutName = (name: string, bytes: number): string => {
  let kept = name
  while (Buffer.byteLength(kept) > bytes) kept = [...kept].slice(0, -1).join('')
  return kept.replace(/[._]+$/, '')
}
