import { posix } from 'node:path'
import type { Tree } from './read-tree.ts'

/** The house from the ground up. A room may lean on rooms of lower floors only. */
const FLOORS = [
  ['problem'],
  ['study', 'i18n', 'agreement'],
  ['instrument', 'crypto'],
  ['contract', 'routing', 'database', 'http', 'documents', 'freeze'],
  ['exchange', 'report', 'ui', 'staff'],
  ['respondent', 'studio', 'desk', 'collection', 'vault', 'analysis', 'cli'],
]
const TOP = FLOORS.length - 1
const SCOPE = '@echolot/'
const floorOf = (room: string) => FLOORS.findIndex((rooms) => rooms.includes(room))

/** What a room must never ask for, besides what floors forbid. A name stands for all below it, too. */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  problem: ['*'],
  study: ['node:', 'zod', 'react', 'jsdom'],
  i18n: ['node:', 'react'],
  agreement: ['node:', 'zod'],
  instrument: ['node:', 'survey-core', 'survey-react-ui', 'react', 'react-dom'],
  routing: ['react', 'react-dom', 'survey-react-ui'],
  contract: ['express', 'kysely', '@echolot/http', '@echolot/database'],
  crypto: ['kysely', 'express', 'pg', 'better-sqlite3', 'node:http', 'node:https'],
  http: ['kysely', 'survey-core', '@echolot/study', '@echolot/instrument'],
  database: ['express', '@echolot/study'],
  freeze: ['kysely', '@echolot/database', ...allBut('@echolot/crypto', ['digest'])],
  report: ['express', 'kysely', 'react', '@echolot/freeze', '@echolot/instrument'],
  exchange: ['express', 'kysely', '@echolot/database', '@echolot/http'],
  staff: [
    ...['@echolot/study', '@echolot/instrument', 'survey-core', 'react', 'react-dom'],
    ...allBut('@echolot/crypto', ['digest', 'keys', 'session', 'peer']),
  ],
  ui: ['node:', '@echolot/contract', 'zod'],
  respondent: [
    ...['node:', 'zod', '@echolot/instrument', 'express', 'kysely'],
    ...allBut('@echolot/crypto', ['browser']),
  ],
  studio: [
    ...['node:', '@echolot/contract/enrolments', '@echolot/freeze'],
    ...allBut('@echolot/crypto', ['browser']),
  ],
  desk: [
    ...['node:', '@echolot/contract/responses', 'survey-core', 'survey-react-ui'],
    ...allBut('@echolot/crypto', ['browser']),
  ],
  collection: ['@echolot/crypto/seal', 'react', 'react-dom'],
  vault: [
    ...['@echolot/crypto/pseudonym', '@echolot/freeze', '@echolot/routing', '@echolot/instrument'],
    ...['survey-core', 'react', 'react-dom'],
  ],
  cli: ['kysely', '@echolot/database', 'pg', 'better-sqlite3'],
  analysis: [
    ...['@echolot/database', '@echolot/http', '@echolot/crypto', 'kysely', 'express'],
    ...['node:http', 'node:https', 'node:net', 'node:dgram', 'node:dns'],
  ],
}

/** Every door of a package but these; written with `!` so that `asksFor` reads it back. */
function allBut(room: string, doors: readonly string[]): readonly string[] {
  return [`${room}!${doors.join(',')}`]
}

/** Only here, and only there. */
const ONLY_IN: readonly { readonly modules: readonly string[]; readonly room: string }[] = [
  { modules: ['node:crypto', 'crypto', 'jose', '@hpke/core'], room: 'crypto' },
  {
    modules: ['better-auth', 'better-auth/api', 'better-auth/node', '@node-rs/argon2'],
    room: 'staff',
  },
]

/** Whatever stands at the top of the tree. Dotfiles come on top of it. */
const TOP_LEVEL = new Set([
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'README.md'],
  ...['apps/', 'packages/', 'surveys/', 'analysis/', 'tests/'],
])

type Import = { readonly to: string; readonly types: boolean }
type Room = {
  readonly name: string
  readonly folder: string
  readonly manifest: {
    readonly exports?: Readonly<Record<string, unknown>> | string
    readonly dependencies?: Readonly<Record<string, string>>
    readonly devDependencies?: Readonly<Record<string, string>>
  }
}

/** All that breaks the rules of the house, each as `rule: where → what`; empty for a house in order. */
export const violations = (tree: Tree): readonly string[] => {
  const rooms = roomsOf(tree)
  return [
    ...topLevelViolations(tree),
    ...rooms.flatMap((room) => manifestViolations(room)),
    ...Object.entries(tree).flatMap(([file, text]) => fileViolations(file, text, rooms)),
  ]
}

const topLevelViolations = (tree: Tree) =>
  [...new Set(Object.keys(tree).map((path) => path.replace(/(?<=\/).*/, '')))]
    .filter((name) => !name.startsWith('.') && !TOP_LEVEL.has(name))
    .map((name) => `top level: ${name}`)

const roomsOf = (tree: Tree): readonly Room[] =>
  Object.entries(tree)
    .filter(([path]) => /^((apps|packages)\/[^/]+|analysis)\/package\.json$/.test(path))
    .map(([path, text]) => {
      const folder = posix.dirname(path)
      return { name: posix.basename(folder), folder, manifest: JSON.parse(text) }
    })

const manifestViolations = ({ name, folder, manifest }: Room): readonly string[] => {
  const inner = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter((module) => module.startsWith(SCOPE))
    .map((module) => module.slice(SCOPE.length))
  return [
    ...(floorOf(name) < 0 ? [`floors: ${folder} stands on none`] : []),
    ...inner
      .filter((other) => floorOf(other) >= floorOf(name))
      .map((other) => `floors: ${name} → ${other}`),
    ...(floorOf(name) === TOP && manifest.exports !== undefined
      ? [`no doors at the top: ${folder} has exports`]
      : []),
  ]
}

const fileViolations = (file: string, text: string, rooms: readonly Room[]): readonly string[] => {
  if (!/\.(ts|tsx|mts|mjs|js)$/.test(file)) return []
  const imports = remembered(text)
  if (file.startsWith('surveys/'))
    return imports.map(({ to }) => `surveys are data: ${file} → ${to}`)
  if (file.startsWith('tests/')) return testViolations(file, imports, rooms)
  const room = rooms.find(({ folder }) => file.startsWith(`${folder}/`))
  if (!room) return []
  return [
    ...imports.flatMap((asked) => importViolations(file, asked, room, rooms)),
    ...featureViolations(file, imports),
    ...(room.name === 'analysis' && !isTest(file) ? impurities(file, text) : []),
  ]
}

const read = new Map<string, readonly Import[]>()
/** One tree differs from the next in one file; the others need not be read again. */
const remembered = (text: string) => {
  const imports = read.get(text) ?? importsOf(text)
  read.set(text, imports)
  return imports
}

const importViolations = (
  file: string,
  { to, types }: Import,
  { name, folder }: Room,
  rooms: readonly Room[],
): readonly string[] => {
  if (to.startsWith('.'))
    return posix.join(posix.dirname(file), to).startsWith(`${folder}/`)
      ? []
      : [`walls: ${file} → ${to}`]
  // What stands beside `src` configures tools and runs in Node, whatever the room is for.
  const forbidden = file.startsWith(`${folder}/src/`) ? (NEVER[name] ?? []) : []
  const forTests = isTest(file) && (to === 'vitest' || to.startsWith('node:'))
  return [
    ...(!forTests && forbidden.some((module) => asksFor(to, module))
      ? [`never: ${file} → ${to}`]
      : []),
    ...ONLY_IN.filter(({ modules, room }) => room !== name && modules.includes(to)).map(
      ({ room }) => `only in ${room}: ${file} → ${to}`,
    ),
    // Its values are zod schemas, and zod is half as heavy as the whole page.
    ...(name === 'respondent' && asksFor(to, '@echolot/contract') && !types
      ? [`types only: ${file} → ${to}`]
      : []),
    ...doorViolations(file, to, rooms),
    ...(to.startsWith(SCOPE) && floorOf(roomIn(to)) >= floorOf(name)
      ? [`floors: ${file} → ${to}`]
      : []),
  ]
}

const roomIn = (to: string) => to.slice(SCOPE.length).split('/')[0] as string

const doorViolations = (file: string, to: string, rooms: readonly Room[]): readonly string[] => {
  if (!to.startsWith(SCOPE)) return []
  const doors = rooms.find(({ name }) => name === roomIn(to))?.manifest.exports ?? {}
  const door = `.${to.slice(SCOPE.length + roomIn(to).length)}`
  return typeof doors === 'object' && Object.hasOwn(doors, door) ? [] : [`doors: ${file} → ${to}`]
}

/** Tests of the whole house knock at doors; they do not climb in. */
const testViolations = (file: string, imports: readonly Import[], rooms: readonly Room[]) =>
  imports.flatMap(({ to }) =>
    to.startsWith('.')
      ? posix.join(posix.dirname(file), to).startsWith('tests/')
        ? []
        : [`walls: ${file} → ${to}`]
      : doorViolations(file, to, rooms),
  )

/**
 * What every feature of an app may ask for: the way to its server; in the studio what all screens show alike; in the
 * small desk also what its frame holds.
 */
const FOR_ALL_FEATURES: Readonly<Record<string, readonly string[]>> = {
  studio: ['server', 'screen'],
  desk: ['server', 'app'],
}

/** `apps/studio/src/<feature>/…` and the desk's; `app` knows all features, features never each other. */
const featureViolations = (file: string, imports: readonly Import[]) => {
  const [app, feature] = featureOf(file)
  if (app === undefined || feature === undefined || feature === 'app') return []
  const welcome = [feature, ...(FOR_ALL_FEATURES[app] ?? [])]
  return imports
    .filter(({ to }) => to.startsWith('.'))
    .map(({ to }) => posix.join(posix.dirname(file), to))
    .filter((target) => !welcome.includes(featureOf(target)[1] ?? feature))
    .map((target) => `features apart: ${file} → ${target}`)
}
const featureOf = (file: string) =>
  /^apps\/(studio|desk)\/src\/([^/]+)\//.exec(file)?.slice(1) ?? []

/** Same input, same bytes: no clock, no chance, no network. */
const impurities = (file: string, text: string) =>
  [...withoutComments(text).matchAll(/\b(Date\.now\(|new Date\(\)|Math\.random\(|fetch\()/g)].map(
    ([found]) => `pure analysis: ${file} → ${found}`,
  )

const isTest = (file: string) => /\.test\.tsx?$/.test(file)

const asksFor = (to: string, module: string) => {
  if (module === '*') return true
  if (module.endsWith(':')) return to.startsWith(module)
  const [room = '', doors] = module.split('!')
  if (to !== room && !to.startsWith(`${room}/`)) return false
  return doors === undefined || !doors.split(',').includes(to.slice(room.length + 1))
}

const withoutComments = (text: string) =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1')

const STATEMENT = /\b(import|export)\s+(type\s+)?([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/g
const BARE = /\bimport\s*\(?\s*['"]([^'"]+)['"]/g
const WORKER = /new URL\(\s*['"]([^'"]+)['"]\s*,\s*import\.meta\.url/g

/** Every module a file asks for; `types` when nothing of it is left at run time. */
export const importsOf = (text: string): readonly Import[] => {
  const code = withoutComments(text)
  return [
    ...[...code.matchAll(STATEMENT)].map(([, , type, names = '', to = '']) => ({
      to: to.replace(/\?.*$/, ''),
      types: type !== undefined || onlyTypes(names),
    })),
    ...[...code.matchAll(BARE), ...code.matchAll(WORKER)].map(([, to = '']) => ({
      to: to.replace(/\?.*$/, ''),
      types: false,
    })),
  ]
}

const onlyTypes = (names: string) => {
  const inner = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]
  const each = inner?.split(',').map((name) => name.trim())
  return each?.every((name) => name === '' || name.startsWith('type ')) ?? false
}
