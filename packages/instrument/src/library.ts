export { extractItems } from './library/extract-items.ts'
export { type Inserted, insertItems } from './library/insert-items.ts'
export type { LibraryContent, LibraryReference } from './library/library-content.ts'
