import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
const CLI = join(ROOT, 'apps/cli/src/main.ts')

/** A port nobody uses at the moment. */
export const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Runs `echolot …` and gives what it printed; throws its words unless it exits with `expected`. */
export const echolot = (
  args: readonly string[],
  {
    env = {},
    input = '',
    expected = 0,
  }: { env?: Record<string, string>; input?: string; expected?: number } = {},
): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
    })
    const said: string[] = []
    const complaints: string[] = []
    child.stdout.on('data', (words) => said.push(String(words)))
    child.stderr.on('data', (words) => complaints.push(String(words)))
    child.on('error', failed)
    child.on('exit', (code) =>
      code === expected
        ? done(said.join(''))
        : failed(
            new Error(
              `echolot ${args.join(' ')} ended with ${code}:\n${complaints.join('')}${said.join('')}`,
            ),
          ),
    )
    child.stdin.end(input)
  })

export type House = Awaited<ReturnType<typeof openHouse>>

/**
 * Starts the whole system as its users do, on a new data folder and free ports of the loopback
 * address; `demo` with the ANNA demonstration, otherwise empty.
 */
export const openHouse = async ({
  demo = false,
  secondFactor = 'demo',
  data = mkdtempSync(join(tmpdir(), 'echolot-house-')),
  databases = {},
}: {
  demo?: boolean
  secondFactor?: 'demo' | 'required'
  data?: string
  /** Other places for the offices' tables, e.g. `DATABASE_URL`. */
  databases?: Readonly<Record<string, string>>
} = {}) => {
  const [portCollection, portVault] = [await freePort(), await freePort()]
  const env = {
    ECHOLOT_DATA: data,
    PORT_COLLECTION: String(portCollection),
    PORT_VAULT: String(portVault),
    ECHOLOT_SECOND_FACTOR: secondFactor,
    ...databases,
  }
  const child = spawn(process.execPath, [CLI, 'start', ...(demo ? [] : ['--empty'])], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  })
  const said: string[] = []
  const ended = new Promise<number | null>((over) => child.on('exit', over))
  await new Promise<void>((ready, failed) => {
    const hear = (words: Buffer) => {
      said.push(String(words))
      if (said.join('').includes('\nReady.')) ready()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', failed)
    child.on('exit', (code) => failed(new Error(`start ended with ${code}:\n${said.join('')}`)))
  })

  const command = (...args: readonly string[]) => echolot(args, { env })
  return {
    data,
    env,
    collection: `http://127.0.0.1:${portCollection}`,
    vault: `http://127.0.0.1:${portVault}`,
    /** All that was printed since the start. */
    printed: () => said.join(''),
    command,
    /** Lays a study in both offices. */
    addStudy: (folder = 'surveys/anna') =>
      Promise.all([
        command('collection', 'study', 'add', folder),
        command('vault', 'study', 'add', folder),
      ]),
    /** Accounts by a short name, with the passwords they were given. */
    addStaff: async <Name extends string>(
      office: 'collection' | 'vault',
      roles: Readonly<Record<Name, string>>,
    ) => {
      const accounts = (Object.entries(roles) as [Name, string][]).map(([name, role]) => ({
        email: `${name.toLowerCase()}@${office}.example`,
        name: `${name} (test)`,
        role,
        password: `test-password-${name}`,
      }))
      const input = accounts.map((account) => JSON.stringify(account)).join('\n')
      await echolot([office, 'staff', 'import'], { env, input })
      return Object.fromEntries(
        accounts.map(({ email, password }, i) => [Object.keys(roles)[i], { email, password }]),
      ) as Record<Name, { email: string; password: string }>
    },
    close: async ({ keep = false } = {}) => {
      child.kill('SIGTERM')
      const code = await ended
      if (!keep) rmSync(data, { recursive: true, force: true })
      return code
    },
  }
}
