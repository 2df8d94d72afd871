import { newSecret } from '@echolot/crypto/keys'
import { addressMark } from '@echolot/crypto/session'
import { clientAddress, type Request } from '@echolot/http'

/**
 * Whether an office keeps from where its staff signed in: `never` (no table holds an address or a browser, not even of
 * staff), or for 90 days after the session.
 */
export type Origins = 'never' | 'ninety-days'

/**
 * Overwrites what a client says of its address, for the login believes one header. With `never` it gets an address of the
 * unused range fd00::/8 made from an HMAC of the network, so that its brakes work and its tables hold nobody's.
 */
export const ownClientIp = (origins: Origins, proxies: readonly string[]) => {
  const key = newSecret()
  return (request: Request): void => {
    request.headers['x-client-ip'] =
      origins === 'never'
        ? madeUp(addressMark(key, clientAddress(request, proxies)))
        : (request.socket.remoteAddress ?? '')
    for (const header of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'])
      delete request.headers[header]
  }
}

const madeUp = (mark: string) => {
  const part = (from: number, to: number) => mark.slice(from, to)
  return `fd${part(0, 2)}:${part(2, 6)}:${part(6, 10)}:${part(10, 14)}::1`
}
