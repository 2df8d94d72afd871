// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const stamp = join(root, 'node_modules', '.echolot-installed')

/** Manifests and lock as one text: whatever changes in it asks for a new installation. */
const wanted = () =>
  ['package.json', 'package-lock.json', 'analysis/package.json']
    .concat(
      ...['apps', 'packages'].map((floor) =>
        readdirSync(join(root, floor)).map((room) => `${floor}/${room}/package.json`),
      ),
    )
    .filter((path) => existsSync(join(root, path)))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n')

const nodePath = () => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  return [join(root, 'node_modules/node/bin', name), join(root, 'node_modules/.bin', name)].find(
    existsSync,
  )
}

const run = (command, args, options = {}) => {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    ...options,
  })
  if (error) throw error
  return status ?? 1
}

const npm = (...args) => {
  const own = process.env.npm_execpath
  return own?.endsWith('.js')
    ? run(process.execPath, [own, ...args])
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        shell: process.platform === 'win32',
      })
}

/** Installs what the manifests ask for, once; later calls return in milliseconds. */
export const ensureInstalled = () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted() && nodePath()) return
  process.stderr.write('echolot: setting up (npm install; takes about a minute the first time)\n')
  // `npm install`, not `npm ci`: the lock cannot hold every platform's optional packages.
  if (npm('install', '--no-fund', '--no-audit', '--loglevel=error') !== 0) {
    process.stderr.write(
      'echolot: npm install failed; see its words above, mend that and call again.\n',
    )
    process.exit(1)
  }
  // An npm which does not run install scripts leaves Node 26 unpacked but unlinked.
  if (!nodePath())
    run(process.execPath, [join(root, 'node_modules/node/installArchSpecificPackage.js')], {
      cwd: join(root, 'node_modules/node'),
    })
  if (!nodePath()) {
    process.stderr.write(
      'echolot: the npm package "node" brought no binary for this platform; install Node 26 and call again.\n',
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted())
}

/** Node 26: this process's own if it is new enough, else the one from the npm package `node`. */
export const node26 = () =>
  Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : nodePath()
