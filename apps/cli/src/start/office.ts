import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, inHouse } from '../config.ts'

export type OfficeName = 'collection' | 'vault'

/** Whether a second factor is asked of staff; `demo` waives it, on the loopback address only. */
export type SecondFactor = 'required' | 'demo'

const environmentOf = (
  { data, environment, portCollection, portVault }: Config,
  secondFactor: SecondFactor,
) => ({
  ...environment,
  ECHOLOT_DATA: data,
  PORT_COLLECTION: String(portCollection),
  PORT_VAULT: String(portVault),
  COLLECTION_URL: environment.COLLECTION_URL ?? `http://127.0.0.1:${portCollection}`,
  VAULT_URL: environment.VAULT_URL ?? `http://127.0.0.1:${portVault}`,
  ECHOLOT_SECOND_FACTOR: environment.ECHOLOT_SECOND_FACTOR ?? secondFactor,
})

/** Runs an office's own command and gives what it printed; throws its words if it failed. */
export const officeCommand = (
  office: OfficeName,
  args: readonly string[],
  { config, input }: { config: Config; input?: string },
): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [inHouse('apps', office, 'src/command.ts'), ...args], {
      env: environmentOf(config, 'required'),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const said: string[] = []
    const complaints: string[] = []
    child.stdout.on('data', (words) => said.push(String(words)))
    child.stderr.on('data', (words) => complaints.push(String(words)))
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0
        ? done(said.join(''))
        : failed(
            new Error(
              `${office} ${args.join(' ')} failed:\n${complaints.join('') || said.join('')}`,
            ),
          ),
    )
    child.stdin.end(input ?? '')
  })

/** Starts an office's server; resolves when it is ready, with its address and the way to end it. */
export const startOffice = (office: OfficeName, config: Config, secondFactor: SecondFactor) =>
  new Promise<{ url: string; stop: () => Promise<void>; ended: Promise<number | null> }>(
    (ready, failed) => {
      mkdirSync(join(config.data, 'logs'), { recursive: true })
      const log = join(config.data, 'logs', `${office}.log`)
      const child = spawn(process.execPath, [inHouse('apps', office, 'src/main.ts')], {
        env: environmentOf(config, secondFactor),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const lines = createWriteStream(log, { flags: 'a' })
      const lastWords: string[] = []
      child.stderr.on('data', (words) => {
        lines.write(words)
        lastWords.push(String(words))
        if (lastWords.length > 20) lastWords.shift()
      })
      const ended = new Promise<number | null>((over) => child.on('exit', over))
      child.stdout.setEncoding('utf8')
      let heard = ''
      child.stdout.on('data', (words: string) => {
        heard += words
        const line = heard.split('\n').find((text) => text.startsWith('{"ready":true'))
        if (!line) return
        const { url } = JSON.parse(line) as { url: string }
        const stop = async () => {
          child.kill('SIGTERM')
          await ended
        }
        ready({ url, stop, ended })
      })
      child.on('error', failed)
      child.on('exit', (code) =>
        failed(
          new Error(
            `the ${office} ended with ${code} before it was ready; its log is ${log}\n${lastWords.join('')}`,
          ),
        ),
      )
    },
  )
