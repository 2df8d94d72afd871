import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { simulator } from '@echolot/routing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAIN, mailLetters, openField } from '../stage/field.ts'
import { echolot, type House, openHouse, ROOT } from '../stage/house.ts'
import { openLetter } from '../stage/household.ts'

const NAME = 'Quittenblüte'
const ANSWER = 'Seltsamzitronenwort'
const LETTERS = 24
const ANSWERED = 12

type Proof = {
  office: string
  stage: string
  signature: string
  inChain: string
  proof: Record<string, unknown>
}

type Done = {
  waves: { responses: number }[]
  deleted: { texts: number }
  keys: unknown[]
}

/** The end of a study as its two offices live it: field, close, anonymise, both statements at both offices (P13, W05). */
describe('a study that becomes anonymous', () => {
  let house: House
  let codes: readonly string[]
  const folder = mkdtempSync(join(tmpdir(), 'echolot-study-'))
  const keysBefore = () =>
    JSON.parse(readFileSync(join(house.data, 'keys/collection.json'), 'utf8'))
  let keys: { studies: { anna: Record<string, string> } }

  const json = async <Answer>(args: readonly string[], expected = 0): Promise<Answer> =>
    JSON.parse(await echolot([...args, '--json'], { env: atHome(), expected }))
  /** The vault's commands must know where the collection is. */
  const atHome = () => ({ ...house.env, COLLECTION_URL: house.collection })
  /** The same study with its days long past, as offices see it years later. */
  const letYearsPass = async () => {
    cpSync(join(ROOT, 'surveys/anna'), folder, { recursive: true })
    const file = join(folder, 'study.json')
    const study = JSON.parse(readFileSync(file, 'utf8'))
    for (const wave of study.waves)
      Object.assign(wave, {
        opensOn: '2025-01-01',
        closesOn: '2025-02-01',
        withdrawUntil: '2025-03-01',
      })
    study.retention.addresses = '2025-04-01'
    writeFileSync(file, JSON.stringify(study))
    await house.addStudy(folder)
  }
  const filesUnder = (place: string): readonly string[] =>
    readdirSync(place, { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? filesUnder(join(place, one.name)) : [join(place, one.name)],
    )
  const whereIs = (needle: string | Buffer) =>
    filesUnder(house.data).filter((file) => readFileSync(file).includes(needle))

  beforeAll(async () => {
    house = await openHouse()
    const accounts = await openField(house)
    const { letters } = await mailLetters(house, accounts, LETTERS, NAME)
    codes = letters.map(({ code }) => code)
    const walkOf = simulator(MAIN, { seed: 3 })
    for (const [index, code] of codes.slice(0, ANSWERED).entries()) {
      const one = await openLetter(house.collection, code)
      await one.begin()
      const { answers, shown } = walkOf(index)
      const saved = await one.save(
        'end',
        { ...answers, wish_open: ANSWER },
        { completed: true, shown: [...shown] },
      )
      expect(saved.status, await saved.clone().text()).toBe(200)
    }
    keys = keysBefore()
  })
  afterAll(async () => {
    await house?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is refused while the wave is open, and says what to do', async () => {
    const { hindrances } = await json<{ hindrances: { reason: string; remedy: string }[] }>(
      ['collection', 'anonymise', 'anna', '--yes'],
      1,
    )
    expect(hindrances.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['wave-open', 'withdrawal-possible', 'texts-unreviewed']),
    )
    expect(hindrances[0]?.remedy).toBe('echolot collection wave close anna w1')
    const vault = await json<{ type: string }>(['vault', 'anonymise', 'anna'], 1)
    expect(vault.type).toBe('/problems/withdrawal-possible')
  })

  it('asks for the name of the study', async () => {
    await echolot(['collection', 'anonymise', 'anna'], {
      env: house.env,
      input: 'yes\n',
      expected: 2,
    })
  })

  it('closes, and the vault deletes its codes, links and addresses', async () => {
    await house.command('collection', 'wave', 'close', 'anna', 'w1')
    await letYearsPass()
    const { collection, proofs } = await json<{ collection: string; proofs: Proof[] }>([
      'vault',
      'anonymise',
      'anna',
    ])
    expect(collection).toBe('closed')
    expect(proofs).toMatchObject([
      { stage: 'unlinked', proof: { deleted: { credentials: LETTERS, links: LETTERS } } },
      { stage: 'erased', proof: { deleted: { persons: LETTERS } } },
    ])
    expect(whereIs(NAME)).toEqual([])
  })

  it('survives being killed in the middle, and is finished by the same command', async () => {
    const args = ['collection', 'anonymise', 'anna', '--yes', '--delete-texts']
    const killed = spawn(process.execPath, [join(ROOT, 'apps/cli/src/main.ts'), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...house.env },
      detached: true,
    })
    // The office's own command runs below the CLI: both end at once, at the first sign of work.
    await new Promise<void>((begun) => killed.stderr.once('data', () => begun()))
    process.kill(-(killed.pid as number), 'SIGKILL')
    await sleep(200)
    // Finished by somebody who types the name.
    const finished = await echolot(['collection', 'anonymise', 'anna', '--json'], {
      env: house.env,
      input: 'anna\n',
    })
    const { state, proof }: { state: string; proof: Done } = JSON.parse(finished)
    expect([state, proof.waves[0]]).toMatchObject(['anonymous', { responses: ANSWERED }])
    expect(proof.deleted).toMatchObject({ credentials: LETTERS, events: 0 })
    expect(proof.deleted.texts).toBeGreaterThanOrEqual(ANSWERED)
    expect(proof.keys).toHaveLength(6)
  })

  it('shows both statements at both offices, signed and in both audit chains', async () => {
    await json(['vault', 'anonymise', 'anna'])
    const [here, there] = await Promise.all(
      (['collection', 'vault'] as const).map((office) =>
        json<{ proofs: (Proof & { statement: string })[] }>([office, 'proofs', 'anna']),
      ),
    )
    const shown = here?.proofs.map(({ office, stage, signature, inChain }) => [
      ...[office, stage],
      ...[signature, inChain],
    ])
    expect(shown).toEqual([
      ['collection', 'anonymous', 'right', 'yes'],
      ['vault', 'unlinked', 'right', 'yes'],
      ['vault', 'erased', 'right', 'yes'],
    ])
    expect(there?.proofs.map(({ statement }) => statement)).toEqual(
      here?.proofs.map(({ statement }) => statement),
    )
    expect(there?.proofs.every(({ inChain }) => inChain === 'yes')).toBe(true)
  })

  it('leaves no words and no key in any file of either office', () => {
    const { psn, wrap, link, tomb } = keys.studies.anna
    for (const needle of [ANSWER, NAME, psn, wrap, link, tomb] as string[])
      expect(whereIs(needle), needle.length > 30 ? 'a key' : needle).toEqual([])
  })

  it('still gives data cuts, and says to every code since when nothing can be withdrawn', async () => {
    const made = await json<{ rows: number }>([
      ...['collection', 'freeze', 'anna', 'w1'],
      ...['--out', join(house.data, 'cut')],
    ])
    expect(made.rows).toBe(ANSWERED)
    const answers = await Promise.all(
      [codes[0] as string, codes[20] as string].map(async (code) => {
        const reply = await (await openLetter(house.collection, code)).withdraw()
        return [reply.status, await reply.json()]
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject([410, { type: '/problems/withdrawal-over' }])
  })
})
