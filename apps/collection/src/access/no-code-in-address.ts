import type { RequestHandler } from '@echolot/http'
import { codeInAddress } from '../problems.ts'

/** Refuses `?code=…` anywhere, before anything is written down: addresses end up in logs, histories and referrers. */
export const noCodeInAddress: RequestHandler = (request, _response, next) => {
  const names = new URL(request.url, 'http://localhost').searchParams.keys()
  next([...names].some((name) => /code/i.test(name)) ? codeInAddress({}) : undefined)
}
