import { chmod, mkdtemp, open, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StudyId } from '@echolot/study'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type CollectionStudyKeys,
  identityOf,
  keyFingerprintsOf,
  makeCollectionKeys,
  makeVaultKeys,
  readKeyFile,
  withoutStudyKeys,
  withStudyKeys,
  writeKeyFile,
} from './keys.ts'

const study = 'anna' as StudyId
let folder: string
const place = (file: string) => ({
  file: join(folder, file),
  dataDirectory: join(folder, 'data'),
  warn: (line: string) => {
    throw new Error(line)
  },
})
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keys-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('writeKeyFile', () => {
  it.each([
    ['collection', withStudyKeys(makeCollectionKeys(), study)],
    ['vault', withStudyKeys(makeVaultKeys(), study)],
  ] as const)('keeps the keys of the %s, for its owner only', async (office, keys) => {
    await writeKeyFile(keys, place(`keys/${office}.json`))
    expect(await readKeyFile(office, place(`keys/${office}.json`))).toEqual(keys)
    expect((await stat(place(`keys/${office}.json`).file)).mode & 0o777).toBe(0o600)
  })

  it('replaces a file in one step and leaves no draft', async () => {
    await writeKeyFile(makeVaultKeys(), place('twice/vault.json'))
    const second = makeVaultKeys()
    await writeKeyFile(second, place('twice/vault.json'))
    expect(await readKeyFile('vault', place('twice/vault.json'))).toEqual(second)
    expect(await readdir(join(folder, 'twice'))).toEqual(['vault.json'])
  })
})

describe('readKeyFile', () => {
  it.each([0o640, 0o604, 0o660, 0o644, 0o700])(
    'refuses mode %o and says what to do',
    async (mode) => {
      const { file } = place('wide.json')
      await writeKeyFile(makeVaultKeys(), place('wide.json'))
      await chmod(file, mode)
      await expect(readKeyFile('vault', place('wide.json'))).rejects.toMatchObject({
        type: 'key-file-unsafe',
        details: { remedy: `chmod 600 ${file}` },
      })
    },
  )

  it.each(['data/vault.json', 'data/deep/vault.json', 'data/../data/vault.json'])(
    'refuses %s: it lies with the data',
    async (file) => {
      await expect(readKeyFile('vault', place(file))).rejects.toMatchObject({
        type: 'key-file-unsafe',
      })
      await expect(writeKeyFile(makeVaultKeys(), place(file))).rejects.toMatchObject({
        type: 'key-file-unsafe',
      })
    },
  )

  it('is not fooled by a link into the data', async () => {
    await writeKeyFile(makeVaultKeys(), { ...place('data2/vault.json') })
    await symlink(join(folder, 'data2'), join(folder, 'elsewhere'))
    const linked = { ...place('elsewhere/vault.json'), dataDirectory: join(folder, 'data2') }
    await expect(readKeyFile('vault', linked)).rejects.toMatchObject({ type: 'key-file-unsafe' })
  })

  it('refuses the keys of the other office, and what are no keys', async () => {
    await writeKeyFile(makeVaultKeys(), place('other.json'))
    await expect(readKeyFile('collection', place('other.json'))).rejects.toMatchObject({
      type: 'key-file-unsafe',
    })
    await writeFile(place('none.json').file, '{"half":', { mode: 0o600 })
    await expect(readKeyFile('vault', place('none.json'))).rejects.toMatchObject({
      type: 'key-file-unsafe',
    })
  })

  it('names a file that is not there by its system code', async () => {
    await expect(readKeyFile('vault', place('absent.json'))).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

describe('withStudyKeys', () => {
  it('makes the keys of a study once', () => {
    const keys = withStudyKeys(makeCollectionKeys(), study)
    expect(withStudyKeys(keys, study)).toBe(keys)
    const all = Object.values(keys.studies[study] ?? {}).map((key) => JSON.stringify(key))
    expect(new Set(all).size).toBe(6)
  })

  it('destroys them for good', () => {
    const keys = withStudyKeys(makeVaultKeys(), study)
    expect(withoutStudyKeys(keys, study).studies).toEqual({})
  })

  it('leaves no byte of them where the replaced file lay', async () => {
    const keys = withStudyKeys(makeVaultKeys(), study)
    await writeKeyFile(keys, place('replaced.json'))
    const before = await open(place('replaced.json').file, 'r')
    await writeKeyFile(withoutStudyKeys(keys, study), place('replaced.json'))
    const left = await before.readFile('utf8')
    await before.close()
    expect(left).toMatch(/^\0+$/)
    expect((await readKeyFile('vault', place('replaced.json'))).studies).toEqual({})
  })
})

describe('keyFingerprintsOf', () => {
  it('names every key of a study, and shows none', () => {
    const keys = withStudyKeys(makeCollectionKeys(), study).studies[study] as CollectionStudyKeys
    const shown = keyFingerprintsOf(keys, study)
    expect(shown.map(({ key }) => key)).toEqual(['ver-1', 'wrap', 'psn', 'link', 'tomb', 'export'])
    expect(new Set(shown.map(({ fingerprint }) => fingerprint)).size).toBe(6)
    for (const secret of [keys.psn, keys.ver[0]?.key as string]) {
      expect(JSON.stringify(shown)).not.toContain(secret)
      expect(JSON.stringify(shown)).not.toContain(Buffer.from(secret, 'base64url').toString('hex'))
    }
    expect(keyFingerprintsOf(keys, study)).toEqual(shown)
  })
})

describe('identityOf', () => {
  it('shows no private key', () => {
    for (const keys of [makeCollectionKeys(), makeVaultKeys()]) {
      const shown = JSON.stringify(identityOf(keys))
      for (const key of [keys.sign, keys.exchange]) expect(shown).not.toContain(key.d)
      expect(shown).not.toContain('"d"')
    }
  })
})
