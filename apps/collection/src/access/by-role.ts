import { roleGuards } from '@echolot/staff'
import type { CollectionRole } from '@echolot/study'

export const { byRole, byRoleFresh } = roleGuards<CollectionRole>()
