import { readFileSync } from 'node:fs'

/** Version of the program, printed under every page. */
export const CODE_VERSION: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).version
