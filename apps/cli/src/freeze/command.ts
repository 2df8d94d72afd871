import { spawnSync } from 'node:child_process'
import { verifyFreeze } from '@echolot/freeze'
import { Command } from 'commander'
import { inHouse } from '../config.ts'

type MakeOptions = { readonly out: string; readonly plan?: string; readonly json?: boolean }

const program = new Command('echolot freeze')
  .description('make a data cut of one wave, or verify one')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

program
  .command('make', { isDefault: true })
  .description('freeze what WAVE of STUDY has answered so far')
  .argument('<study>')
  .argument('<wave>')
  .requiredOption('--out <dir>', 'a folder that does not exist yet')
  .option('--plan <file>', 'the analysis plan that is fixed with this cut; later changes are told')
  .option('--json', 'print the manifest as JSON')
  .action((study: string, wave: string, { out, plan, json }: MakeOptions) => {
    const args = [
      ...['freeze', study, wave, '--out', out],
      ...(plan === undefined ? [] : ['--plan', plan]),
      ...(json ? ['--json'] : []),
    ]
    const entry = inHouse('apps/collection/src/command.ts')
    process.exitCode =
      spawnSync(process.execPath, [entry, ...args], { stdio: 'inherit' }).status ?? 1
  })

program
  .command('verify')
  .description('check every digest and count of a freeze')
  .argument('<dir>')
  .option('--json', 'print the result as JSON')
  .action(async (dir: string, { json }: { json?: boolean }) => {
    const { manifest, faults } = await verifyFreeze(dir)
    const whole = manifest !== undefined && faults.length === 0
    if (json)
      process.stdout.write(
        `${JSON.stringify({ ok: whole, digest: manifest?.digest ?? null, faults }, null, 2)}\n`,
      )
    if (whole) process.stderr.write(`${dir}: whole, digest ${manifest.digest}\n`)
    for (const { file, fault } of faults) process.stderr.write(`${dir}/${file}: ${fault}\n`)
    process.exitCode = whole ? 0 : 1
  })

await program.parseAsync()
