/**
 * Joins tagged PDF files of our typesetter to one tagged PDF file, part by part, so that ten thousand letters never lie in
 * memory together. Language, title and metadata are those of the first part; the tags of each part become one `Part` of
 * the whole document. @see ISO 32000-1:2008, 7.5 (file structure) and 14.7 (structure)
 * @throws RangeError for a file of another maker's structure
 */
export async function* joinPdfs(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const offsets: number[] = []
  let written = 0
  const bytes = (content: string | Uint8Array): Uint8Array => {
    const chunk = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
    written += chunk.length
    return chunk
  }
  const begin = (number: number) => {
    offsets[number] = written
  }
  const pages: { readonly root: number; readonly count: number }[] = []
  const tags: { readonly kids: string; readonly nums: string; readonly limits: string }[] = []
  let structParents = 0
  let first: Part | undefined

  yield bytes(HEADER)
  for await (const file of parts) {
    const part = readPart(Buffer.from(file.buffer, file.byteOffset, file.byteLength))
    first ??= part
    const base = Math.max(offsets.length - 1, LAST_OWN)
    const renumbered = (text: string) =>
      replacedRefs(text, (old) => (old === part.structRoot ? DOCUMENT : old + base))
    const isFirst = first === part
    for (const [number, object] of part.objects) {
      if (part.left.has(number) && !(isFirst && number === part.metadata)) continue
      begin(number + base)
      let dictionary = renumbered(object.text)
      if (number === part.pages) dictionary = withEntry(dictionary, `/Parent ${PAGES} 0 R`)
      if (part.documents.has(number)) dictionary = dictionary.replace('/S /Document', '/S /Part')
      dictionary = dictionary.replace(/\/StructParents? (\d+)/, (entry, index: string) =>
        entry.replace(/\d+/, String(Number(index) + structParents)),
      )
      yield bytes(`${number + base} 0 obj\n${dictionary}`)
      if (object.stream) yield bytes(object.stream)
      yield bytes('\nendobj\n')
    }
    offsets.length = Math.max(offsets.length, base + part.size)
    pages.push({ root: part.pages + base, count: part.pageCount })
    tags.push({
      kids: renumbered(part.kids),
      nums: renumbered(part.nums).replace(
        /(\d+) (\d+ 0 R)/g,
        (_all, index: string, ref: string) => `${Number(index) + structParents} ${ref}`,
      ),
      limits: `[${structParents} ${structParents + part.nextKey - 1}]`,
    })
    structParents += part.nextKey
  }
  if (!first) throw new RangeError('there is no file to join')

  const metadata = first.metadata + LAST_OWN
  const tree: number[] = []
  for (const { nums, limits } of tags) {
    const number = offsets.length
    begin(number)
    tree.push(number)
    yield bytes(`${number} 0 obj\n<< /Limits ${limits} /Nums [${nums}] >>\nendobj\n`)
  }
  const own: readonly (readonly [number, string])[] = [
    [
      CATALOG,
      `<< /Type /Catalog /Pages ${PAGES} 0 R /Metadata ${metadata} 0 R ${first.catalogEntries}
/StructTreeRoot ${STRUCT_ROOT} 0 R /MarkInfo << /Marked true /Suspects false >> >>`,
    ],
    [
      PAGES,
      `<< /Type /Pages /Count ${pages.reduce((sum, { count }) => sum + count, 0)}
/Kids [${pages.map(({ root }) => `${root} 0 R`).join(' ')}] >>`,
    ],
    [
      STRUCT_ROOT,
      `<< /Type /StructTreeRoot ${first.roleMap} /K [${DOCUMENT} 0 R]
/ParentTree << /Kids [${tree.map((number) => `${number} 0 R`).join(' ')}] >> /ParentTreeNextKey ${structParents} >>`,
    ],
    [
      DOCUMENT,
      `<< /Type /StructElem /S /Document /P ${STRUCT_ROOT} 0 R /K [${tags.map(({ kids }) => kids).join(' ')}] >>`,
    ],
    [INFO, first.info],
  ]
  for (const [number, content] of own) {
    begin(number)
    yield bytes(`${number} 0 obj\n${content}\nendobj\n`)
  }
  const start = written
  yield bytes(`xref\n0 ${offsets.length}\n`)
  for (let from = 0; from < offsets.length; from += 5_000)
    yield bytes(crossReferences(offsets, from, Math.min(from + 5_000, offsets.length)))
  yield bytes(
    `trailer\n<< /Size ${offsets.length} /Root ${CATALOG} 0 R /Info ${INFO} 0 R ${first.id} >>\nstartxref\n${start}\n%%EOF\n`,
  )
}

const HEADER = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n'
/** Objects of the whole; those of the parts follow. */
const CATALOG = 1
const PAGES = 2
const STRUCT_ROOT = 3
const DOCUMENT = 4
const INFO = 5
const LAST_OWN = 5

const crossReferences = (offsets: readonly number[], from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => {
    const offset = offsets[from + index]
    return offset === undefined
      ? '0000000000 65535 f\r\n'
      : `${String(offset).padStart(10, '0')} 00000 n\r\n`
  }).join('')

type PdfObject = {
  /** All before the stream. */
  readonly text: string
  /** From `stream` to `endstream`, both included. */
  readonly stream: Uint8Array | undefined
}
type Part = {
  readonly objects: ReadonlyMap<number, PdfObject>
  readonly size: number
  readonly pages: number
  readonly pageCount: number
  readonly structRoot: number
  /** The top elements of the tags. */
  readonly documents: ReadonlySet<number>
  readonly kids: string
  readonly nums: string
  readonly nextKey: number
  readonly roleMap: string
  readonly metadata: number
  readonly catalogEntries: string
  readonly info: string
  readonly id: string
  /** Objects which the whole has once, not in each part. */
  readonly left: ReadonlySet<number>
}

const readPart = (file: Buffer): Part => {
  const tail = file.toString('latin1', Math.max(0, file.length - 2_048))
  const start = Number(found(/startxref\s+(\d+)/, tail, 'startxref'))
  const { offsets, trailer } = readCrossReferences(file, start)
  const objects = readObjects(file, offsets, start)
  const refIn = (text: string, name: string) =>
    Number(found(new RegExp(`/${name} (\\d+) 0 R`), text, name))
  const textOf = (number: number) => {
    const object = objects.get(number)
    if (!object) throw new RangeError(`object ${number} is missing`)
    return object.text
  }
  const root = refIn(trailer, 'Root')
  const info = refIn(trailer, 'Info')
  const catalog = textOf(root)
  const pages = refIn(catalog, 'Pages')
  const structRoot = refIn(catalog, 'StructTreeRoot')
  const metadata = refIn(catalog, 'Metadata')
  const structure = textOf(structRoot)
  const kids = found(/\/K \[([^\]]*)\]/, structure, 'K')
  const outlines = /\/Outlines (\d+) 0 R/.exec(catalog)?.[1]
  return {
    objects,
    size: offsets.length,
    pages,
    pageCount: Number(found(/\/Count (\d+)/, textOf(pages), 'Count')),
    structRoot,
    documents: new Set([...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))),
    kids,
    nums: found(/\/Nums \[([^\]]*)\]/, structure, 'Nums'),
    nextKey: Number(found(/\/ParentTreeNextKey (\d+)/, structure, 'ParentTreeNextKey')),
    roleMap: /\/RoleMap <<[^>]*>>/.exec(structure)?.[0] ?? '',
    metadata,
    catalogEntries: [/\/Lang \([^)]*\)/, /\/ViewerPreferences <<[^>]*>>/]
      .map((entry) => entry.exec(catalog)?.[0] ?? '')
      .join(' '),
    info: textOf(info),
    id: /\/ID \[.*?\]/s.exec(trailer)?.[0] ?? '',
    left: new Set([root, info, structRoot, metadata, ...(outlines ? [Number(outlines)] : [])]),
  }
}

const found = (pattern: RegExp, text: string, what: string): string => {
  const match = pattern.exec(text)?.[1]
  if (match === undefined) throw new RangeError(`the file has no ${what}`)
  return match
}

const readCrossReferences = (file: Buffer, start: number) => {
  const text = file.toString('latin1', start)
  const [, count = '', rest = ''] = /^xref\s+0 (\d+)\s+([\s\S]*)$/.exec(text) ?? []
  if (count === '') throw new RangeError('the file has no plain cross-reference table')
  const offsets: (number | undefined)[] = []
  for (let number = 0; number < Number(count); number++) {
    const entry = rest.slice(number * 20, number * 20 + 20)
    offsets.push(entry[17] === 'n' ? Number(entry.slice(0, 10)) : undefined)
  }
  return { offsets, trailer: rest.slice(Number(count) * 20) }
}

const readObjects = (file: Buffer, offsets: readonly (number | undefined)[], end: number) => {
  const places = offsets
    .flatMap((offset, number) => (offset === undefined ? [] : [{ offset, number }]))
    .sort((a, b) => a.offset - b.offset)
  return new Map(
    places.map(({ offset, number }, index): [number, PdfObject] => {
      const whole = file.subarray(offset, places[index + 1]?.offset ?? end)
      const head = `${number} 0 obj`
      const last = whole.lastIndexOf('endobj')
      if (!whole.subarray(0, head.length).equals(Buffer.from(head)) || last < 0)
        throw new RangeError(`object ${number} does not stand where it should`)
      const stream = whole.indexOf('\nstream')
      const text = whole.toString('latin1', head.length, stream < 0 ? last : stream).trim()
      return [
        number,
        {
          text,
          stream: stream < 0 ? undefined : whole.subarray(stream, last),
        },
      ]
    }),
  )
}

const withEntry = (dictionary: string, entry: string) =>
  dictionary.replace(/>>\s*$/, `${entry}\n>>`)

/** Replaces references `12 0 R` outside of strings. */
const replacedRefs = (text: string, numberOf: (old: number) => number): string =>
  text.replace(STRING_OR_REF, (whole, ref: string | undefined) =>
    ref === undefined ? whole : `${numberOf(Number(ref))} 0 R`,
  )
/** A string in parentheses (escapes, one level of inner ones), a string of hexadecimal digits, or a reference. */
const STRING_OR_REF =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-Fa-f\s]+>|\b(\d+) 0 R\b/g
