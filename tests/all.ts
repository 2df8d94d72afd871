import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All that must hold, in the order in which it fails cheapest; `npm test` and nothing else runs in CI. */
const root = `${import.meta.dirname}/..`
const bin = (name: string) =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)
const reports = mkdtempSync(join(tmpdir(), 'echolot-test-'))
const report = join(reports, 'vitest.json')
// Tools installed beside us are started by our own Node, whichever the shell finds first.
const env = {
  ...process.env,
  PATH: `${join(process.execPath, '..')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
}

const steps: readonly (readonly [string, string, readonly string[]])[] = [
  ['format and lint', bin('biome'), ['ci', '--colors=off', '--diagnostic-level=warn', '.']],
  ['types', bin('tsc'), []],
  ...['apps/respondent', 'apps/studio', 'apps/desk', 'packages/ui', 'tests'].map(
    (room) => [`types of ${room}`, bin('tsc'), ['-p', room]] as const,
  ),
  ['pages', process.execPath, ['apps/cli/src/main.ts', 'build']],
  [
    'tests',
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
  ],
]

let failed: string | undefined
for (const [name, command, args] of steps) {
  const began = Date.now()
  console.log(`\n── ${name}`)
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  console.log(
    `── ${name}: ${status === 0 ? 'ok' : 'FAILED'} after ${Math.round((Date.now() - began) / 100) / 10} s`,
  )
  if (status !== 0) {
    failed = name
    break
  }
}

const counts = (): { numPassedTests: number; numFailedTests: number; numPendingTests: number } => {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
  }
}
const { numPassedTests, numFailedTests, numPendingTests } = counts()
rmSync(reports, { recursive: true, force: true })
if (failed) console.log(`\nStopped at: ${failed}`)
console.log(
  `\n${numPassedTests} passed, ${failed && numFailedTests === 0 ? 1 : numFailedTests} failed, ${numPendingTests} skipped`,
)
process.exit(failed ? 1 : 0)
