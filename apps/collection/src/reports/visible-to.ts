import type { Staff } from '../staff/login.ts'

/** Drafts are for those who work on them; everybody else waits for the release. */
export const visibleTo = ({ role }: Pick<Staff, 'role'>): 'all' | 'released' =>
  role === 'analyst' || role === 'data_manager' ? 'all' : 'released'
