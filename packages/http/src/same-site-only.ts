import type { RequestHandler } from 'express'
import { otherSite } from './problems.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writing requests which a page of another site made a browser send (CSRF). Browsers cannot leave out or
 * forge `Sec-Fetch-Site` and `Origin`; a client without both is no browser and holds no one's cookies.
 * `origins` are addresses of this office which a proxy in front of it does not pass on as host.
 */
export const sameSiteOnly =
  (origins: readonly string[] = []): RequestHandler =>
  (request, _response, next) => {
    if (SAFE.has(request.method)) return next()
    const origin = request.get('origin')
    if (origin !== undefined && !origins.includes(origin) && hostOf(origin) !== request.get('host'))
      return next(otherSite({}))
    const site = request.get('sec-fetch-site')
    if (site === undefined || site === 'same-origin' || site === 'none') return next()
    next(otherSite({}))
  }

const hostOf = (origin: string) => {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
