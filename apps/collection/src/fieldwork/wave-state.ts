import type { WaveTable } from '../store/tables.ts'

/** Where a wave stands; its announced days do not open or close it, people do. */
export const waveStateOf = ({
  opened_on,
  closed_on,
}: Pick<WaveTable, 'opened_on' | 'closed_on'>): 'planned' | 'open' | 'closed' => {
  if (closed_on !== null) return 'closed'
  return opened_on === null ? 'planned' : 'open'
}
