import type { CollectionRole } from '@echolot/study'

/** The rooms of the studio, in the order of a study. */
export const ROOMS = ['instruments', 'fieldwork', 'freezes', 'reports'] as const
export type Room = (typeof ROOMS)[number]

/** What each role is shown in the navigation. It only spares people closed doors: the server decides. */
const ROOMS_OF: Readonly<Record<CollectionRole, readonly Room[]>> = {
  none: [],
  designer: ['instruments', 'fieldwork'],
  entry: [],
  field: ['instruments', 'fieldwork'],
  analyst: ['instruments', 'fieldwork', 'freezes', 'reports'],
  data_manager: ['instruments', 'fieldwork', 'freezes', 'reports'],
  lead: ['reports'],
  admin: ['instruments', 'fieldwork'],
  auditor: [],
}

/** The rooms of a role; a role that the studio does not know sees none. */
export const roomsOf = (role: string): readonly Room[] =>
  (ROOMS_OF as Readonly<Record<string, readonly Room[]>>)[role] ?? []
