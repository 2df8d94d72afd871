import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import * as z from 'zod'
import { attack, type Verdict } from './attack.ts'
import { type Collusion, collude } from './collusion.ts'
import { Truth } from './known-pairs.ts'
import { readOffice } from './read-office.ts'

type Options = {
  readonly collection: readonly string[]
  readonly vault: readonly string[]
  readonly truth?: string
  readonly withKeys?: readonly [string, string]
  readonly json?: true
}

const program = new Command('echolot linkage-test')
  .description(
    'Tries to find out who answered what, with everything both offices have on their disks but codes and keys. Ends with 1 when it beats chance.',
  )
  .requiredOption(
    '--collection <dirs...>',
    'data of the university: folders or files; its logs and backups too',
  )
  .requiredOption('--vault <dirs...>', 'data of the trust office, likewise')
  .option(
    '--truth <file>',
    'for tests: JSON [{"person": a text of that row, "answer": a text of those answers}]; guesses are counted against it',
  )
  .option(
    '--with-keys <files...>',
    'key file of the vault, then of the collection: shows what both offices together could do; no fault',
  )
  .option('--json', 'print the verdict as JSON to stdout')
  .addHelpText(
    'after',
    '\nReads SQLite; for PostgreSQL restore its backups elsewhere first. Stop both offices or name copies of their folders.',
  )
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

const wordsOf = (
  { ok, persons, responses, known, attacks }: Verdict,
  collusion: Collusion | undefined,
) =>
  [
    `${persons} persons, ${responses} rows of answers${known === null ? '; without --truth no guess can be counted' : `, ${known} known pairs`}`,
    ...attacks.flatMap((one) => [
      `${one.ok ? 'held ' : 'BROKEN'} ${one.attack}: ${one.tried}`,
      ...(one.score
        ? [
            `       reached ${one.score.reached.toFixed(2)}, by chance ${one.score.expected.toFixed(2)}, p = ${one.score.p.toPrecision(2)} (fails below ${one.score.alpha.toPrecision(2)})`,
          ]
        : []),
      ...one.findings.map(({ place, what, remedy }) => `       ${place}: ${what}. ${remedy}`),
      ...one.notes.map((note) => `       note: ${note}`),
    ]),
    ...(collusion
      ? [
          `with both key files together: ${collusion.found} of ${collusion.persons} persons are linked to answers (the limit of the protocol, no fault)`,
        ]
      : []),
    ok ? 'nobody was found' : 'PEOPLE CAN BE FOUND: see above',
  ].join('\n')

program.action(async (options: Options) => {
  const [vault, collection] = [readOffice(options.vault), readOffice(options.collection)]
  const truth = options.truth
    ? Truth.parse(JSON.parse(readFileSync(options.truth, 'utf8')))
    : undefined
  const verdict = await attack(vault, collection, { truth })
  const [vaultKeys, collectionKeys] = options.withKeys ?? []
  const collusion =
    vaultKeys && collectionKeys
      ? collude(vault, collection, { vault: vaultKeys, collection: collectionKeys })
      : undefined
  if (options.json)
    process.stdout.write(`${JSON.stringify({ ...verdict, ...(collusion ? { collusion } : {}) })}\n`)
  process.stderr.write(`${wordsOf(verdict, collusion)}\n`)
  process.exitCode = verdict.ok ? 0 : 1
})

// Whoever stops it waits for the step it is at, which takes away its copies of the databases first.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => process.exit(2))

try {
  await program.parseAsync()
} catch (error) {
  const words =
    error instanceof z.ZodError
      ? z.prettifyError(error)
      : error instanceof Error
        ? error.message
        : String(error)
  process.stderr.write(`linkage-test: ${words}\n`)
  process.exitCode = 2
}
