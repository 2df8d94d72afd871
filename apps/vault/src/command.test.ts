import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityOf, makeCollectionKeys } from '@echolot/crypto/keys'
import { fingerprintOf } from '@echolot/crypto/peer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const here = import.meta.dirname
const anna = join(here, '../../../surveys/anna')

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs one of this office's programs as a process of its own. */
const runs = (
  program: 'command.ts' | 'main.ts',
  args: readonly string[],
  {
    data,
    input = '',
    until,
  }: { data: string; input?: string; until?: (out: string) => Promise<void> },
) =>
  new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, [join(here, program), ...args], {
      env: { PATH: '', ECHOLOT_DATA: data, PORT_VAULT: '0' },
    })
    let out = ''
    let err = ''
    let asked = false
    child.stdout.on('data', async (words) => {
      out += words
      if (!until || asked || !out.includes('\n')) return
      asked = true
      await until(out)
      child.kill('SIGTERM')
    })
    child.stderr.on('data', (words) => {
      err += words
    })
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(input)
  })

describe('the office’s own commands', { timeout: 60_000 }, () => {
  let data: string
  const vault = (args: readonly string[], input = '') => runs('command.ts', args, { data, input })
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'vault-command-'))
  })
  afterAll(() => rm(data, { recursive: true, force: true }))

  it('make keys once, for the owner only', async () => {
    const first = await vault(['keys', 'make', '--json'])
    expect([first.code, JSON.parse(first.out).made]).toEqual([0, true])
    expect(((await stat(join(data, 'keys/vault.json'))).mode & 0o777).toString(8)).toBe('600')
    expect((await vault(['keys', 'make'])).code).toBe(1)
  })

  it('pair with the collection whose fingerprint was heard', async () => {
    const shown = JSON.parse((await vault(['pair', 'show', '--json'])).out)
    expect(shown.fingerprint.replaceAll(' ', '')).toMatch(/^\d{40}$/)
    const identity = identityOf(makeCollectionKeys())
    const fingerprint = fingerprintOf(identity)
    const file = join(data, 'collection.json')
    await writeFile(file, JSON.stringify({ ...identity, fingerprint }))
    const wrong = await vault([
      'pair',
      'confirm',
      file,
      '--fingerprint',
      shown.fingerprint,
      '--json',
    ])
    expect([wrong.code, JSON.parse(wrong.out).paired]).toEqual([1, false])
    expect((await vault(['pair', 'confirm', file, '--fingerprint', fingerprint])).code).toBe(0)
  })

  it('add a study, or say what is wrong with it', async () => {
    expect(await vault(['study', 'add', anna])).toMatchObject({ code: 0 })
    const broken = await vault(['study', 'add', data, '--json'])
    expect(broken.code).toBe(1)
    expect(JSON.parse(broken.out).faults[0].file).toBe('study.json')
  })

  it('add staff once, with a long password', async () => {
    const add = [
      'staff',
      'add',
      '--email',
      'c@vault.example',
      '--name',
      'C',
      '--role',
      'trust.clerk',
      '--password-stdin',
    ]
    expect((await vault(add, 'short')).code).toBe(1)
    expect((await vault(add, 'long enough a password\n')).code).toBe(0)
    const again = await vault(add, 'long enough a password')
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('already')])
  })

  it('copy the database whole', async () => {
    const copy = join(data, 'copy.db')
    expect((await vault(['backup', copy])).code).toBe(0)
    expect((await stat(copy)).size).toBeGreaterThan(50_000)
  })

  it('say that a collection cannot be reached', async () => {
    const pull = await vault(['pull', 'anna', '--json'])
    expect([pull.code, JSON.parse(pull.out).reminderGate]).toEqual([1, 'never-pulled'])
    expect((await vault(['pull', 'nothing'])).code).toBe(1)
  })

  it.each([
    ['--help', 0],
    ['staff', 2],
    ['study add', 2],
    ['nonsense', 2],
    ['staff add --role king', 2],
  ])('%s ends with %i', async (words, code) => {
    expect((await vault(words.split(' '))).code).toBe(code)
  })

  it('leave a server that says when it is ready, and ends in good order', async () => {
    const ended = await runs('main.ts', [], {
      data,
      until: async (out) => {
        const { ready, url } = JSON.parse(out)
        expect(ready).toBe(true)
        expect((await fetch(`${url}/health`)).status).toBe(200)
        expect((await fetch(`${url}/ready`)).status).toBe(200)
        const api = (await (await fetch(`${url}/v1/openapi.json`)).json()) as { paths: object }
        expect(Object.keys(api.paths)).toContain('/v1/mailings/{id}/letters')
      },
    })
    expect(ended.code).toBe(0)
    expect(ended.out.trim().split('\n')).toHaveLength(1)
  })

  it('refuse to start with every fault named', async () => {
    const child = await new Promise<Ended>((resolve) => {
      const started = spawn(process.execPath, [join(here, 'main.ts')], {
        env: { PATH: '', ECHOLOT_DATA: data, PORT_VAULT: 'x', COLLECTION_URL: 'nowhere' },
      })
      let err = ''
      started.stderr.on('data', (words) => {
        err += words
      })
      started.on('close', (code) => resolve({ code, out: '', err }))
    })
    expect(child.code).toBe(1)
    expect(child.err).toContain('PORT_VAULT')
    expect(child.err).toContain('COLLECTION_URL')
  })
})
