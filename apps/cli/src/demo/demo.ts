import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomId } from '@echolot/crypto/random'
import { type Config, inHouse } from '../config.ts'
import type { Progress } from '../progress.ts'
import { type OfficeName, officeCommand } from '../start/office.ts'
import { answerLetters } from './answer-letters.ts'
import { codeAnswers } from './code-answers.ts'
import { fetchDone } from './fetch-done.ts'
import { makeReport } from './make-report.ts'
import { publishAndOpen } from './publish-and-open.ts'
import { returnLetters } from './return-letters.ts'
import { sendLetters } from './send-letters.ts'
import { signIn } from './staff-client.ts'
import { SEED, STUDY } from './study-of-demo.ts'

/** What a visitor needs to look round: made up, on this machine only. */
export type DemoHandout = {
  readonly logins: readonly DemoLogin[]
  readonly codes: readonly string[]
}
type DemoLogin = {
  readonly office: OfficeName
  readonly role: string
  readonly email: string
  readonly password: string
}

const OFFICES = ['collection', 'vault'] as const

const STAFF = [
  { office: 'vault', role: 'trust.clerk', name: 'Clara Clerk (synthetic)' },
  { office: 'vault', role: 'trust.lead', name: 'Lea Trust (synthetic)' },
  { office: 'collection', role: 'designer', name: 'Dana Designer (synthetic)' },
  {
    office: 'collection',
    role: 'designer',
    name: 'Emil Second-Eyes (synthetic)',
    local: 'designer2',
  },
  { office: 'collection', role: 'field', name: 'Finn Field (synthetic)' },
  { office: 'collection', role: 'analyst', name: 'Ana Analyst (synthetic)' },
  {
    office: 'collection',
    role: 'analyst',
    name: 'Ben Analyst (synthetic)',
    local: 'analyst2',
  },
  { office: 'collection', role: 'data_manager', name: 'Mia Manager (synthetic)' },
  { office: 'collection', role: 'carrier', name: 'Karla Carrier (synthetic)' },
  { office: 'collection', role: 'job_centre', name: 'Jo Jobcentre (synthetic)' },
  { office: 'collection', role: 'lead', name: 'Paula Projectlead (synthetic)' },
] as const

const folder = ({ data }: Config) => join(data, 'demo')
const handoutFile = (config: Config) => join(folder(config), 'handout.json')

/** The handout of a demonstration made earlier, or undefined. */
export const readHandout = (config: Config): DemoHandout | undefined =>
  existsSync(handoutFile(config))
    ? JSON.parse(readFileSync(handoutFile(config), 'utf8'))
    : undefined

const writeHandout = (config: Config, handout: DemoHandout) => {
  mkdirSync(folder(config), { recursive: true })
  writeFileSync(handoutFile(config), JSON.stringify(handout, null, 2), { mode: 0o600 })
}

/** Before the offices open: the study is laid in both, and staff get accounts with fresh passwords. */
export const prepareDemo = async (config: Config, progress: Progress) => {
  const logins = STAFF.map(({ office, role, ...rest }) => ({
    office,
    role,
    email: `${'local' in rest ? rest.local : role.replace('.', '-')}@${office}.example`,
    password: `demo-${randomId(6)}`,
    name: rest.name,
  }))
  await Promise.all(
    OFFICES.map(async (office) => {
      await officeCommand(office, ['study', 'add', inHouse('surveys', STUDY)], { config })
      const accounts = logins
        .filter((login) => login.office === office)
        .map(({ email, name, role, password }) => JSON.stringify({ email, name, role, password }))
      await officeCommand(office, ['staff', 'import'], { config, input: accounts.join('\n') })
    }),
  )
  writeHandout(config, { logins: logins.map(({ name: _, ...login }) => login), codes: [] })
  progress.say(`study laid in both offices, ${logins.length} staff accounts`)
}

/** The whole field phase, from the address file to the report, through the doors staff and households use. */
export const makeDemo = async ({
  config,
  progress,
  collection,
  vault,
}: {
  config: Config
  progress: Progress
  collection: string
  vault: string
}): Promise<DemoHandout> => {
  const { logins } = readHandout(config) as DemoHandout
  const as = (local: string) => {
    const login = logins.find(({ email }) => email.startsWith(`${local}@`)) as DemoLogin
    return signIn(login.office === 'vault' ? vault : collection, login)
  }
  const [clerk, trustLead] = await Promise.all([as('trust-clerk'), as('trust-lead')])
  const [designer, secondDesigner, field] = await Promise.all([
    as('designer'),
    as('designer2'),
    as('field'),
  ])
  const [analyst, dataManager, carrier, jobCentre] = await Promise.all([
    as('analyst'),
    as('data_manager'),
    as('carrier'),
    as('job_centre'),
  ])

  await publishAndOpen({ designer, secondDesigner, field, progress })
  const letters = await sendLetters({
    clerk,
    trustLead,
    progress,
    seed: SEED,
    folder: folder(config),
  })
  const unused = await answerLetters({ collection, letters, progress, seed: SEED })
  const codes = unused.slice(0, 3).map(({ code }) => code.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3'))
  await returnLetters({ clerk, letters: unused.slice(3), progress, seed: SEED })
  await fetchDone({ config, clerk, progress })
  const themes = await codeAnswers({
    file: join(folder(config), 'themes.json'),
    analyst,
    secondAnalyst: await as('analyst2'),
    dataManager,
    progress,
  })
  const staff = { analyst, dataManager, carrier, jobCentre, lead: await as('lead') }
  await makeReport({ ...staff, config, themes, progress })
  const handout = { logins, codes }
  writeHandout(config, handout)
  return handout
}
