export { readRedcap } from './read-redcap.ts'
