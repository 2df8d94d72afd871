export { readXlsform } from './read-xlsform.ts'
