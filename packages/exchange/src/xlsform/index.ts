export { readXlsform } from './read-xlsform.ts'
export { writeXlsform } from './write-xlsform.ts'
