export { type DdiOptions, ddiOf, writeDdi } from './write-ddi.ts'
