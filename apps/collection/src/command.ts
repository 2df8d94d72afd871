import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeLog } from '@echolot/http'
import { Problem } from '@echolot/problem'
import { COLLECTION_ROLES, type StudyId, type WaveId } from '@echolot/study'
import { Command, CommanderError } from 'commander'
import { pino } from 'pino'
import * as z from 'zod'
import { addAnonymityCommands } from './anonymity/commands.ts'
import { readConfig } from './config.ts'
import type { House } from './house.ts'
import { keyPlaceOf } from './key-place.ts'
import type { WavePlace } from './store/waves.ts'

const log = makeLog('collection', pino.destination(2))
const program = new Command('collection')
  .description('Work at the university’s office. Short writes are safe while its server runs.')
  .option('--json', 'print one JSON document to stdout')
  .exitOverride()

/** Human words to stderr; with --json the same as one document to stdout. */
const tell = (words: string, json: object) => {
  process.stderr.write(`${words}\n`)
  if (program.opts<{ json?: true }>().json) process.stdout.write(`${JSON.stringify(json)}\n`)
}

/** What an act needs is read when it is asked for: help and a wrong word are answered at once. */
const inHouse = async (work: (house: House) => Promise<void>) => {
  const [{ openHouse }, { engineOf }, { sql }] = await Promise.all([
    import('./open-house.ts'),
    import('@echolot/database'),
    import('kysely'),
  ])
  const house = await openHouse(readConfig(), { log })
  // Nobody waits for a command, so it waits for the server.
  if (engineOf(house.db) === 'sqlite') await sql`pragma busy_timeout = 10000`.execute(house.db)
  try {
    await work(house)
  } finally {
    await house.db.destroy()
  }
}

const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))

const keys = program.command('keys').description('the office’s keys')
keys
  .command('make')
  .description('makes the key file; refuses to replace one')
  .action(async () => {
    const place = keyPlaceOf(readConfig(), log)
    if (await stat(place.file).catch(() => undefined))
      throw new RangeError(`there is a key file already: ${place.file}`)
    const { makeCollectionKeys, writeKeyFile } = await import('@echolot/crypto/keys')
    await writeKeyFile(makeCollectionKeys(), place)
    tell(`made ${place.file}`, { file: place.file })
  })

const pair = program.command('pair').description('the vault this office works with')
pair
  .command('show')
  .description('prints this office’s public keys and fingerprint as JSON')
  .action(() =>
    inHouse(async ({ keyring }) => {
      const { pairShow } = await import('./peer/pair.ts')
      const shown = pairShow(keyring)
      process.stderr.write(`compare by telephone: ${shown.fingerprint}\n`)
      process.stdout.write(`${JSON.stringify(shown)}\n`)
    }),
  )
pair
  .command('confirm')
  .description('believes a vault’s public keys after its fingerprint was compared')
  .argument('<file>', 'what the vault’s `pair show` printed')
  .requiredOption('--fingerprint <digits>', 'the 40 digits heard on the telephone')
  .action((file: string, { fingerprint }: { fingerprint: string }) =>
    inHouse(async (house) => {
      const { pairConfirm } = await import('./peer/pair.ts')
      await pairConfirm({ shown: await json(file), fingerprint }, house)
      tell('paired with the vault', { paired: true })
    }),
  )

const staff = program.command('staff').description('accounts of the university’s staff')
staff
  .command('add')
  .description('adds an account; the password comes on standard input')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .requiredOption('--role <role>', COLLECTION_ROLES.join(', '))
  .requiredOption('--password-stdin')
  .action(({ email, name, role }: { email: string; name: string; role: string }) =>
    inHouse(async (house) => {
      const added = await addStaff(house, { email, name, role, password: await standardInput() })
      tell(`added ${email} as ${role}`, added)
    }),
  )
staff
  .command('import')
  .description('adds several accounts: on standard input one line of JSON each')
  .addHelpText('after', '\nA line: {"email":"…","name":"…","role":"…","password":"…"}')
  .action(() =>
    inHouse(async (house) => {
      const accounts = Accounts.parse(linesOf(await standardInput()))
      const added = []
      for (const account of accounts) added.push(await addStaff(house, account))
      tell(`added ${added.length} accounts`, { added })
    }),
  )

const Accounts = z.array(
  z.strictObject({ email: z.string(), name: z.string(), role: z.string(), password: z.string() }),
)
type Account = z.infer<typeof Accounts>[number]

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

const addStaff = async (house: House, { email, name, role, password }: Account) => {
  const known = COLLECTION_ROLES.find((one) => one === role)
  if (!known) throw new RangeError(`the roles are ${COLLECTION_ROLES.join(', ')}`)
  const [{ inTransaction }, { writeAudit }] = await Promise.all([
    import('@echolot/database'),
    import('./audit/write-audit.ts'),
  ])
  const id = await house.staff.add({ email, name, role: known, password })
  await inTransaction(house.db, (db) =>
    writeAudit(
      { ...house, db },
      { actor: 'command', act: 'staff.added', obj: id, params: { role } },
    ),
  )
  return { id, role: known }
}

const standardInput = async () => {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text.replace(/\r?\n$/, '')
}

const study = program.command('study').description('studies')
study
  .command('add')
  .description('adds a study from its folder, its instruments as drafts; publishes nothing')
  .argument('<folder>', 'with study.json and instruments/*.json')
  .action((folder: string) =>
    inHouse(async (house) => {
      const { addStudy } = await import('./studies/add-study.ts')
      const files = await readdir(join(folder, 'instruments')).catch(() => [])
      const added = await addStudy(
        {
          file: await json(join(folder, 'study.json')),
          instruments: await Promise.all(
            files
              .filter((name) => name.endsWith('.json'))
              .sort()
              .map((name) => json(join(folder, 'instruments', name))),
          ),
        },
        house,
      )
      tell(`study ${added.study}: ${added.waves} waves, ${added.drafts} new drafts`, added)
    }),
  )

const placeOf = (studyName: string, waveName: string): WavePlace => ({
  study: studyName as StudyId,
  wave: waveName as WaveId,
})

const wave = program.command('wave').description('rounds of a study')
wave
  .command('close')
  .description('ends a wave for ever; unfinished questionnaires become break-offs')
  .argument('<study>')
  .argument('<wave>')
  .action((studyName: string, waveName: string) =>
    inHouse(async (house) => {
      const place = placeOf(studyName, waveName)
      const { closeWave } = await import('./fieldwork/close-wave.ts')
      const { responses, batch } = await closeWave({ place, actor: 'command' }, house)
      tell(`closed ${studyName}/${waveName}: ${responses} responses moved`, { responses, batch })
    }),
  )

program
  .command('flush')
  .description('moves finished answers and their events out of inbox and outbox, shuffled')
  .argument('<study>')
  .argument('<wave>')
  .action((studyName: string, waveName: string) =>
    inHouse(async (house) => {
      const place = placeOf(studyName, waveName)
      const [{ readWave }, { flushWave }, { deleteFieldwork }] = await Promise.all([
        import('./fieldwork/read-wave.ts'),
        import('./responses/flush-wave.ts'),
        import('./store/fieldwork.ts'),
      ])
      const { closed_on } = await readWave(house.db, place)
      const which = closed_on === null ? 'completed' : 'all'
      const flushed = await flushWave({ place, which, actor: 'command' }, house)
      await deleteFieldwork(house.db, place)
      tell(`flushed ${studyName}/${waveName}: ${flushed.responses} responses moved`, flushed)
    }),
  )

program
  .command('freeze')
  .description('cuts the data of a wave into a new folder')
  .argument('<study>')
  .argument('<wave>')
  .requiredOption('--out <folder>', 'must not exist yet')
  .option('--plan <file>', 'the analysis plan that is fixed with this cut; later changes are told')
  .action((studyName: string, waveName: string, { out, plan }: { out: string; plan?: string }) =>
    inHouse(async (house) => {
      const place = placeOf(studyName, waveName)
      const [{ makeFreeze }, { newFreezeId }, { summaryOf }] = await Promise.all([
        import('./freezes/make-freeze.ts'),
        import('./freezes/post-freezes.ts'),
        import('./freezes/summary-of.ts'),
      ])
      const id = newFreezeId(place, house)
      const fixed = plan === undefined ? {} : { plan: await readFile(plan, 'utf8') }
      const made = await makeFreeze({ id, place, folder: out, by: 'command', ...fixed }, house)
      tell(`froze ${made.responses} responses as ${id} in ${out}`, { ...summaryOf(made), out })
    }),
  )

program
  .command('withdrawals')
  .description('rows of a freeze whose persons have withdrawn since: whoever holds it deletes them')
  .argument('<freeze>')
  .action((freeze: string) =>
    inHouse(async ({ db }) => {
      const { listWithdrawnCases } = await import('./store/freezes.ts')
      const cases = await listWithdrawnCases(db, freeze)
      tell(`${cases.length} withdrawn${cases.map((one) => `\n${one}`).join('')}`, { freeze, cases })
    }),
  )

program
  .command('backup')
  .description('writes a whole copy of the database, while the server runs; keys are not in it')
  .argument('<file>')
  .action((file: string) =>
    inHouse(async ({ db }) => {
      const { backupInto } = await import('@echolot/database')
      await backupInto(db, file)
      tell(`backed up to ${file}`, { file })
    }),
  )

program
  .command('restore')
  .description(
    'puts a copy (SQLite) in the place of a database that is gone, and deletes again what was withdrawn since',
  )
  .argument('<file>')
  .action(async (file: string) => {
    const { restoreCollection } = await import('./restore/restore-collection.ts')
    const erased = await restoreCollection(file, { config: readConfig(), log })
    tell(`restored; ${erased} withdrawn persons deleted again`, { erased })
  })

program
  .command('tombstones')
  .description(
    'deletes again what was withdrawn; to be done after every restore, before the server starts',
  )
  .action(() => inHouse(tellTombstones))

addAnonymityCommands(program, {
  tell,
  inHouse,
  endWith: (code) => {
    process.exitCode = code
  },
})

const tellTombstones = async (house: House) => {
  const { applyTombstones } = await import('./restore/apply-tombstones.ts')
  const erased = await applyTombstones(house)
  tell(`${erased} withdrawn persons deleted again`, { erased })
}

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = exitCodeOf(error)
}

function exitCodeOf(error: unknown): 0 | 1 | 2 {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  process.stderr.write(`${wordsOf(error)}\n`)
  return 1
}

function wordsOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  if (error instanceof Problem) return `${error.title} ${JSON.stringify(error.details)}`
  return error instanceof Error ? error.message : String(error)
}
