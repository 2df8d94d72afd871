import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  newCredentialId,
  newEventToken,
  newLinkSecret,
  sealCredential,
} from '@echolot/crypto/access-code'
import { newAttempt } from '@echolot/crypto/browser'
import { identityOf, makeVaultKeys } from '@echolot/crypto/keys'
import {
  fingerprintOf,
  type MessageHash,
  messageHash,
  NO_MESSAGE,
  signMessage,
} from '@echolot/crypto/peer'
import { randomId } from '@echolot/crypto/random'
import type { Instrument } from '@echolot/instrument'
import { simulator } from '@echolot/routing'
import type { StratumId, StudyId, WaveId, WrapKey } from '@echolot/study'

/**
 * How dear one completed questionnaire is to the collection's server, and how long a page takes with many households at
 * once: the real server, the ANNA questionnaire, 5 saved pages a session, over HTTP on loopback.
 */
const ROOT = join(import.meta.dirname, '../..')
const STUDY = 'anna' as StudyId
const WAVE = 'w1' as WaveId
const PAGES = 5

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Runs the office's own command. */
const command = (env: NodeJS.ProcessEnv, args: readonly string[], input = '') =>
  new Promise<void>((done, failed) => {
    const child = spawn(process.execPath, [join(ROOT, 'apps/collection/src/command.ts'), ...args], {
      env,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    let words = ''
    child.stderr.on('data', (more) => {
      words += more
    })
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(words))))
    child.stdin.end(input)
  })

const agent = new Agent({ keepAlive: true, maxSockets: 256 })
type Reply = { readonly status: number; readonly cookie: string | undefined; readonly text: string }

const send = (
  url: string,
  {
    method,
    headers = {},
    body,
  }: { method: string; headers?: Record<string, string>; body?: string },
): Promise<Reply> =>
  new Promise((done, failed) => {
    const asked = request(url, { method, agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (more) => {
        text += more
      })
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          cookie: response.headers['set-cookie']?.[0]?.split(';')[0],
          text,
        }),
      )
    })
    asked.on('error', failed).end(body)
  })

const json = (url: string, method: string, body: object, cookie = '') =>
  send(url, {
    method,
    headers: { 'content-type': 'application/json', origin: new URL(url).origin, cookie },
    body: JSON.stringify(body),
  })

/** User and system time of a process in ms. */
const cpuOf = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return { user: Number(fields[11]) * 10, system: Number(fields[12]) * 10 }
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

/** Opens an office with a published questionnaire and `n` letters. */
const openOffice = async (n: number) => {
  const data = mkdtempSync(join(tmpdir(), 'bench-collection-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    ECHOLOT_DATA: data,
    PORT_COLLECTION: String(port),
    COLLECTION_URL: url,
    ECHOLOT_SECOND_FACTOR: 'demo',
    ...(process.env.BENCH_DATABASE_URL ? { DATABASE_URL: process.env.BENCH_DATABASE_URL } : {}),
  }
  const vault = makeVaultKeys()
  const identity = identityOf(vault)
  const shown = join(data, 'vault.json')
  writeFileSync(shown, JSON.stringify({ ...identity, fingerprint: fingerprintOf(identity) }))
  await command(env, ['keys', 'make'])
  await command(env, ['pair', 'confirm', shown, '--fingerprint', fingerprintOf(identity)])
  await command(env, ['study', 'add', join(ROOT, 'surveys/anna')])
  const password = 'a password for the bench'
  for (const [name, role] of [
    ['one', 'designer'],
    ['two', 'designer'],
    ['field', 'field'],
  ])
    await command(
      env,
      [
        'staff',
        'add',
        '--email',
        `${name}@example.org`,
        '--name',
        `${name}`,
        '--role',
        `${role}`,
        '--password-stdin',
      ],
      password,
    )
  const profile = process.env.BENCH_PROFILE
    ? ['--cpu-prof', '--cpu-prof-dir', process.env.BENCH_PROFILE]
    : []
  const server = spawn(process.execPath, [...profile, join(ROOT, 'apps/collection/src/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((ready) => server.stdout.once('data', () => ready()))
  const signIn = async (name: string) =>
    (
      await json(`${url}/api/auth/sign-in/email`, 'POST', {
        email: `${name}@example.org`,
        password,
      })
    ).cookie ?? ''
  const [one, two, field] = [await signIn('one'), await signIn('two'), await signIn('field')]
  const draft = JSON.parse(
    (await send(`${url}/v1/drafts/main`, { method: 'GET', headers: { cookie: one } })).text,
  )
  const { revision } = draft
  await json(`${url}/v1/drafts/main/proposal`, 'POST', { revision, note: 'bench' }, one)
  const published = await json(`${url}/v1/drafts/main/publication`, 'POST', { revision }, two)
  if (published.status !== 200) throw new Error(published.text)
  const instrument = JSON.parse(published.text).id as string
  const wave = `${url}/v1/studies/${STUDY}/waves/${WAVE}`
  await json(`${wave}/instrument`, 'PUT', { instrument }, field)
  await json(`${wave}/opening`, 'POST', {}, field)
  const letters = await register({ url, vault, n })
  return {
    url,
    pid: server.pid as number,
    letters,
    instrument: draft.instrument as Instrument,
    close: async () => {
      const ended = new Promise((over) => server.once('exit', over))
      server.kill('SIGTERM')
      agent.destroy()
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** M1 as the vault sends it. */
const register = async ({
  url,
  vault,
  n,
}: {
  url: string
  vault: ReturnType<typeof makeVaultKeys>
  n: number
}) => {
  const letters = Array.from({ length: n }, () => {
    const [lookup, wrapkey] = [randomId(32), randomId(32) as WrapKey]
    const cred = newCredentialId()
    const secrets = { link: newLinkSecret(), token: newEventToken(), stratum: '4' as StratumId }
    const wrap = sealCredential(wrapkey, secrets, { study: STUDY, wave: WAVE, credential: cred })
    return { lookup, wrapkey, cred, wrap }
  })
  let prev: MessageHash = NO_MESSAGE
  for (let start = 0, seq = 1; start < n; start += 500, seq++) {
    const path = `/peer/v1/studies/${STUDY}/waves/${WAVE}/credentials`
    const jws = await signMessage(vault.sign, {
      iss: 'vault',
      aud: 'collection',
      seq,
      prev,
      method: 'PUT',
      path,
      body: {
        batch: randomId(),
        items: letters
          .slice(start, start + 500)
          .map(({ cred, lookup, wrap }) => ({ cred, lookup, wrap })),
        frame: [{ stratum: '4', label: 'bench', gross: 470, population: 1455 }],
      },
    })
    const { status, text } = await send(url + path, {
      method: 'PUT',
      headers: { 'content-type': 'application/jose' },
      body: jws,
    })
    if (status !== 200) throw new Error(text)
    prev = messageHash(jws)
  }
  return letters
}

/** A walk through the questionnaire, gathered into five saves. */
const savesOf = (instrument: Instrument, count: number) => {
  const walkOf = simulator(instrument, { seed: 11, nonResponse: 0.02 })
  return Array.from({ length: count }, (_, index) => {
    const { steps } = walkOf(index)
    return Array.from({ length: PAGES }, (_unused, page) => {
      const step = steps[Math.ceil(((page + 1) * steps.length) / PAGES) - 1]
      if (!step) throw new Error('the walk has no pages')
      return {
        page: step.page,
        answers: step.answers,
        shown: step.shown,
        completed: page === PAGES - 1,
      }
    })
  })
}

type Measured = Awaited<ReturnType<typeof measure>>

/** Lets `sessions` households answer, `atOnce` of them at a time. */
const measure = async (
  office: { url: string; pid: number; letters: readonly { lookup: string; wrapkey: string }[] },
  walks: ReturnType<typeof savesOf>,
  { sessions, atOnce, from }: { sessions: number; atOnce: number; from: number },
) => {
  const waits: number[] = []
  let next = from
  const household = async () => {
    for (let mine = next++; mine < from + sessions; mine = next++) {
      const letter = office.letters[mine]
      if (!letter) return
      const { lookup, wrapkey } = letter
      const entered = await json(`${office.url}/v1/session`, 'POST', {
        study: STUDY,
        lookup,
        wrapkey,
      })
      const attempt = newAttempt()
      for (const [i, save] of (walks[mine % walks.length] ?? []).entries()) {
        const began = performance.now()
        const { status, text } = await json(
          `${office.url}/v1/response`,
          'PUT',
          { attempt, counter: i + 1, language: 'de', ...save },
          entered.cookie,
        )
        waits.push(performance.now() - began)
        if (status !== 200) throw new Error(`${status} ${text}`)
      }
    }
  }
  const cpu = cpuOf(office.pid)
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, household))
  const seconds = (performance.now() - began) / 1_000
  const spent = cpuOf(office.pid)
  const [user, system] = [spent.user - cpu.user, spent.system - cpu.system]
  const sorted = waits.sort((a, b) => a - b)
  return {
    cpuMsPerSession: (user + system) / sessions,
    userMsPerSession: user / sessions,
    systemMsPerSession: system / sessions,
    sessionsPerSecond: sessions / seconds,
    pageP50Ms: percentile(sorted, 0.5),
    pageP99Ms: percentile(sorted, 0.99),
  }
}

const openBare = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bare-'))
  const server = spawn(
    process.execPath,
    [join(ROOT, 'tests/bench/bare-server.ts'), join(folder, 'bare.db')],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const port = await new Promise<string>((ready) =>
    server.stdout.once('data', (words) => ready(String(words).trim())),
  )
  return {
    url: `http://127.0.0.1:${port}`,
    pid: server.pid as number,
    close: async () => {
      const ended = new Promise((over) => server.once('exit', over))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const rounded = (measured: Measured) =>
  Object.fromEntries(
    Object.entries(measured).map(([name, value]) => [name, Math.round(value * 100) / 100]),
  )

const sessions = Number(process.argv[2] ?? 1_000)
const atOnce = Number(process.argv[3] ?? 64)
const warm = Math.min(100, sessions)
const office = await openOffice(sessions + warm)
const bare = await openBare()
const walks = savesOf(office.instrument, Math.min(sessions, 200))
// Both are warmed up, then measured one after the other on the same machine.
for (const server of [office, { ...bare, letters: office.letters }])
  await measure(server, walks, { sessions: warm, atOnce, from: 0 })
const ours = await measure(office, walks, { sessions, atOnce, from: warm })
const theirs = await measure({ ...bare, letters: office.letters }, walks, {
  sessions,
  atOnce,
  from: warm,
})
await office.close()
await bare.close()
process.stdout.write(
  `${JSON.stringify({
    sessions,
    atOnce,
    collection: rounded(ours),
    bareExpressSqlite: rounded(theirs),
    cpuOfBare: Math.round((ours.cpuMsPerSession / theirs.cpuMsPerSession) * 100) / 100,
  })}\n`,
)
