import type { RequestHandler } from 'express'
import helmet from 'helmet'

export type HeaderOptions = {
  /** How the office is reached from outside; `https` asks browsers to stay with it. */
  readonly transport?: 'http' | 'https'
  /** Lets `style="…"` attributes through, which SurveyJS and charts set. Style elements stay shut out. */
  readonly styleAttributes?: boolean
  /** `self`: our own pages may stand in frames of our own pages, as in the designer's preview. */
  readonly frames?: 'none' | 'self'
}

/** Every page and answer is ours alone: nothing from elsewhere, in no one's frame, in no one's referrer. */
export const securityHeaders = ({
  transport = 'http',
  styleAttributes = false,
  frames = 'none',
}: HeaderOptions = {}): RequestHandler => {
  const framed = frames === 'self' ? ["'self'"] : ["'none'"]
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        ...(styleAttributes ? { 'style-src-attr': ["'unsafe-inline'"] } : {}),
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'frame-src': framed,
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': framed,
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        ...(transport === 'https' ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity:
      transport === 'https' ? { maxAge: 63_072_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: frames === 'self' ? 'sameorigin' : 'deny' },
  })
  return (request, response, next) => {
    response.set('permissions-policy', NO_DEVICES)
    headers(request, response, next)
  }
}

const NO_DEVICES = [
  ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'geolocation'],
  ...['gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** For answers of the API: nobody keeps a copy. Mount before the endpoints. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store')
  next()
}
