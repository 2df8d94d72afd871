const LETTERS: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'oe', å: 'aa' },
  ...{ ı: 'i', ł: 'l', đ: 'd', ð: 'd', þ: 'th' },
}

/** `text` without the differences in which spellings of one name differ: case, umlauts, accents, hyphens, spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüßæœøåıłđðþ]/g, (letter) => LETTERS[letter] as string)
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** As `folded`, and the abbreviations of streets written out. */
export const foldedStreet = (street: string): string =>
  folded(street.replace(/str(\.|(?=\s|$))/gi, 'strasse'))

export type Matched = {
  readonly givenName: string
  readonly familyName: string
  readonly street: string
  readonly houseNumber: string
  readonly postcode: string
}

/** Equal for spellings of one person at one address, whichever of the two names comes first. */
export const matchKeyOf = (person: Matched): string =>
  [
    ...[folded(person.givenName), folded(person.familyName)].sort(),
    foldedStreet(person.street),
    folded(person.houseNumber),
    person.postcode,
  ].join('|')

/** Whether two birth years may be one person's: equal, or not both known. */
export const yearsAgree = (a: number | null, b: number | null): boolean =>
  a === b || a === null || b === null
