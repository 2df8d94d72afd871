import { isAbsolute, join, resolve } from 'node:path'
import * as z from 'zod'

const ROOT = resolve(import.meta.dirname, '../../..')
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/

const Config = z
  .object({
    PORT_COLLECTION: z.coerce.number().int().min(0).max(65_535).default(8080),
    /** Stay on loopback; a proxy with TLS stands in front. */
    COLLECTION_HOST: z.string().min(1).default('127.0.0.1'),
    /** How the collection is reached from outside. */
    COLLECTION_URL: z.url({ protocol: /^https?$/ }).optional(),
    ECHOLOT_DATA: z.string().min(1).default('./data'),
    COLLECTION_KEYS: z.string().min(1).optional(),
    DATABASE_URL: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'sqlite:<file> or postgres://…')
      .optional(),
    ECHOLOT_SECOND_FACTOR: z.enum(['required', 'demo']).default('required'),
    /** Addresses of proxies whose X-Forwarded-For is believed, with commas between. */
    COLLECTION_PROXIES: z.string().default(''),
    /** Wrong codes a minute from one network (a /24 or /64): 10 a minute are 600 an hour. */
    COLLECTION_GUESSES_PER_MINUTE: z.coerce.number().int().min(1).default(10),
    /** Wrong codes a minute from everywhere together. */
    COLLECTION_GUESSES_PER_MINUTE_ALL: z.coerce.number().int().min(1).default(600),
    /** Pages saved a minute under one code. */
    COLLECTION_SAVES_PER_MINUTE: z.coerce.number().int().min(1).default(600),
    /** Hour of the day, UTC, at which events and answers leave the inbox. */
    COLLECTION_FLUSH_HOUR: z.coerce.number().int().min(0).max(23).default(2),
    COLLECTION_PAGES_RESPONDENT: z.string().default(join(ROOT, 'apps/respondent/dist')),
    COLLECTION_PAGES_STUDIO: z.string().default(join(ROOT, 'apps/studio/dist')),
  })
  .refine((c) => c.ECHOLOT_SECOND_FACTOR === 'required' || LOOPBACK.test(c.COLLECTION_HOST), {
    path: ['ECHOLOT_SECOND_FACTOR'],
    message: 'the second factor can be waived on a loopback address only',
  })
  .refine(
    (c) =>
      c.ECHOLOT_SECOND_FACTOR === 'required' ||
      c.COLLECTION_URL === undefined ||
      isLoopbackUrl(c.COLLECTION_URL),
    {
      path: ['ECHOLOT_SECOND_FACTOR'],
      message: 'the second factor cannot be waived behind a proxy; leave COLLECTION_URL out',
    },
  )
  .refine(
    (c) => LOOPBACK.test(c.COLLECTION_HOST) || c.COLLECTION_URL?.startsWith('https:') === true,
    {
      path: ['COLLECTION_URL'],
      message: 'off the loopback address the collection must be reached by https',
    },
  )

/** Reads the surroundings once, at the start; stops the program with every fault named. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env) => {
  const { success, data, error } = Config.safeParse(environment)
  if (!success) throw new Error(`The collection cannot start:\n${z.prettifyError(error)}`)
  const root = resolve(data.ECHOLOT_DATA)
  const dataDirectory = join(root, 'collection')
  const publicUrl = new URL(
    data.COLLECTION_URL ?? `http://${hostInUrl(data.COLLECTION_HOST)}:${data.PORT_COLLECTION}`,
  ).origin
  return {
    port: data.PORT_COLLECTION,
    host: data.COLLECTION_HOST,
    publicUrl,
    transport: publicUrl.startsWith('https:') ? ('https' as const) : ('http' as const),
    dataDirectory,
    keyFile: resolve(data.COLLECTION_KEYS ?? join(root, 'keys', 'collection.json')),
    databaseUrl: absolute(data.DATABASE_URL) ?? `sqlite:${join(dataDirectory, 'collection.db')}`,
    secondFactor: data.ECHOLOT_SECOND_FACTOR,
    proxies: data.COLLECTION_PROXIES.split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    limits: {
      guessesPerMinute: data.COLLECTION_GUESSES_PER_MINUTE,
      guessesPerMinuteAll: data.COLLECTION_GUESSES_PER_MINUTE_ALL,
      savesPerMinute: data.COLLECTION_SAVES_PER_MINUTE,
    },
    flushHour: data.COLLECTION_FLUSH_HOUR,
    pages: {
      respondent: data.COLLECTION_PAGES_RESPONDENT,
      studio: data.COLLECTION_PAGES_STUDIO,
    },
  }
}
export type Config = ReturnType<typeof readConfig>

const isLoopbackUrl = (text: string) => {
  const host = URL.parse(text)?.hostname ?? ''
  return LOOPBACK.test(host.replace(/^\[|\]$/g, ''))
}

const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

const absolute = (url: string | undefined) => {
  if (url === undefined || !url.startsWith('sqlite:')) return url
  const file = url.slice(7)
  return isAbsolute(file) || file === ':memory:' ? url : `sqlite:${resolve(file)}`
}
