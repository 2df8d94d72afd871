import { isIPv4, isIPv6 } from 'node:net'
import type { Request } from 'express'

/**
 * The network a request comes from, for rate limits: `203.0.113.0/24` or `2001:db8:1:2::/64`. Taken from the socket,
 * whatever headers say; only when the socket is one of `proxies`, from the last address of `X-Forwarded-For`.
 */
export const clientAddress = (request: Request, proxies: readonly string[] = []): string => {
  const socket = plain(request.socket.remoteAddress ?? '')
  if (!proxies.includes(socket)) return networkOf(socket)
  const forwarded = request.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return networkOf(plain(forwarded) || socket)
}

/** IPv4 as such also when it comes inside IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

const networkOf = (address: string): string => {
  if (isIPv4(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  if (!isIPv6(address)) return 'unknown'
  const [front = '', back = ''] = address.replace(/%.*$/, '').split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const zeros = 8 - groups(front).length - groups(back).length
  const all = [
    ...groups(front),
    ...Array.from({ length: Math.max(0, zeros) }, () => '0'),
    ...groups(back),
  ]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
