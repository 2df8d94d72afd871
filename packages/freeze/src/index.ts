export { digestOfFile, digestOfText, readDigesting } from './digest-of-file.ts'
export {
  CASE_COLUMNS,
  type DispositionCount,
  type FrameStratum,
  type FreezeContent,
  type FreezeRow,
} from './freeze.ts'
export type { Manifest } from './manifest.ts'
export { type FreezeFault, freezeDamaged, freezeExists, freezeUnfit } from './problems.ts'
export {
  columnNamesOf,
  type Freeze,
  type FreezeColumns,
  type FreezeGroup,
  readFreeze,
} from './read-freeze.ts'
export { type FreezeCheck, verifyFreeze } from './verify-freeze.ts'
export { writeFreeze } from './write-freeze.ts'
