import type { Cell } from './columns/cell.ts'
import type { Source } from './prepare/source.ts'

/** A made-up source for tests, from columns. */
export const sourceOf = (
  columns: Readonly<Record<string, readonly Cell[]>>,
  more: Partial<Source> = {},
): Source => ({
  n: Object.values(columns)[0]?.length ?? 0,
  columns,
  variables: {},
  frame: [],
  dispositions: [],
  provenance: { kind: 'file', digest: '0'.repeat(64), synthetic: true, instruments: [] },
  ...more,
})
