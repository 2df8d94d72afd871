import { unzipSync, zipSync } from 'fflate'

/** The first day that a zip can write: documents bear no time of their making. */
const DAY = new Date('1980-01-01T12:00:00')

/**
 * A zipped document packed again so that the same content has the same bytes: entries in order of their names after
 * the list of contents, all of one day, without folders. `change` rewrites single parts.
 */
export const zippedAlike = (
  file: Uint8Array,
  change: (name: string, text: string) => string = (_, text) => text,
): Uint8Array => {
  const parts = unzipSync(file)
  const names = Object.keys(parts)
    .filter((name) => !name.endsWith('/'))
    .sort((a, b) => Number(b === CONTENTS) - Number(a === CONTENTS) || (a < b ? -1 : 1))
  return zipSync(
    Object.fromEntries(
      names.map((name) => {
        const bytes = parts[name] as Uint8Array
        if (!/\.(xml|rels)$/.test(name)) return [name, bytes]
        return [name, Buffer.from(change(name, Buffer.from(bytes).toString()))]
      }),
    ),
    { mtime: DAY },
  )
}
/** Readers expect it first. */
const CONTENTS = '[Content_Types].xml'
