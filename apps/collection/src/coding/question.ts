import { notFound } from '@echolot/problem'
import type { StudyId, WaveId } from '@echolot/study'
import type { Kysely } from 'kysely'
import { findCoding, type QuestionPlace } from '../store/codings.ts'
import type { CoderSeat, CodingTable, Tables } from '../store/tables.ts'

type Params = { readonly study: string; readonly wave: string; readonly item: string }

export const placeOf = ({ study, wave, item }: Params): QuestionPlace => ({
  study: study as StudyId,
  wave: wave as WaveId,
  item,
})

/** How the question of an address is coded. @throws not-found where it was not set up */
export const readCoding = async (db: Kysely<Tables>, params: Params): Promise<CodingTable> => {
  const coding = await findCoding(db, placeOf(params))
  if (!coding) throw notFound({ what: 'coding' })
  return coding
}

/** From here on the coders may know of each other. */
export const isOver = ({ first_done_on, second_done_on }: CodingTable): boolean =>
  first_done_on !== null && second_done_on !== null

/** Names the question in the audit chain. */
export const nameOf = ({ study, wave, item }: QuestionPlace): string => `${study}/${wave}/${item}`

/** On which of the two seats somebody codes now. */
export const seatOf = (
  { first_coder, second_coder }: CodingTable,
  coder: string,
): CoderSeat | undefined => {
  if (coder === first_coder) return 'first'
  return coder === second_coder ? 'second' : undefined
}
