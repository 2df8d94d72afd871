import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { RequestHandler } from '@echolot/http'

const compress = promisify(brotliCompress)
const kept = new Map<string, Buffer>()
const MOST_KEPT = 64

/**
 * Sends a published questionnaire compressed to browsers that can read it: over a slow line it is the largest thing
 * they wait for. It holds no secret, so its size tells nothing; no other answer is compressed.
 */
export const compressed: RequestHandler = (request, response, next) => {
  response.vary('accept-encoding')
  if (!request.acceptsEncodings('br')) return next()
  const plain = response.json.bind(response)
  response.json = (content: unknown) => {
    const name = response.get('etag')
    if (response.statusCode !== 200 || name === undefined) return plain(content)
    void packed(name, content).then(
      (bytes) => response.set('content-encoding', 'br').type('json').send(bytes),
      next,
    )
    return response
  }
  next()
}

const packed = async (name: string, content: unknown): Promise<Buffer> => {
  const known = kept.get(name)
  if (known) return known
  const bytes = await compress(JSON.stringify(content), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
  })
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(name, bytes)
  return bytes
}
