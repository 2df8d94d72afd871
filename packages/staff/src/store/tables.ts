/** A code of the second factor that was used, until it is over; `expires` in ms since 1970. */
export type UsedTotpTable = { id: string; expires: number }

/** Stands for an e-mail address that has an account at the other office. */
export type StaffMarkTable = { mark: string }

/** The tables each office makes for this room, beside those the login makes itself. */
export type StaffTables = {
  readonly used_totp: UsedTotpTable
  readonly staff_mark: StaffMarkTable
}
