import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityOf, makeVaultKeys } from '@echolot/crypto/keys'
import { fingerprintOf } from '@echolot/crypto/peer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const data = mkdtempSync(join(tmpdir(), 'command-'))
const env = { ...process.env, ECHOLOT_DATA: data, PORT_COLLECTION: '0' }

type Ended = { readonly code: number | null; readonly out: string; readonly said: string }

const run = (file: string, args: readonly string[], input = ''): Promise<Ended> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], { env })
    let [out, said] = ['', '']
    child.stdout.on('data', (words) => {
      out += words
    })
    child.stderr.on('data', (words) => {
      said += words
    })
    child.on('exit', (code) => done({ code, out, said }))
    child.stdin.end(input)
  })
const command = (...args: readonly string[]) => run('command.ts', args)

describe('collection …', () => {
  afterAll(() => rmSync(data, { recursive: true, force: true }))

  it('refuses to work without keys', async () => {
    expect((await command('pair', 'show')).code).toBe(1)
  }, 60_000)

  describe('with keys', () => {
    beforeAll(async () => {
      expect((await command('keys', 'make')).code).toBe(0)
    }, 60_000)

    it('keeps the key file to its owner and never replaces it', async () => {
      const file = join(data, 'keys/collection.json')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const before = readFileSync(file, 'utf8')
      const again = await command('keys', 'make')
      expect([again.code, again.said]).toEqual([1, expect.stringContaining('already')])
      expect(readFileSync(file, 'utf8')).toBe(before)
    }, 60_000)

    it('pairs by fingerprint, and adds studies and staff', async () => {
      const identity = identityOf(makeVaultKeys())
      const fingerprint = fingerprintOf(identity)
      const shown = join(data, 'vault.json')
      writeFileSync(shown, JSON.stringify({ ...identity, fingerprint }))
      const wrong = await command('pair', 'confirm', shown, '--fingerprint', '0'.repeat(40))
      expect(wrong.code).toBe(1)
      expect((await command('pair', 'confirm', shown, '--fingerprint', fingerprint)).code).toBe(0)
      expect(JSON.parse((await command('pair', 'show', '--json')).out)).toMatchObject({
        office: 'collection',
        fingerprint: expect.stringMatching(/^(\d{5} ?){8}$/),
      })
      const added = await command('study', 'add', join(ROOT, 'surveys/anna'), '--json')
      expect(JSON.parse(added.out)).toMatchObject({ study: 'anna', drafts: 4 })
      const account = [
        '--email',
        'kim@example.org',
        '--name',
        'Kim',
        '--role',
        'designer',
        '--password-stdin',
      ]
      const staff = await run(
        'command.ts',
        ['staff', 'add', ...account],
        'a long enough password\n',
      )
      expect(staff.code).toBe(0)
      expect(staff.said).not.toContain('long enough')
      const twice = await run(
        'command.ts',
        ['staff', 'add', ...account],
        'a long enough password\n',
      )
      expect([twice.code, twice.said]).toEqual([1, expect.stringContaining('an account')])
    }, 120_000)

    it('names wrong use with 2 and what it found with 1', async () => {
      expect((await command('nonsense')).code).toBe(2)
      expect((await command('wave', 'close', 'anna')).code).toBe(2)
      expect((await command('--help')).code).toBe(0)
      const nothing = await command('freeze', 'anna', 'w1', '--out', join(data, 'cut'))
      expect([nothing.code, nothing.said]).toEqual([1, expect.stringContaining('no responses')])
      expect((await command('wave', 'close', 'anna', 'w9')).code).toBe(1)
    }, 120_000)

    it('backs up, and restores only where no database is', async () => {
      const backup = join(data, 'backup.db')
      expect((await command('backup', backup)).code).toBe(0)
      expect((await command('restore', backup)).code).toBe(1)
      const database = join(data, 'collection/collection.db')
      cpSync(database, join(data, 'moved.db'))
      for (const ending of ['', '-wal', '-shm']) rmSync(database + ending, { force: true })
      const restored = await command('restore', backup, '--json')
      expect(JSON.parse(restored.out)).toEqual({ erased: 0 })
    }, 120_000)

    it('serves: says so in one line, and ends in good order', async () => {
      const server = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
        env,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const line = await new Promise<string>((ready) =>
        server.stdout.once('data', (words) => ready(String(words))),
      )
      const { ready, url } = JSON.parse(line)
      expect([ready, line.endsWith('\n')]).toEqual([true, true])
      expect((await fetch(`${url}/ready`)).status).toBe(200)
      const ended = new Promise<number | null>((over) => server.once('exit', over))
      server.kill('SIGTERM')
      expect(await ended).toBe(0)
    }, 60_000)
  })
})
