import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  deriveCodeSecrets,
  newAccessCode,
  newCredentialId,
  newEventToken,
  newLinkSecret,
  sealCredential,
} from '@echolot/crypto/access-code'
import {
  identityOf,
  makeCollectionKeys,
  makeVaultKeys,
  withoutStudyKeys,
  withStudyKeys,
} from '@echolot/crypto/keys'
import { fingerprintOf } from '@echolot/crypto/peer'
import {
  type CredentialSecrets,
  credentialVerifier,
  wrapCredential,
} from '@echolot/crypto/pseudonym'
import { makeGroupCommit, migrate, openDatabase } from '@echolot/database'
import { type Log, makeLog } from '@echolot/http'
import { notFound } from '@echolot/problem'
import type {
  CollectionRole,
  CredentialId,
  InstrumentId,
  Lookup,
  StratumId,
  StudyId,
  WaveId,
  WrapKey,
} from '@echolot/study'
import type { Kysely } from 'kysely'
import request, { type Test } from 'supertest'
import { afterAll } from 'vitest'
import { makeLimits } from './access/limits.ts'
import { type Config, readConfig } from './config.ts'
import type { House } from './house.ts'
import { makeInstrumentShelf } from './instruments/instrument-shelf.ts'
import { publish } from './instruments/publish.ts'
import type { Keyring } from './keyring.ts'
import { makeService } from './service.ts'
import { openStaff } from './staff/login.ts'
import { saveCredentials } from './store/credentials.ts'
import { saveFrame } from './store/frames.ts'
import { migrations } from './store/migrations/index.ts'
import { savePeer } from './store/peers.ts'
import { saveStudy } from './store/studies.ts'
import type { Tables } from './store/tables.ts'
import { markOpened, saveWave, saveWaveInstrument } from './store/waves.ts'
import { makeTally } from './tally.ts'

/** For tests only: a whole office with a made-up study, and people who use it. */

export const STUDY = 'demo' as StudyId
export const WAVE = 'w1' as WaveId
export const SECOND_WAVE = 'w2' as WaveId
export const TODAY = new Date('2027-05-03T10:00:00Z')

/** A small questionnaire of three items, one of them shown on condition. */
export const INSTRUMENT = {
  instrument: 'mini',
  version: '1.0.0',
  languages: [
    { tag: 'de', status: 'source', live: true },
    { tag: 'tr', status: 'draft', live: false },
  ],
  survey: {
    pages: [
      {
        name: 'p1',
        elements: [
          {
            type: 'radiogroup',
            name: 'mood',
            title: { default: 'Wie geht es Ihnen?', tr: 'Nasılsınız?' },
            isRequired: true,
            choices: [1, 2, 3, 4, 5],
          },
        ],
      },
      {
        name: 'p2',
        elements: [
          { type: 'text', name: 'hours', title: 'Stunden', inputType: 'number', min: 0, max: 80 },
          {
            type: 'comment',
            name: 'why',
            title: 'Warum?',
            visibleIf: '{mood} = 1',
            maxLength: 200,
          },
        ],
      },
    ],
  },
  scales: [],
  variables: [
    { name: 'mood', sensitivity: 'plain', purpose: 'outcome' },
    { name: 'hours', sensitivity: 'plain', purpose: 'outcome' },
    { name: 'why', sensitivity: 'free-text', purpose: 'outcome' },
  ],
} as const
export const INSTRUMENT_ID = 'mini@1.0.0' as InstrumentId

export const STUDY_FILE = {
  study: STUDY,
  title: { de: 'Synthetische Studie' },
  synthetic: true,
  purpose: { de: 'Nur zum Prüfen' },
  population: { de: 'Erfundene Haushalte' },
  controller: 'Erfundene Universität',
  legalBasis: { de: 'Einwilligung' },
  hotline: '0800 0000000',
  returnAddress: 'Postfach 0, 00000 Nirgendwo',
  terms: {},
  languages: ['de'],
  sampling: 'named-adult',
  strata: [{ stratum: '1', label: { de: 'Eins' }, population: 400, mailed: 40, group: 'all' }],
  groups: [{ group: 'all', label: { de: 'Alle' } }],
  leastCell: 20,
  featuresAllowed: ['stratum'],
  approval: { reference: 'synthetic', until: '2028-12-31' },
  waves: [WAVE, SECOND_WAVE].map((wave) => ({
    wave,
    instrument: INSTRUMENT_ID,
    opensOn: '2027-05-01',
    closesOn: '2027-06-30',
    withdrawUntil: '2027-09-30',
  })),
  retention: { addresses: '2028-01-31', responses: '2032-12-31' },
} as const

const folders: string[] = []
afterAll(() =>
  Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true }))),
)

/** Keys in memory instead of a file. */
const keyringOf = (study: StudyId): Keyring => {
  let keys = withStudyKeys(makeCollectionKeys(), study)
  return {
    office: () => keys,
    ofStudy: async (asked) => {
      const found = keys.studies[asked]
      if (!found) throw notFound({ what: 'study' })
      return found
    },
    addStudy: async (added) => {
      keys = withStudyKeys(keys, added)
    },
    hasStudy: async (study) => Object.hasOwn(keys.studies, study),
    dropStudy: async (study) => {
      keys = withoutStudyKeys(keys, study)
    },
    rotateSession: async () => {},
  }
}

export type TestOffice = {
  readonly house: House
  readonly vault: ReturnType<typeof makeVaultKeys>
  /** Lines the office wrote into its log. */
  readonly lines: readonly string[]
  readonly service: ReturnType<typeof makeService>
  /** Moves the clock. */
  readonly at: (moment: Date) => void
}

/** Hundreds sign in here, and nobody guesses; what offices take is tested where it is chosen. */
const QUICK_TO_TRY = { memoryCost: 8, timeCost: 1 }

/** An office with one open study. `open` gives the database; SQLite in a temporary folder unless told. */
export const makeOffice = async ({
  open,
  environment = {},
}: {
  readonly open?: () => Promise<Kysely<Tables>>
  readonly environment?: Record<string, string>
} = {}): Promise<TestOffice> => {
  const folder = await mkdtemp(join(tmpdir(), 'collection-'))
  folders.push(folder)
  const config: Config = readConfig({
    ECHOLOT_DATA: folder,
    COLLECTION_PAGES_RESPONDENT: join(folder, 'none'),
    COLLECTION_PAGES_STUDIO: join(folder, 'none'),
    ...environment,
  })
  const db = open ? await open() : openDatabase<Tables>(`sqlite:${join(folder, 'test.db')}`)
  await migrate(db, migrations)
  const lines: string[] = []
  const log: Log = makeLog('collection', { write: (line: string) => lines.push(line) })
  let moment = TODAY
  const keyring = keyringOf(STUDY)
  const house: House = {
    db,
    together: makeGroupCommit(db),
    keyring,
    limits: makeLimits(config.limits),
    config,
    log,
    staff: openStaff({
      db,
      config,
      keyring,
      log,
      now: () => moment,
      passwordCost: QUICK_TO_TRY,
    }),
    instruments: makeInstrumentShelf(),
    tally: makeTally(),
    now: () => moment,
  }
  await house.staff.migrate()
  const vault = makeVaultKeys()
  const identity = identityOf(vault)
  await savePeer(db, {
    identity,
    fingerprint: fingerprintOf(identity),
    confirmedOn: '2027-04-01',
  })
  await saveStudy(db, {
    study: STUDY,
    file: JSON.stringify(STUDY_FILE),
    salt: Buffer.alloc(16, 7).toString('base64url'),
  })
  await publish({ envelope: INSTRUMENT as never, proposedBy: 'a', publishedBy: 'b' }, house)
  for (const { wave, opensOn, closesOn } of STUDY_FILE.waves) {
    const place = { study: STUDY, wave }
    await saveWave(db, { ...place, opens_on: opensOn, closes_on: closesOn })
    await saveWaveInstrument(db, place, INSTRUMENT_ID)
    await saveFrame(db, [
      { ...place, stratum: '1' as StratumId, label: 'Eins', gross: 40, population: 400 },
    ])
  }
  await markOpened(db, { study: STUDY, wave: WAVE }, '2027-05-01')
  return {
    house,
    vault,
    lines,
    service: makeService(house),
    at: (next) => {
      moment = next
    },
  }
}

export type TestLetter = {
  readonly cred: CredentialId
  readonly code: string
  readonly secrets: CredentialSecrets
  readonly study: StudyId
  readonly lookup: Lookup
  readonly wrapkey: WrapKey
}

const hex = (bytes: number) =>
  [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map((b) => b.toString(16).padStart(2, '0'))
    .join('')

/** A letter with a code, registered as M1 would; without the slow stretch unless `stretched`. */
export const sendLetter = async (
  { house }: Pick<TestOffice, 'house'>,
  {
    wave = WAVE,
    stratum = '1',
    link = newLinkSecret(),
    stretch = 'none',
  }: {
    readonly wave?: WaveId
    readonly stratum?: string
    readonly link?: CredentialSecrets['link']
    readonly stretch?: 'none' | 'whole'
  } = {},
): Promise<TestLetter> => {
  const code = newAccessCode()
  const { lookup, wrapkey } =
    stretch === 'whole'
      ? await deriveCodeSecrets(code, Buffer.alloc(16, 7))
      : { lookup: hex(32) as Lookup, wrapkey: hex(32) as WrapKey }
  const keys = await house.keyring.ofStudy(STUDY)
  const cred = newCredentialId()
  const place = { study: STUDY, wave, credential: cred }
  const secrets = { link, token: newEventToken(), stratum: stratum as StratumId }
  const [ver] = keys.ver
  await saveCredentials(house.db, [
    {
      verifier: credentialVerifier(ver?.key as never, STUDY, lookup),
      cred,
      study: STUDY,
      wave,
      wrap: wrapCredential(keys.wrap, sealCredential(wrapkey, secrets, place), place),
      kid: 1,
      kdf: 'pbkdf2-100k-v1',
      state: 'issued',
    },
  ])
  return { cred, code, secrets, study: STUDY, lookup, wrapkey }
}

/** A household's browser: keeps its cookie, and names its attempt. */
export const openBrowser = ({ service }: Pick<TestOffice, 'service'>, letter: TestLetter) => {
  let cookie = ''
  const attempt = hex(16)
  let counter = 0
  const code = { study: letter.study, lookup: letter.lookup, wrapkey: letter.wrapkey }
  const remember = (response: { headers: Record<string, unknown> }) => {
    const set = response.headers['set-cookie'] as string[] | undefined
    if (set?.[0]) cookie = set[0].split(';')[0] as string
  }
  const browser = {
    attempt,
    cookie: () => cookie,
    enter: async () => {
      const response = await request(service).post('/v1/session').send(code)
      remember(response)
      return response
    },
    put: (body: object): Test =>
      request(service).put('/v1/response').set('cookie', cookie).send(body),
    page: (answers: object, more: object = {}): Test =>
      browser.put({
        attempt,
        counter: ++counter,
        page: 'p1',
        answers,
        shown: ['mood'],
        completed: false,
        ...more,
      }),
    finish: (answers: object = { mood: 4, hours: 3 }, more: object = {}): Test =>
      browser.page(answers, { page: 'p2', shown: ['mood', 'hours'], completed: true, ...more }),
    refuse: (reason = 'refused'): Test =>
      request(service)
        .post('/v1/refusal')
        .send({ ...code, reason }),
    withdraw: (scope = 'study'): Test =>
      request(service)
        .post('/v1/withdrawal')
        .send({ ...code, scope }),
    pause: (verifier: string, ciphertext = 'sealed'): Test =>
      request(service)
        .put('/v1/draft')
        .set('cookie', cookie)
        .send({ attempt, verifier, ciphertext }),
    resume: (verifier: string): Test =>
      request(service).post('/v1/draft/opening').set('cookie', cookie).send({ verifier }),
  }
  return browser
}

/** One person from letter to last page. */
export const answerWhole = async (office: TestOffice, answers?: object) => {
  const letter = await sendLetter(office)
  const browser = openBrowser(office, letter)
  await browser.enter()
  await browser.finish(answers).expect(200)
  return { letter, browser }
}

/** Whatever a table holds. */
export const rowsOf = <Table extends keyof Tables & string>({ house }: TestOffice, table: Table) =>
  house.db
    .selectFrom(table as never)
    .selectAll()
    .execute() as Promise<Record<string, unknown>[]>

/** Someone of the staff, signed in; the office must waive the second factor. */
export const signIn = async (
  { house, service }: TestOffice,
  role: CollectionRole,
  name: string = role,
) => {
  const email = `${name.replaceAll('_', '-')}@example.org`
  const password = 'a long enough password'
  const id = await house.staff.add({ email, name, role, password })
  const signedIn = await request(service)
    .post('/api/auth/sign-in/email')
    .set('origin', house.config.publicUrl)
    .send({ email, password })
    .expect(200)
  const cookie = String(signedIn.headers['set-cookie']?.[0]).split(';')[0] as string
  const ask = (
    method: 'get' | 'put' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
  ): Test => {
    const asked = request(service)[method](path).set('cookie', cookie)
    return body === undefined ? asked : asked.send(body)
  }
  return {
    id,
    email,
    password,
    cookie,
    ask,
    get: (path: string) => ask('get', path),
    put: (path: string, body: object) => ask('put', path, body),
    post: (path: string, body: object = {}) => ask('post', path, body),
    delete: (path: string) => ask('delete', path),
  }
}
export type TestStaff = Awaited<ReturnType<typeof signIn>>

/** An office whose staff need no second factor. */
export const WAIVED = { environment: { ECHOLOT_SECOND_FACTOR: 'demo' } } as const
