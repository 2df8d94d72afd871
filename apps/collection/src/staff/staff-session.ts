import { newSecret } from '@echolot/crypto/keys'
import { addressMark } from '@echolot/crypto/session'
import { clientAddress, type Request, type RequestHandler } from '@echolot/http'
import type { House } from '../house.ts'
import { COOKIE_PREFIX, type Staff } from './staff-login.ts'

const signedIn = new WeakMap<Request, Staff>()

/**
 * Finds out who is signed in before an endpoint begins its transaction: the login has its own way to the database, and
 * SQLite has one connection only.
 */
export const staffSession =
  ({ staff }: Pick<House, 'staff'>): RequestHandler =>
  async (request, _response, next) => {
    if (request.get('cookie')?.includes(COOKIE_PREFIX)) {
      const who = await staff.whoIs(request)
      if (who) signedIn.set(request, who)
    }
    next()
  }

export const staffOf = (request: Request): Staff | undefined => signedIn.get(request)

/**
 * Overwrites what a client says of its address. The login gets an address of the unused range fd00::/8 made from an HMAC
 * of the network, so its brakes work and its tables hold nobody's address.
 */
export const ownClientIp = ({ config }: Pick<House, 'config'>): RequestHandler => {
  const key = newSecret()
  return (request, _response, next) => {
    const mark = addressMark(key, clientAddress(request, config.proxies))
    const part = (from: number, to: number) => mark.slice(from, to)
    request.headers['x-client-ip'] =
      `fd${part(0, 2)}:${part(2, 6)}:${part(6, 10)}:${part(10, 14)}::1`
    for (const header of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'])
      delete request.headers[header]
    next()
  }
}
