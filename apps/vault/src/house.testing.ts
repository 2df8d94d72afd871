import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StudyFile } from '@echolot/contract/study'
import { makeVaultKeys, writeKeyFile } from '@echolot/crypto/keys'
import { type Log, serve } from '@echolot/http'
import type { StudyId, VaultRole, WaveId } from '@echolot/study'
import { afterAll } from 'vitest'
import { readConfig } from './config.ts'
import type { House } from './house.ts'
import { openHouse } from './open-house.ts'
import { makeService } from './service.ts'
import { saveLetterTexts, saveStudy } from './store/studies.ts'

export const STUDY = 'demo' as StudyId
export const WAVE = 'w1' as WaveId
export const PLACE = { study: STUDY, wave: WAVE }
export const PASSWORD = 'a long password for tests'

/** A made-up study of two strata; everything in it is synthetic. */
export const demoStudy = (changes: object = {}): StudyFile =>
  StudyFile.parse({
    study: STUDY,
    title: { de: 'Was Familien hilft', en: 'What helps families' },
    synthetic: true,
    purpose: { de: 'Demonstration' },
    population: { de: 'Niemand' },
    controller: 'DEMO Musteruniversität',
    legalBasis: { de: 'Einwilligung' },
    hotline: 'DEMO 0800 000 0000',
    returnAddress: 'DEMO · Postfach 00 00 · 00000 Musterstadt',
    terms: { minutes: '15' },
    languages: ['de', 'en'],
    sampling: 'named-adult',
    strata: [
      { stratum: '1', label: { de: 'Ennigerloh' }, population: 190, mailed: 10, group: 'a' },
      { stratum: '2', label: { de: 'Everswinkel' }, population: 60, mailed: 10, group: 'b' },
    ],
    groups: [
      { group: 'a', label: { de: 'A' } },
      { group: 'b', label: { de: 'B' } },
    ],
    leastCell: 2,
    featuresAllowed: ['stratum'],
    approval: { reference: 'DEMO', until: '2030-12-31' },
    waves: [
      {
        wave: WAVE,
        instrument: 'main@1.0.0',
        opensOn: '2026-10-01',
        closesOn: '2030-05-31',
        withdrawUntil: '2030-06-14',
      },
    ],
    retention: { addresses: '2030-06-14', responses: '2037-12-31' },
    ...changes,
  })

const words = (letter: 'invitation' | 'reminder') => ({
  letter,
  language: 'de',
  status: 'source',
  placeholders: [],
  subject: 'Ihre Erfahrung zählt',
  greeting: 'Guten Tag {salutation} {name},',
  core: ['Mitmachen ist freiwillig.', 'Es dauert {minutes} Minuten.'],
  codeIntroduction: 'Öffnen Sie {url} und geben Sie Ihren Code ein.',
  codeLabel: 'Ihr persönlicher Code',
  codeImageText: 'QR-Code mit Ihrem persönlichen Zugang',
  paragraphs: [{ title: 'Bis wann?', text: 'Bis zum {field_end}. Fragen: {hotline}' }],
  closing: 'Vielen Dank.',
  signature: 'Das Studienteam',
  footer: 'Verantwortlich: {controller}',
})

/** Synthetic addresses; half of them in each stratum. */
export const syntheticFrame = (persons: number, more: readonly string[] = []): string =>
  [
    'Anrede;Vorname;Nachname;Straße;Hausnummer;PLZ;Ort;Schicht;Auskunftssperre;Geburtsjahr',
    ...Array.from({ length: persons }, (_, i) =>
      i % 2 === 0
        ? `Frau;Vorname${letters(i)};Muster${letters(i)};Musterstraße;${(i % 99) + 1};59320;Ennigerloh;1;nein;1980`
        : `Herr;Vorname${letters(i)};Probe${letters(i)};Probeweg;${(i % 99) + 1}a;48351;Everswinkel;2;;1975`,
    ),
    ...more,
  ].join('\r\n')

/** 0 → a, 27 → bb: names have no digits. */
const letters = (n: number): string =>
  n < 26
    ? String.fromCharCode(97 + n)
    : letters(Math.floor(n / 26) - 1) + String.fromCharCode(97 + (n % 26))

export const upload = (text: string | Uint8Array, more: object = {}) => ({
  study: STUDY,
  fileName: 'frame.csv',
  content: Buffer.from(text as string).toString('base64'),
  ...more,
})

export type Said = { readonly event: string; readonly facts: object }

const silent = (said: Said[]): Log => ({
  say: (event, facts = {}) => void said.push({ event, facts }),
  trace: (trace) => void said.push({ event: 'trace', facts: { trace } }),
})

const opened: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

export type TestOffice = {
  readonly house: House
  readonly url: string
  readonly server: Server
  readonly folder: string
  /** Everything that was logged. */
  readonly said: readonly Said[]
  /** Signs in a person of this role, made at the first call. */
  readonly as: (role: VaultRole, name?: string) => Promise<Persona>
  /** Ends the process, as far as memory goes, and opens the same data again. */
  readonly restarted: () => Promise<House>
}
export type Persona = {
  readonly id: string
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: object) => Promise<Answer>
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
}
// biome-ignore lint/suspicious/noExplicitAny: bodies are looked at by expectations.
export type Answer = { readonly status: number; readonly body: any }

/** An office on a temporary folder with the made-up study; it listens on loopback. */
export const openOffice = async ({
  collectionUrl = 'http://127.0.0.1:9',
  secondFactor = 'demo',
  study = demoStudy(),
  now,
  databaseUrl,
}: {
  readonly collectionUrl?: string
  readonly secondFactor?: 'demo' | 'required'
  readonly study?: StudyFile
  readonly now?: () => Date
  readonly databaseUrl?: string
} = {}): Promise<TestOffice> => {
  const folder = await mkdtemp(join(tmpdir(), 'vault-'))
  opened.push(() => rm(folder, { recursive: true, force: true }))
  const config = readConfig({
    ECHOLOT_DATA: folder,
    PORT_VAULT: '0',
    VAULT_URL: 'http://127.0.0.1:8090',
    COLLECTION_URL: collectionUrl,
    ECHOLOT_SECOND_FACTOR: secondFactor,
    VAULT_PAGES: join(folder, 'pages'),
    ...(databaseUrl ? { VAULT_DATABASE_URL: databaseUrl } : {}),
  })
  const warn = () => undefined
  await writeKeyFile(makeVaultKeys(), {
    file: config.keyFile,
    dataDirectory: config.dataDirectory,
    warn,
  })
  const said: Said[] = []
  const log = silent(said)
  const open = () => openHouse(config, { log, ...(now ? { now } : {}) })
  const house = await open()
  opened.push(() => house.db.destroy())
  await house.keyring.addStudy(study.study)
  await saveStudy(house.db, study, '2026-11-01')
  await saveLetterTexts(
    house.db,
    study.study,
    (['invitation', 'reminder'] as const).map((kind) => ({
      kind,
      language: 'de',
      file: JSON.stringify(words(kind)),
    })),
  )
  const running = await serve(makeService(house), { port: 0 })
  opened.push(async () => {
    await house.jobs.idle()
    await running.drain()
  })
  const personas = new Map<string, Promise<Persona>>()
  return {
    house,
    url: running.url,
    server: running.server,
    folder,
    said,
    as: (role, name = role) => {
      const known = personas.get(name) ?? signIn(house, running.url, { role, name })
      personas.set(name, known)
      return known
    },
    restarted: async () => {
      const again = await open()
      opened.push(() => again.db.destroy())
      return again
    },
  }
}

/** The address pages of this office come from; browsers send it along. */
const ORIGIN = 'http://127.0.0.1:8090'

const signIn = async (
  house: House,
  url: string,
  { role, name }: { readonly role: VaultRole; readonly name: string },
): Promise<Persona> => {
  const email = `${name}@vault.example`
  const id = await house.staff.add({ email, name, role, password: PASSWORD })
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const send = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: { origin: ORIGIN, cookie, 'content-type': 'application/json', ...init.headers },
    })
  const answer = async (response: Response): Promise<Answer> => {
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    id,
    fetch: send,
    get: async (path) => answer(await send(path)),
    post: async (path, body = {}) =>
      answer(await send(path, { method: 'POST', body: JSON.stringify(body) })),
  }
}
