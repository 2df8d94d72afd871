import type { FrameCheck } from '@echolot/contract/frames'

export type CheckSummary = {
  /** Lines with at least one error. */
  readonly errorLines: number
  /** Lines which an import takes after what the clerk left out. */
  readonly importable: number
}

/** Counts which the page shows while the clerk leaves lines out; the vault counts again at the import. */
export const summaryOf = (check: FrameCheck, excluded: ReadonlySet<number>): CheckSummary => ({
  errorLines: new Set(
    check.findings.filter(({ severity }) => severity === 'error').map(({ line }) => line),
  ).size,
  importable: check.importable - excluded.size,
})

/** Whether the clerk decides on this pair; certain duplicates are taken once anyhow. */
export const isDecidable = ({ reason }: FrameCheck['duplicates'][number]) =>
  reason !== 'same-person'
