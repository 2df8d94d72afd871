import type { RequestHandler } from '@echolot/http'
import { codeInAddress } from '../problems.ts'

/** Refuses `?code=…` anywhere, before anything is written down: addresses end up in logs, histories and referrers. */
export const noCodeInAddress: RequestHandler = (request, _response, next) => {
  const [, query] = request.url.split('?', 2)
  const names = new URLSearchParams(query).keys()
  next([...names].some((name) => /code/i.test(name)) ? codeInAddress({}) : undefined)
}
