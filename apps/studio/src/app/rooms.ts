import { mayDo } from '../server/rights.ts'

/** The rooms of the studio, in the order of a study. */
export const ROOMS = [
  'instruments',
  'fieldwork',
  'coding',
  'freezes',
  'reports',
  'measures',
] as const
export type Room = (typeof ROOMS)[number]

/** What those come for who read and decide; for them it stands first. */
const FINDINGS: readonly Room[] = ['reports', 'measures']

/** The rooms that a role may enter. */
export const roomsOf = (role: string): readonly Room[] => {
  const rooms = ROOMS.filter((room) => mayDo(role, `see ${room}`))
  return role === 'lead'
    ? [...FINDINGS, ...rooms.filter((room) => !FINDINGS.includes(room)).toReversed()]
    : rooms
}
