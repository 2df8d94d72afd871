import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** The house as text: path from the root, with `/`, → content. Of top-level entries all are there, if only by name. */
export type Tree = Readonly<Record<string, string>>

const root = join(import.meta.dirname, '..', '..')
const ROOMS = '{apps,packages}/*'
const OURS = [
  ...[`${ROOMS}/package.json`, 'analysis/package.json'],
  ...[`${ROOMS}/**/*.{ts,tsx,mts,mjs,js}`, '{analysis,surveys,tests}/**/*.{ts,tsx,mts,mjs,js}'],
]
/** Made or brought, not written. */
const FOREIGN = /(^|\/)(node_modules|dist|data|\.vite)(\/|$)/
/** Ignored by git at the top. */
const IGNORED = new Set(['node_modules', 'data', 'dist'])

/** Reads the tree this test stands in. */
export const readTree = (): Tree => {
  const paths = globSync(OURS, { cwd: root, exclude: ['**/node_modules', '**/dist'] })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !FOREIGN.test(path))
  const top = readdirSync(root, { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name) && !name.endsWith('.log'))
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
  return Object.fromEntries([
    ...top.map((name) => [name, '']),
    ...paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  ])
}
