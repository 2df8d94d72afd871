import * as office from './0001-office.ts'

/** In order. Add at the end; never edit one which has run. */
export const migrations = { '0001-office': office }
