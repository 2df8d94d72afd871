import { spawn } from 'node:child_process'
import { Command, Option } from 'commander'
import { backup, OFFICES, restore } from './backup/backup.ts'
import { inHouse, readConfig, withCompileCache } from './config.ts'
import { makeProgress } from './progress.ts'
import { buildPages } from './start/build-pages.ts'

/** Hands `args` on to the command of one room, with this terminal; the room's exit code is ours. */
const handOn = (entry: string, args: readonly string[]) =>
  new Promise<void>((done) => {
    const child = spawn(process.execPath, [inHouse(entry), ...args], {
      stdio: 'inherit',
      env: withCompileCache(readConfig().environment),
    })
    child.on('exit', (code) => {
      process.exitCode = code ?? 1
      done()
    })
  })

const program = new Command('echolot')
  .description('Studies with people who trust you: questionnaires, letters, answers, reports.')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

program
  .command('start')
  .description('start both offices; on an empty data folder with the synthetic ANNA demonstration')
  .option('--empty', 'without the demonstration', false)
  .action(async ({ empty }: { empty: boolean }) => {
    const { start } = await import('./start/start.ts')
    process.exitCode = await start({ empty })
  })

program
  .command('build')
  .description('build the browser pages whose sources changed')
  .action(() => buildPages(makeProgress(process.stderr)))

type BackupOptions = { readonly office?: (typeof OFFICES)[number]; readonly json?: true }
const officeOption = () =>
  new Option('--office <office>', 'one office alone, on its own machine').choices(OFFICES)

program
  .command('backup')
  .description('copy both databases, each by its own office into a folder of its own; no keys')
  .requiredOption('--out <dir>', 'its folders collection and vault must not exist yet')
  .addOption(officeOption())
  .option('--json', 'print the result as JSON')
  .action(async ({ out, office, json }: BackupOptions & { readonly out: string }) => {
    process.exitCode = await backup({ folder: out, office, json: json ?? false })
  })

program
  .command('restore')
  .description('put backups in the place of databases that are gone; overwrites none')
  .argument('<dir>', 'what `backup --out` made')
  .addOption(officeOption())
  .option('--json', 'print the result as JSON')
  .action(async (dir: string, { office, json }: BackupOptions) => {
    process.exitCode = await restore({ folder: dir, office, json: json ?? false })
  })

const ROOMS = [
  [
    'instrument',
    'apps/cli/src/instrument/command.ts',
    'check questionnaires, let made-up respondents answer them',
  ],
  ['analyse', 'analysis/src/command.ts', 'run an analysis plan on a freeze or a CSV file'],
  ['report', 'apps/cli/src/report/command.ts', 'render a report, with what people wrote over it'],
  ['collection', 'apps/collection/src/command.ts', "the university office's own commands"],
  ['vault', 'apps/vault/src/command.ts', "the trust office's own commands"],
  [
    'linkage-test',
    'tests/privacy/linkage/command.ts',
    'try to find out who answered what, with the data folders of both offices',
  ],
  ['freeze', 'apps/cli/src/freeze/command.ts', 'make or verify a data cut'],
  [
    'export',
    'apps/cli/src/export/command.ts',
    'write a freeze for SPSS, spreadsheets and archives',
  ],
] as const

for (const [name, entry, description] of ROOMS)
  program
    .command(name)
    .description(description)
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .argument('[words...]')
    .action((words: readonly string[], _options, command: Command) =>
      handOn(
        entry,
        name === 'analyse'
          ? ['analyse', ...command.args]
          : [...command.args, ...words.slice(command.args.length)],
      ),
    )

try {
  readConfig()
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`echolot: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
