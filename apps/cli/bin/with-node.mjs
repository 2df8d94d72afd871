// `npm start` and `npm test` on a machine with any Node: installs, then hands over to Node 26.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, node26, root } from './node-26.mjs'

const [command, ...rest] = process.argv.slice(2)
ensureInstalled()
const entry =
  command === 'test'
    ? [join(root, 'tests/all.ts'), ...rest]
    : [join(root, 'apps/cli/src/main.ts'), command, ...rest]
const child = spawn(node26(), entry, {
  stdio: 'inherit',
  cwd: root,
  env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'), ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) =>
  process.exit(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)),
)
