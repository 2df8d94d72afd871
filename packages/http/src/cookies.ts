import { parseCookie, stringifySetCookie } from 'cookie'
import type { Request } from 'express'

/** The cookies a request brings, by name. */
export const cookies = (request: Request): Readonly<Record<string, string | undefined>> =>
  parseCookie(request.get('cookie') ?? '')

export type SessionCookie = {
  readonly name: string
  /** Empty to delete it. */
  readonly value: string
  /** Seconds it lives; without, until the browser closes. */
  readonly maxAge?: number
  /** With `https` the name is `__Host-<name>` and the cookie is never sent in clear. */
  readonly transport: 'http' | 'https'
}

/** The name a session cookie has on the wire. */
export const cookieName = ({
  name,
  transport,
}: Pick<SessionCookie, 'name' | 'transport'>): string =>
  transport === 'https' ? `__Host-${name}` : name

/** A `set-cookie` header: scripts cannot read it, other sites do not send it. */
export const sessionCookie = ({ name, value, maxAge, transport }: SessionCookie): string =>
  stringifySetCookie({
    name: cookieName({ name, transport }),
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: transport === 'https',
    ...(value === '' ? { maxAge: 0 } : maxAge === undefined ? {} : { maxAge }),
  })
