export { type CsvOptions, type CsvReport, writeCsv } from './write-csv.ts'
