export type * from './instrument.ts'
