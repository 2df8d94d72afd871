import { access } from 'node:fs/promises'
import { resolve } from 'node:path'
import { makeLog } from '@echolot/http'
import { Problem } from '@echolot/problem'
import { type StudyId, VAULT_ROLES, type VaultRole } from '@echolot/study'
import { Command, CommanderError, Option } from 'commander'
import * as z from 'zod'
import { readConfig } from './config.ts'
import type { House } from './house.ts'

/** 0 done, 1 problems were found, 2 wrong use. */
type ExitCode = 0 | 1 | 2
type Said = { readonly code: ExitCode; readonly text: string; readonly json: object }

const done = (text: string, json: object): Said => ({ code: 0, text, json })
const failed = (text: string, json: object): Said => ({ code: 1, text, json })

/** What an act needs is read when it is asked for: help and a wrong word are answered at once. */
const inHouse = async (work: (house: House) => Promise<Said>): Promise<Said> => {
  const { openHouse } = await import('./open-house.ts')
  const house = await openHouse(readConfig(), { log: makeLog('vault', process.stderr) })
  // Waiting for a silent collection keeps no process alive by itself.
  const alive = setInterval(() => undefined, 60_000)
  try {
    return await work(house)
  } finally {
    clearInterval(alive)
    await house.db.destroy()
  }
}

const makeKeys = async (): Promise<Said> => {
  const { keyFile, dataDirectory } = readConfig()
  const there = await access(keyFile).then(
    () => true,
    () => false,
  )
  if (there)
    return failed(`${keyFile} exists; keys are never overwritten`, { file: keyFile, made: false })
  const warn = (line: string) => process.stderr.write(`${line}\n`)
  const { makeVaultKeys, writeKeyFile } = await import('@echolot/crypto/keys')
  await writeKeyFile(makeVaultKeys(), { file: keyFile, dataDirectory, warn })
  return done(`keys of the vault made in ${keyFile}; keep two sealed copies apart from the data`, {
    file: keyFile,
    made: true,
  })
}

const addStaff = async (
  { email, name, role }: { email: string; name: string; role: VaultRole },
  password: string,
): Promise<Said> =>
  inHouse(async (house) => {
    if (password.length < 12)
      return failed('a password has at least 12 characters', { added: false })
    const { writeAudit } = await import('./audit/write-audit.ts')
    const id = await house.staff.add({ email, name, role, password })
    await writeAudit(house, { actor: 'command', act: 'staff.added', obj: role, params: { id } })
    return done(`account for ${email} as ${role}`, { added: true, id, role })
  })

const Accounts = z.array(
  z.strictObject({
    email: z.string(),
    name: z.string(),
    role: z.enum(VAULT_ROLES),
    password: z.string(),
  }),
)

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

const readStandardInput = async (): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}

/** Reads the command line; says how it went. */
export const run = async (
  args: readonly string[],
  say: (said: Said, form: 'json' | 'text') => void,
): Promise<ExitCode> => {
  let code: ExitCode = 0
  const program = new Command('vault')
    .description("The trust office's own commands. Settings come from the environment.")
    .exitOverride()
  const command = (parent: Command, words: string, description: string) =>
    parent.command(words).description(description).option('--json', 'one JSON document on stdout')
  const saying =
    <Rest extends readonly unknown[]>(work: (...rest: Rest) => Promise<Said>) =>
    async (...rest: Rest) => {
      const said = await work(...rest)
      const own = rest.at(-1) as Command
      say(said, own.opts().json ? 'json' : 'text')
      code = said.code
    }

  const keys = program.command('keys').description('the key file')
  command(keys, 'make', 'makes the key file; never overwrites one').action(saying(makeKeys))

  const pair = program.command('pair').description('getting to know the collection')
  command(pair, 'show', 'shows our public keys and their fingerprint').action(
    saying(() =>
      inHouse(async (house) => {
        const { pairFileOf } = await import('./peer/pair.ts')
        const file = pairFileOf(house)
        return done(`fingerprint of this vault: ${file.fingerprint}`, file)
      }),
    ),
  )
  command(pair, 'confirm <file>', 'pairs with the collection whose keys are in the file')
    .requiredOption('--fingerprint <digits>', 'the 40 digits that the collection said by telephone')
    .action(
      saying((file: string, { fingerprint }: { fingerprint: string }) =>
        inHouse(async (house) => {
          const { confirmPair } = await import('./peer/pair.ts')
          const fault = await confirmPair(house, { file, fingerprint })
          return fault === undefined
            ? done('paired with the collection', { paired: true })
            : failed(fault, { paired: false, reason: fault })
        }),
      ),
    )

  const staff = program.command('staff').description('accounts of trust-office staff')
  command(staff, 'add', 'adds an account; the password comes by standard input')
    .requiredOption('--email <address>')
    .requiredOption('--name <name>')
    .addOption(new Option('--role <role>').choices([...VAULT_ROLES]).makeOptionMandatory())
    .requiredOption('--password-stdin', 'read the password from standard input')
    .action(
      saying(async (options: { email: string; name: string; role: VaultRole }) =>
        addStaff(options, await readStandardInput()),
      ),
    )

  command(staff, 'import', 'adds several accounts: on standard input one line of JSON each')
    .addHelpText('after', '\nA line: {"email":"…","name":"…","role":"…","password":"…"}')
    .action(
      saying(async () => {
        const accounts = Accounts.parse(linesOf(await readStandardInput()))
        for (const { password, ...account } of accounts) {
          const said = await addStaff(account, password)
          if (said.code !== 0) return { ...said, text: `${account.email}: ${said.text}` }
        }
        return done(`added ${accounts.length} accounts`, { added: accounts.length })
      }),
    )

  const study = program.command('study').description('studies of this office')
  command(study, 'add <directory>', 'adds or renews a study from study.json and letters/').action(
    saying((directory: string) =>
      inHouse(async (house) => {
        const { addStudy } = await import('./studies/add-study.ts')
        const { study: added, faults } = await addStudy(house, resolve(directory))
        return added
          ? done(`study ${added.study} is in the vault`, { study: added.study, faults: [] })
          : failed(faults.map(({ file, message }) => `${file}: ${message}`).join('\n'), { faults })
      }),
    ),
  )

  command(program, 'pull <study>', 'fetches done-tokens of all waves of the study').action(
    saying((id: string) =>
      inHouse(async (house) => {
        const { pullStudy } = await import('./contacts/post-pull.ts')
        const receipt = await pullStudy(house, { study: id as StudyId, by: 'command' })
        const gate = receipt.reminderGate
        const text = `${receipt.redeemed} redeemed; reminders ${gate === null ? 'may go' : `are blocked: ${gate}`}`
        return gate === null ? done(text, receipt) : failed(text, receipt)
      }),
    ),
  )

  command(
    program,
    'backup <file>',
    'writes a whole copy of the database; holds names: keep it sealed',
  ).action(
    saying((file: string) =>
      inHouse(async (house) => {
        const { backupInto } = await import('@echolot/database')
        await backupInto(house.db, resolve(file))
        return done(`copied into ${resolve(file)}`, { file: resolve(file) })
      }),
    ),
  )

  command(
    program,
    'restore <file>',
    'puts a copy (SQLite) in the place of a database that is gone, and does again what was decided since',
  ).action(
    saying(async (file: string) => {
      const config = readConfig()
      const log = makeLog('vault', process.stderr)
      const { restoreVault } = await import('./restore/restore-vault.ts')
      const restored = await restoreVault(resolve(file), { config, log })
      return done(
        `restored; ${restored.blocked} persons blocked again. Letters made after the backup are unknown: their done-tokens stop the pull, and nobody is reminded`,
        restored,
      )
    }),
  )
  command(
    program,
    'reapply',
    'after pg_restore, before the server starts: does again what was decided since the backup',
  ).action(
    saying(() =>
      inHouse(async (house) => {
        const { reapply } = await import('./restore/restore-vault.ts')
        const again = await reapply(house)
        return done(`${again.blocked} persons blocked again`, again)
      }),
    ),
  )

  command(
    program,
    'anonymise <study>',
    'after the last day of withdrawal: deletes codes, links and their key, and tells the collection (M7)',
  ).action(
    saying((id: string) =>
      inHouse(async (house) => {
        const [{ retireStudy }, { checkProofs }] = await Promise.all([
          import('./studies/retire-studies.ts'),
          import('./proofs/check-proofs.ts'),
        ])
        const state = await retireStudy(house, id as StudyId)
        const proofs = await checkProofs(house, id as StudyId)
        const stages = proofs.map(({ office, stage }) => `${office} ${stage}`).join(', ')
        return done(`declared on ${id}: ${stages}; at the collection it is ${state}`, {
          study: id,
          collection: state,
          proofs,
        })
      }),
    ),
  )
  command(
    program,
    'proofs <study>',
    'shows what both offices have declared on a study, and checks it anew',
  ).action(
    saying((id: string) =>
      inHouse(async (house) => {
        const { checkProofs } = await import('./proofs/check-proofs.ts')
        const proofs = await checkProofs(house, id as StudyId)
        const wrong = proofs.some((one) => one.signature === 'wrong' || one.inChain === 'no')
        const text = proofs
          .map(
            ({ office, stage, keptOn, signature, inChain }) =>
              `${office} ${stage} ${keptOn}: signature ${signature}, in the audit chain: ${inChain}`,
          )
          .join('\n')
        return (wrong ? failed : done)(text || 'nothing was declared yet', { study: id, proofs })
      }),
    ),
  )

  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const message = error instanceof Error ? error.message : String(error)
    const json = error instanceof Problem ? error.toJSON() : { message }
    say(failed(wordsOf(error, message), json), args.includes('--json') ? 'json' : 'text')
    return 1
  }
}

const wordsOf = (error: unknown, message: string) =>
  error instanceof Problem
    ? [
        message,
        ...Object.entries(error.details).map(([name, value]) => `  ${name}: ${value}`),
      ].join('\n')
    : message

if (import.meta.main)
  process.exitCode = await run(process.argv.slice(2), ({ text, json }, form) => {
    if (form === 'json') process.stdout.write(`${JSON.stringify(json)}\n`)
    process.stderr.write(`${text}\n`)
  })
