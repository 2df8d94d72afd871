export { type SavReport, writeSav } from './write-sav.ts'
