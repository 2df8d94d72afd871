import type { ReportLogTable } from '../store/tables.ts'

/** Comments of which nobody has said yet what became of them. */
export const openComments = <Entry extends Pick<ReportLogTable, 'ordinal' | 'act' | 'about'>>(
  log: readonly Entry[],
): readonly Entry[] => {
  const answered = new Set(log.map(({ about }) => about))
  return log.filter(({ act, ordinal }) => act === 'commented' && !answered.has(ordinal))
}
