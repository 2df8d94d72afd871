import { clientAddress, type Request } from '@echolot/http'
import type { House } from '../house.ts'

/** Open to everybody; all that is known of the caller is the network, for brakes against guessing. */
export const byAnybody = (request: Request, { config }: House) => ({
  network: clientAddress(request, config.proxies),
})
