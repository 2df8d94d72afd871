import { describe, expect, it } from 'vitest'
import { readTree, type Tree } from './read-tree.ts'
import { importsOf, violations } from './violations.ts'

const tree = readTree()

describe('the house', () => {
  it('is in order', () => expect(violations(tree)).toEqual([]))

  it('was looked at whole', () => {
    const files = Object.keys(tree)
    for (const room of ['packages/crypto/src/keys.ts', 'apps/collection/package.json', 'apps/'])
      expect(files).toContain(room)
    expect(files.filter((file) => file.endsWith('.ts')).length).toBeGreaterThan(100)
    expect(files.filter((file) => file.includes('node_modules'))).toEqual([])
  })
})

/** Written so that this file itself asks for nothing it plants. */
const asking = (module: string) => ['im', `port { x } fr`, `om '${module}'`].join('')
/** The house with one more file, in a room which is built if it is not there yet. */
const planted = (file: string, text: string): Tree => {
  const [room = ''] = /^((apps|packages)\/[^/]+|analysis)(?=\/)/.exec(file) ?? []
  return { [`${room}/package.json`]: '{}', ...tree, [file]: text }
}
const leaning = (folder: string, on: string): Tree => {
  const manifest = JSON.parse(tree[`${folder}/package.json`] as string)
  const dependencies = { ...manifest.dependencies, [on]: '0.1.0' }
  return planted(`${folder}/package.json`, JSON.stringify({ ...manifest, dependencies }))
}

describe('a planted violation is seen', () => {
  it.each([
    ['packages/problem', '@echolot/study', 'floors: problem → study'],
    ['packages/study', '@echolot/instrument', 'floors: study → instrument'],
    ['packages/contract', '@echolot/http', 'floors: contract → http'],
    ['packages/ui', '@echolot/exchange', 'floors: ui → exchange'],
    ['apps/cli', '@echolot/vault', 'floors: cli → vault'],
    ['apps/collection', '@echolot/vault', 'floors: collection → vault'],
  ])('%s leans on %s', (folder, on, finding) => {
    expect(violations(leaning(folder, on))).toContain(finding)
  })

  it('a room on no floor', () => {
    const found = violations(planted('packages/attic/package.json', '{"exports":{}}'))
    expect(found).toContain('floors: packages/attic stands on none')
  })

  it('an app with doors', () => {
    const found = violations(planted('apps/vault/package.json', '{"exports":{".":"./src/x.ts"}}'))
    expect(found).toContain('no doors at the top: apps/vault has exports')
  })

  it.each(['docs/', 'notes.md', 'Makefile', 'scripts/'])('%s at the top', (name) => {
    expect(violations(planted(name, ''))).toContain(`top level: ${name}`)
  })

  it.each(['../../vault/src/config.ts', '../../../packages/crypto/src/seal.ts'])(
    'a way through the wall: %s',
    (to) => {
      const file = 'apps/collection/src/planted.ts'
      expect(violations(planted(file, asking(to)))).toContain(`walls: ${file} → ${to}`)
    },
  )

  it.each([
    '@echolot/crypto',
    '@echolot/crypto/aead',
    '@echolot/crypto/src/aead.ts',
    '@echolot/attic',
  ])('a door that is not there: %s', (to) => {
    const file = 'apps/collection/src/planted.ts'
    expect(violations(planted(file, asking(to)))).toContain(`doors: ${file} → ${to}`)
  })

  it.each(['node:crypto', 'crypto', 'jose'])('cryptography elsewhere: %s', (to) => {
    for (const file of ['apps/vault/src/planted.ts', 'packages/http/src/planted.test.ts'])
      expect(violations(planted(file, asking(to)))).toContain(`only in crypto: ${file} → ${to}`)
  })

  it.each(['better-auth', 'better-auth/api', '@node-rs/argon2'])(
    'a log-in of its own: %s',
    (to) => {
      const file = 'apps/vault/src/planted.ts'
      expect(violations(planted(file, asking(to)))).toContain(`only in staff: ${file} → ${to}`)
    },
  )

  it.each([
    ['packages/problem/src', 'zod'],
    ['packages/study/src', 'node:fs'],
    ['packages/study/src', 'zod'],
    ['packages/i18n/src', 'node:fs'],
    ['packages/instrument/src', 'survey-core'],
    ['packages/instrument/src', 'react'],
    ['packages/instrument/src', 'node:path'],
    ['packages/routing/src', 'react'],
    ['packages/routing/src', 'survey-react-ui'],
    ['packages/contract/src', 'express'],
    ['packages/contract/src', 'kysely'],
    ['packages/crypto/src', 'kysely'],
    ['packages/crypto/src', 'express'],
    ['packages/crypto/src', 'node:http'],
    ['packages/http/src', 'survey-core'],
    ['packages/database/src', 'express'],
    ['packages/freeze/src', 'kysely'],
    ['packages/freeze/src', '@echolot/crypto/keys'],
    ['packages/exchange/src', 'express'],
    ['packages/exchange/src', 'kysely'],
    ['packages/staff/src', '@echolot/study'],
    ['packages/staff/src', '@echolot/crypto/pseudonym'],
    ['packages/ui/src', '@echolot/contract/staff'],
    ['apps/respondent/src', 'zod'],
    ['apps/respondent/src', '@echolot/instrument'],
    ['apps/respondent/src', 'node:fs'],
    ['apps/respondent/src', '@echolot/crypto/access-code'],
    ['apps/studio/src', '@echolot/contract/enrolments'],
    ['apps/studio/src', '@echolot/freeze'],
    ['apps/studio/src', 'node:fs'],
    ['apps/desk/src', '@echolot/contract/responses'],
    ['apps/desk/src', 'survey-core'],
    ['apps/collection/src', '@echolot/crypto/seal'],
    ['apps/collection/src', 'react'],
    ['apps/vault/src', '@echolot/crypto/pseudonym'],
    ['apps/vault/src', '@echolot/freeze'],
    ['apps/vault/src', '@echolot/routing'],
    ['apps/vault/src', '@echolot/instrument'],
    ['apps/cli/src', 'kysely'],
    ['apps/cli/src', '@echolot/database'],
    ['analysis/src', '@echolot/database'],
    ['analysis/src', '@echolot/http'],
    ['analysis/src', '@echolot/crypto/digest'],
    ['analysis/src', 'node:http'],
  ])('%s asks for %s', (folder, to) => {
    const file = `${folder}/deep/planted.ts`
    expect(violations(planted(file, asking(to)))).toContain(`never: ${file} → ${to}`)
    expect(violations(planted(file, `const x = await ${'import'}('${to}')`))).toContain(
      `never: ${file} → ${to}`,
    )
  })

  it('a schema in the respondent’s page, where types are welcome', () => {
    const file = 'apps/respondent/src/planted.ts'
    const to = '@echolot/contract/responses'
    const finding = `types only: ${file} → ${to}`
    expect(violations(planted(file, asking(to)))).toContain(finding)
    expect(violations(planted(file, asking(to).replace('{ x }', 'type { x }')))).toEqual(
      violations(tree),
    )
    expect(violations(planted(file, asking(to).replace('{ x }', '{ type X, y }')))).toContain(
      finding,
    )
  })

  it.each([
    ['studio', ['designer', 'app']],
    ['desk', ['mailings']],
  ])('a feature of the %s that asks for %j', (app, others) => {
    const file = `apps/${app}/src/reports/planted.tsx`
    for (const other of others) {
      const found = violations(planted(file, asking(`../${other}/list.tsx`)))
      expect(found).toContain(`features apart: ${file} → apps/${app}/src/${other}/list.tsx`)
    }
    const welcome = [
      planted(`apps/${app}/src/app/planted.tsx`, asking('../designer/list.tsx')),
      planted(file, asking('../server/ask.ts')),
      planted(file, asking('./list.tsx')),
    ]
    for (const house of welcome) expect(violations(house)).toEqual(violations(tree))
    const server = `apps/${app}/src/server/planted.ts`
    expect(violations(planted(server, asking('../reports/list.tsx')))).toContain(
      `features apart: ${server} → apps/${app}/src/reports/list.tsx`,
    )
  })

  it.each([
    ['Date.now()', 'Date.now('],
    ['new Date()', 'new Date()'],
    ['Math.random()', 'Math.random('],
    ["fetch('x')", 'fetch('],
  ])('a clock, chance or the network in the analysis: %s', (call, shown) => {
    const file = 'analysis/src/planted.ts'
    const found = violations(planted(file, `export const x = ${call}`))
    expect(found).toContain(`pure analysis: ${file} → ${shown}`)
  })

  it('a study that runs code', () => {
    const file = 'surveys/anna/planted.ts'
    expect(violations(planted(file, asking('zod')))).toContain(`surveys are data: ${file} → zod`)
  })

  it('a test of the whole house that climbs into a room', () => {
    const file = 'tests/journeys/planted.test.ts'
    const to = '../../apps/vault/src/service.ts'
    expect(violations(planted(file, asking(to)))).toContain(`walls: ${file} → ${to}`)
  })
})

describe('importsOf', () => {
  it('sees every way to ask, and no comment', () => {
    const text = [
      asking('a'),
      asking('b').replace('{ x }', 'type { x }'),
      asking('c').replace('im', 'ex').replace('port', 'port'),
      `${'import'} 'd'`,
      `await ${'import'}("e")`,
      `// ${asking('f')}`,
      `/* ${asking('g')} */`,
      asking('h?raw').replace('{ x }', 'x, {\n  y,\n  z,\n}'),
    ].join('\n')
    expect(
      importsOf(text)
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd', 'e', 'h'])
    expect(
      importsOf(text)
        .filter(({ types }) => types)
        .map(({ to }) => to),
    ).toEqual(['b'])
  })
})
