export type { AcceptedWording } from './instrument.ts'
export type { InBoth, Span, WordingFinding } from './wording/finding.ts'
