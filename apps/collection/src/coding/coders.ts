import type { StaffName } from '@echolot/contract/coding'
import type { CoderSeat, CodingTable, CodingTaskTable, FormerCoderTable } from '../store/tables.ts'

export const SEATS: readonly CoderSeat[] = ['first', 'second']

/** Who coded on a seat: whoever left it with something coded, in order, and who sits there now. */
export const namesOn = (
  seat: CoderSeat,
  {
    coding,
    tasks,
    former,
    staff,
  }: {
    readonly coding: CodingTable
    readonly tasks: readonly Pick<CodingTaskTable, 'coder' | 'seat'>[]
    readonly former: readonly FormerCoderTable[]
    readonly staff: readonly StaffName[]
  },
): string[] => {
  const now = coding[`${seat}_coder`]
  const before = former.filter(
    (one) =>
      one.seat === seat &&
      one.coder !== now &&
      tasks.some((task) => task.seat === seat && task.coder === one.coder),
  )
  return [...before.map(({ name }) => name), staff.find(({ id }) => id === now)?.name ?? '']
}
