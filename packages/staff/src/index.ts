export { anyStaff, roleGuards } from './by-role.ts'
export { getMe } from './get-me.ts'
export {
  accountAtBothOffices,
  roleMissing,
  secondFactorNeeded,
  signInNeeded,
  signInTooOld,
} from './problems.ts'
export {
  type NewStaff,
  openStaffLogin,
  type PasswordCost,
  type Staff,
  type StaffLogin,
} from './staff-login.ts'
export { forgetStaffMarks } from './store/staff-marks.ts'
export type { StaffMarkTable, StaffTables, UsedTotpTable } from './store/tables.ts'
