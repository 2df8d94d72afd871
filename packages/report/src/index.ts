export { escaped } from './escaped.ts'
export type { Block, Fact, Figure, Finding, Report, Section, Strength, Table } from './model.ts'
