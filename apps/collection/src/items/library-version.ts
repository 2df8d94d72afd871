import type { LibraryVersion } from '@echolot/contract/items'
import type { LibraryVersionTable } from '../store/tables.ts'

/** A row of the library as the wire has it. */
export const libraryVersionOf = ({
  version,
  about,
  content,
  put_on,
  put_by_name,
}: LibraryVersionTable): LibraryVersion => ({
  ...(JSON.parse(about) as Pick<
    LibraryVersion,
    'title' | 'tags' | 'source' | 'licence' | 'note' | 'origin'
  >),
  version,
  on: put_on,
  by: put_by_name,
  content: JSON.parse(content) as LibraryVersion['content'],
})
