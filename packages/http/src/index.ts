export type { Request, RequestHandler, Response } from 'express'
export { clientAddress } from './client-address.ts'
export { cookieName, cookies, type SessionCookie, sessionCookie } from './cookies.ts'
export {
  type Answered,
  type AnyEndpoint,
  type Asked,
  answered,
  type Endpoint,
  endpoint,
  type FileAnswer,
  type Method,
  mount,
  mountAll,
  type ParamsOf,
  type WithinTransaction,
} from './endpoint.ts'
export { health, ready } from './health.ts'
export { BODY_LIMIT, bytesBody, jsonBody, textBody } from './json-body.ts'
export { type Log, makeLog, requestLog, scrubbed } from './log.ts'
export { type ApiInfo, openApiOf } from './openapi.ts'
export { nothingHere, problemWriter, type Translate } from './problem-writer.ts'
export {
  methodNotAllowed,
  notReady,
  otherSite,
  tooLarge,
  unsupportedType,
} from './problems.ts'
export { JSON_DEPTH, readJson } from './read-json.ts'
export { sameSiteOnly } from './same-site-only.ts'
export { type HeaderOptions, noStore, securityHeaders } from './security-headers.ts'
export { drainOnSignals, type Running, type ServeOptions, serve } from './serve.ts'
export { type StaticOptions, staticFiles } from './static-files.ts'
