export { readLss } from './read-lss.ts'
