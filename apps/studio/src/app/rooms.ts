import { mayDo } from '../server/rights.ts'

/** The rooms of the studio, in the order of a study. */
export const ROOMS = ['instruments', 'fieldwork', 'coding', 'freezes', 'reports'] as const
export type Room = (typeof ROOMS)[number]

/** The rooms that a role may enter. Project leads come for the reports, so these stand first. */
export const roomsOf = (role: string): readonly Room[] => {
  const rooms = ROOMS.filter((room) => mayDo(role, `see ${room}`))
  return role === 'lead' ? rooms.toReversed() : rooms
}
