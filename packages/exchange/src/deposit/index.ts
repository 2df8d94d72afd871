export { type OnRequest, type Release, releaseOf } from '../release/release-of.ts'
