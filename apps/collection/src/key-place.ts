import type { Log } from '@echolot/http'
import type { Config } from './config.ts'

/** Where the key file stands, and what must not be near it. */
export const keyPlaceOf = ({ keyFile, dataDirectory }: Config, log: Log) => ({
  file: keyFile,
  dataDirectory,
  warn: () => log.say('the system has no file modes; the key file is not protected by them'),
})
