import { isAbsolute, join, resolve } from 'node:path'
import * as z from 'zod'

const ROOT = resolve(import.meta.dirname, '../../..')
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/
const url = () => z.url({ protocol: /^https?$/ })

const Config = z
  .object({
    PORT_VAULT: z.coerce.number().int().min(0).max(65_535).default(8090),
    /** Stay on loopback; a proxy with TLS stands in front. */
    VAULT_HOST: z.string().min(1).default('127.0.0.1'),
    /** How the vault is reached from outside. */
    VAULT_URL: url().optional(),
    /** Where the paired collection is; the vault calls, nobody calls the vault. */
    COLLECTION_URL: url().default('http://127.0.0.1:8080'),
    ECHOLOT_DATA: z.string().min(1).default('./data'),
    VAULT_KEYS: z.string().min(1).optional(),
    VAULT_DATABASE_URL: z
      .string()
      .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'sqlite:<file> or postgres://…')
      .optional(),
    ECHOLOT_SECOND_FACTOR: z.enum(['required', 'demo']).default('required'),
    VAULT_PAGES: z.string().default(join(ROOT, 'apps/desk/dist')),
  })
  .refine((c) => c.ECHOLOT_SECOND_FACTOR === 'required' || LOOPBACK.test(c.VAULT_HOST), {
    path: ['ECHOLOT_SECOND_FACTOR'],
    message: 'the second factor can be waived on a loopback address only',
  })
  .refine(
    (c) =>
      c.ECHOLOT_SECOND_FACTOR === 'required' ||
      c.VAULT_URL === undefined ||
      isLoopbackUrl(c.VAULT_URL),
    {
      path: ['ECHOLOT_SECOND_FACTOR'],
      message: 'the second factor cannot be waived behind a proxy; leave VAULT_URL out',
    },
  )
  .refine((c) => LOOPBACK.test(c.VAULT_HOST) || c.VAULT_URL?.startsWith('https:') === true, {
    path: ['VAULT_URL'],
    message: 'off the loopback address the vault must be reached by https',
  })
  .refine((c) => isLoopbackUrl(c.COLLECTION_URL) || c.COLLECTION_URL.startsWith('https:'), {
    path: ['COLLECTION_URL'],
    message: 'a collection on another machine must be reached by https',
  })

/** Reads the surroundings once, at the start; stops the program with every fault named. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env) => {
  const { success, data, error } = Config.safeParse(environment)
  if (!success) throw new Error(`The vault cannot start:\n${z.prettifyError(error)}`)
  const root = resolve(data.ECHOLOT_DATA)
  const dataDirectory = join(root, 'vault')
  const publicUrl = new URL(
    data.VAULT_URL ?? `http://${hostInUrl(data.VAULT_HOST)}:${data.PORT_VAULT}`,
  ).origin
  return {
    port: data.PORT_VAULT,
    host: data.VAULT_HOST,
    publicUrl,
    transport: publicUrl.startsWith('https:') ? ('https' as const) : ('http' as const),
    collectionUrl: data.COLLECTION_URL.replace(/\/+$/, ''),
    dataDirectory,
    keyFile: resolve(data.VAULT_KEYS ?? join(root, 'keys', 'vault.json')),
    databaseUrl: absolute(data.VAULT_DATABASE_URL) ?? `sqlite:${join(dataDirectory, 'vault.db')}`,
    secondFactor: data.ECHOLOT_SECOND_FACTOR,
    pages: data.VAULT_PAGES,
  }
}
export type Config = ReturnType<typeof readConfig>

const isLoopbackUrl = (text: string) => {
  const host = URL.parse(text)?.hostname ?? ''
  return LOOPBACK.test(host.replace(/^\[|\]$/g, ''))
}

const hostInUrl = (host: string) => (host.includes(':') ? `[${host}]` : host)

const absolute = (text: string | undefined) => {
  if (text === undefined || !text.startsWith('sqlite:')) return text
  const file = text.slice(7)
  return isAbsolute(file) || file === ':memory:' ? text : `sqlite:${resolve(file)}`
}
