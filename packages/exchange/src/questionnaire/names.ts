const RESERVED = new Set(
  'ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' ').concat(
    // words that conditions read as something else
    'PANEL ROW ITEM CHOICE SELF STATE SURVEY LOCALE TITLE NO REQUIRE PAGENO PAGECOUNT PARENTPANEL PREVPANEL NEXTPANEL PANELINDEX ROWINDEX ITEMINDEX PREVROW NEXTROW EMPTY NOTEMPTY TRUE FALSE UNDEFINED NULL CONTAINS ANYOF ALLOF CONSTRUCTOR TOSTRING VALUEOF HASOWNPROPERTY ISPROTOTYPEOF TOLOCALESTRING PROPERTYISENUMERABLE'.split(
      ' ',
    ),
  ),
)
/** Rows, columns and choices make longer names of it, of which a data file takes 64 bytes. */
const LONGEST = 30

/** `wanted` as letters, digits and underscores with a letter first, for names that data files and conditions take. */
export const safeName = (wanted: string, prefix: string): string => {
  const plain = cut(
    wanted
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replaceAll(/[^A-Za-z0-9_]+/g, '_')
      // The engine reads `equals` as a sign wherever it stands, inside of names, too.
      .replaceAll('equals', 'equal_s'),
    LONGEST,
  )
  const name = /^[A-Za-z]/.test(plain)
    ? plain
    : cut(`${prefix}${plain}`.replace(/_+/g, '_'), LONGEST)
  const kept = name.replace(/_+$/, '')
  if (kept === '') return prefix.replace(/_+$/, '')
  return RESERVED.has(kept.toUpperCase()) ? `${prefix}${kept}` : kept
}

const cut = (text: string, length: number) => text.slice(0, length).replace(/_+$/, '')

/** Gives names nobody has yet; capitals make no difference, as in data files. */
export const nameMaker = (prefix: string) => {
  const untaken = numbered()
  return (wanted: string): string => untaken(safeName(wanted, prefix))
}

/** Numbers what comes again; where it stands is remembered, since a file may say one word a hundred thousand times. */
const numbered = () => {
  const taken = new Set<string>()
  const copies = new Map<string, number>()
  return (first: string): string => {
    const key = first.toLowerCase()
    let name = first
    let copy = copies.get(key) ?? 2
    for (; taken.has(name.toLowerCase()); copy++) name = `${first}_${copy}`
    copies.set(key, copy)
    taken.add(name.toLowerCase())
    return name
  }
}

/** Values of one list of choices, rows or columns: each once, and such that a variable's name can end with it. */
export const valueMaker = () => {
  const untaken = numbered()
  return (wanted: string): string => {
    const plain = wanted
      .normalize('NFC')
      .trim()
      .replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')
      .slice(0, 24)
      .replace(/[_-]+$/, '')
    return untaken(plain === '' ? 'v' : plain)
  }
}

/** Texts that are whole numbers as they stand, so that `01` stays a text. */
export const isWholeNumber = (text: string): boolean => /^(0|-?[1-9]\d{0,14})$/.test(text)

/** Values of answers: whole numbers where all codes are such. */
export const valuesFor = (
  codes: readonly string[],
  changed: (code: string, value: string) => void,
): ReadonlyMap<string, string | number> => {
  const unlike = [...new Set(codes)]
  if (unlike.every(isWholeNumber)) return new Map(unlike.map((code) => [code, Number(code)]))
  const make = valueMaker()
  for (const word of ['other', 'none', 'refused', 'dontknow']) make(word)
  return new Map(
    unlike.map((code) => {
      const value = make(code)
      if (value !== code) changed(code, value)
      return [code, value]
    }),
  )
}
