import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeCollectionKeys, writeKeyFile } from '@echolot/crypto/keys'
import { makeLog } from '@echolot/http'
import { Problem } from '@echolot/problem'
import { COLLECTION_ROLES, type CollectionRole } from '@echolot/study'
import { Command, CommanderError } from 'commander'
import { pino } from 'pino'
import * as z from 'zod'
import { writeAudit } from './audit/write-audit.ts'
import { readConfig } from './config.ts'
import type { House } from './house.ts'
import { keyPlaceOf, openHouse } from './open-house.ts'
import { pairConfirm, pairShow } from './peer/pair.ts'
import { addStudy } from './studies/add-study.ts'

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

const inHouse = async (work: (house: House) => Promise<void>) => {
  const house = await openHouse(readConfig(), { log })
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
    await writeKeyFile(makeCollectionKeys(), place)
    tell(`made ${place.file}`, { file: place.file })
  })

const pair = program.command('pair').description('the vault this office works with')
pair
  .command('show')
  .description('prints this office’s public keys and fingerprint as JSON')
  .action(() =>
    inHouse(async ({ keyring }) => {
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
      const known = COLLECTION_ROLES.find((one) => one === role)
      if (!known) throw new RangeError(`the roles are ${COLLECTION_ROLES.join(', ')}`)
      const added = await house.staff.add({
        email,
        name,
        role: known,
        password: await standardInput(),
      })
      await writeAudit(house, {
        actor: 'command',
        act: 'staff.added',
        obj: added.id,
        params: { role },
      })
      tell(`added ${email} as ${role}`, { id: added.id, role: added.role satisfies CollectionRole })
    }),
  )

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
