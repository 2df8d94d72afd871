import { spawn } from 'node:child_process'
import { inHouse } from './config.ts'

/** Runs the analysis' own command with `args`; throws its words if it failed. */
export const analyse = (args: readonly string[]): Promise<void> =>
  new Promise((done, failed) => {
    const child = spawn(
      process.execPath,
      [inHouse('analysis/src/command.ts'), 'analyse', ...args],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const said: string[] = []
    child.stderr.on('data', (words) => said.push(String(words)))
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`the analysis failed:\n${said.join('')}`)),
    )
  })
