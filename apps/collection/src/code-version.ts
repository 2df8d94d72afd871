import { readFileSync } from 'node:fs'

/** The version of this office's program, as its package says; stands in every freeze. */
export const CODE_VERSION: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).version
