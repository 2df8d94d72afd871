export { readQsf } from './read-qsf.ts'
