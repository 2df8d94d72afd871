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

/**
 * Names of at most eight bytes for old readers: capital ASCII, all different; as many for each variable as it has
 * segments. SPSS puts the segments of a very long string together again only if their names begin with the same five
 * characters.
 */
export const shortNamesOf = (
  variables: readonly { readonly name: string; readonly segments: number }[],
): readonly (readonly string[])[] => {
  const taken = new Set<string>()
  const counted = (letter: string, digits: number) => {
    let counter = 0
    return () => {
      counter += 1
      return `${letter}${counter.toString(36).toUpperCase().padStart(digits, '0')}`
    }
  }
  const nextLong = counted('S', 4)
  const longs = variables.map(({ segments }) => (segments > 1 ? nextLong() : undefined))
  const begins = new Set(longs)
  const nextShort = counted('V', 7)
  return variables.map(({ name, segments }, place) => {
    const begin = longs[place]
    if (begin !== undefined)
      return Array.from({ length: segments }, (_, segment) =>
        segment === 0 ? begin : `${begin}${segment.toString(36).toUpperCase()}`,
      )
    const plain = upper(name).replaceAll(/[^A-Z0-9_]/g, '')
    const fits = /^[A-Z][A-Z0-9_]{0,7}$/.test(plain) && !begins.has(plain.slice(0, 5))
    let chosen = fits ? plain : nextShort()
    while (taken.has(chosen) || RESERVED.has(chosen)) chosen = nextShort()
    taken.add(chosen)
    return [chosen]
  })
}

const upper = (name: string) => name.toUpperCase()

const cutName = (name: string, bytes: number): string => {
  let kept = name
  while (Buffer.byteLength(kept) > bytes) kept = [...kept].slice(0, -1).join('')
  return kept.replace(/[._]+$/, '')
}
