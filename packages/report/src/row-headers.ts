/**
 * A tagged PDF whose tables have the first cell of each row as its header, with scope, so that who hears a table hears
 * which row a number is of. The typesetter can mark heads of columns only (Typst 0.14 without its experimental
 * features). Tags are changed in place, letter for letter, so that everything else stays where it is; explicit lists of
 * heads go, as readers find the heads of row and column by scope then.
 * @see ISO 32000-1:2008, 14.8.5.7
 */
export const withRowHeaders = (pdf: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(pdf)
  const tags = bytes.toString('latin1')
  const firsts = new Set(
    [...tags.matchAll(ROW)].flatMap(([row]) => /\/K \[(\d+) 0 R/.exec(row)?.[1] ?? []),
  )
  for (const { 0: cell, 1: object = '', index } of tags.matchAll(CELL)) {
    const isFirst = firsts.has(object)
    const changed = cell
      .replace('/S /TD', isFirst ? '/S /TH' : '/S /TD')
      .replace(HEADS, ({ length }) => (isFirst ? '/Scope /Row' : '').padEnd(length))
    bytes.write(changed, index, 'latin1')
  }
  return bytes
}

/** Structure elements stand uncompressed, one object each. */
const ROW = /\d+ 0 obj\n<<\n\s*\/Type \/StructElem\n\s*\/S \/TR\n[^>]*>>/g
const CELL = /(\d+) 0 obj\n<<\n\s*\/Type \/StructElem\n\s*\/S \/TD\n.*?endobj/gs
const HEADS = /\/Headers \[[^\]]*\]/
