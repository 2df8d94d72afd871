import { stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Request, RequestHandler } from 'express'

export type StaticOptions = {
  /** `index.html` for addresses that only the page itself knows; `none` leaves them to the next handler. */
  readonly fallback?: 'index.html' | 'none'
  /** Addresses beginning with one of these are never answered with the page; `/v1` and `/peer` unless told. */
  readonly apis?: readonly string[]
}

/**
 * Serves what Vite built in `directory`. Files with a digest in their name are kept by browsers for ever, all others are
 * asked for each time (ETag). `x.js.br` and `x.js.gz` beside `x.js` are sent to whoever can read them.
 */
export const staticFiles =
  (
    directory: string,
    { fallback = 'index.html', apis = ['/v1', '/peer'] }: StaticOptions = {},
  ): RequestHandler =>
  async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    if (apis.some((api) => request.path === api || request.path.startsWith(`${api}/`)))
      return next()
    const asked = pathIn(request.path)
    const found = asked && (await variantOf(directory, asked, request))
    const page = found || fallback === 'none' || extname(request.path) !== '' ? undefined : fallback
    const file = found || (page && (await variantOf(directory, page, request)))
    if (!file) return next()
    response.vary('accept-encoding').type(extname(file.name))
    response.set('cache-control', HASHED.test(file.name) ? FOR_EVER : 'no-cache')
    if (file.encoding) response.set('content-encoding', file.encoding)
    response.sendFile(file.stored, { root: directory, cacheControl: false }, (error) => {
      if (error && !response.headersSent) next(error)
    })
  }

/** As Vite names them: `assets/index-DmX3a_9k.js`. */
const HASHED = /^assets[/\\].*-[\w-]{8}\.\w+$/
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The path below the directory, or undefined for one that leads out of it or to a hidden file. */
const pathIn = (path: string): string | undefined => {
  const name = normalize(decodeURIComponent(path === '/' ? '/index.html' : path)).replace(
    /^[/\\]+/,
    '',
  )
  const segments = name.split(/[/\\]/)
  const leadsOut = segments.some((segment) => segment.startsWith('.') || segment === '')
  return leadsOut || name.includes('\0') ? undefined : segments.join(sep)
}

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

const variantOf = async (directory: string, name: string, request: Request) => {
  if (!(await isFile(join(directory, name)))) return undefined
  for (const [encoding, ending] of ENCODINGS)
    if (request.acceptsEncodings(encoding) && (await isFile(join(directory, name + ending))))
      return { name, stored: name + ending, encoding }
  return { name, stored: name, encoding: undefined }
}

const isFile = async (file: string) => {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ?? false
}
