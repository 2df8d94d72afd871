import { spawn } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { sha256Hex } from '@echolot/crypto/digest'
import { inHouse, ROOT, readConfig } from '../config.ts'
import type { Progress } from '../progress.ts'

const PAGES = ['respondent', 'studio', 'desk'] as const

/**
 * Builds the browser apps whose sources changed since their last build; the digest of the sources
 * lies beside the result, so nothing stale is ever served and a second start builds nothing.
 */
export const buildPages = async (progress: Progress) => {
  const wanted = await Promise.all(
    PAGES.map(async (page) => ({ page, digest: await digestOfSources(page) })),
  )
  const stale = wanted.filter(({ page, digest }) => builtFrom(page) !== digest)
  await Promise.all(
    stale.map(async ({ page, digest }) => {
      await build(page)
      writeFileSync(digestFile(page), digest)
      progress.say(`built the ${page} pages`)
    }),
  )
}

const digestFile = (page: string) => inHouse('apps', page, 'dist', '.sources')

const builtFrom = (page: string) =>
  existsSync(digestFile(page)) ? readFileSync(digestFile(page), 'utf8') : undefined

const digestOfSources = async (page: string) => {
  const files = globSync(
    [
      `apps/${page}/{index.html,vite.config.ts,package.json,public/**/*,src/**/*}`,
      'packages/{ui,study,i18n,contract,instrument,routing,exchange,crypto,problem,report}/{package.json,src/**/*}',
      'package-lock.json',
    ],
    { cwd: ROOT, withFileTypes: true },
  )
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort()
  return sha256Hex(
    files.map((file) => `${file.slice(ROOT.length)}\n${readFileSync(file, 'utf8')}`).join('\n'),
  )
}

const build = (page: string) =>
  new Promise<void>((done, failed) => {
    const child = spawn(
      process.execPath,
      [inHouse('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
      {
        cwd: inHouse('apps', page),
        stdio: ['ignore', 'pipe', 'pipe'],
        // Whoever starts us, a test too: pages are never built with the libraries' slow development halves.
        env: { ...readConfig().environment, NODE_ENV: 'production' },
      },
    )
    const said: string[] = []
    child.stdout.on('data', (words) => said.push(String(words)))
    child.stderr.on('data', (words) => said.push(String(words)))
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0 ? done() : failed(new Error(`building ${page} failed:\n${said.join('')}`)),
    )
  })
