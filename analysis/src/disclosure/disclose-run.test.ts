import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import { auditFolder } from '../audit-command.ts'
import { addToRegister, readRegister } from './register.ts'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/disclosure-`)
  await writeFile(`${room}/all.csv`, csvOf(140))
  await writeFile(`${room}/grown.csv`, csvOf(143))
})
afterAll(() => rm(room, { recursive: true }))

/** Made-up answers: thirty in one place, six in another, the others elsewhere; three persons a household in the last. */
const csvOf = (n: number) =>
  [
    'town,v,w,bg',
    ...Array.from({ length: n }, (_, i) => {
      const town = i < 30 ? 1 : i < 36 ? 2 : 3
      const v = [3, 2, 3, 4, 3, 5, 2, 3, 4, 1][(i * 7 + Math.floor(i / 10)) % 10]
      return [town, v, i % 2, i < 100 ? i : 100 + Math.floor((i - 100) / 6)].join(',')
    }),
    '',
  ].join('\n')

const run = async (
  name: string,
  plan: object,
  more: { readonly data?: string; readonly register?: string } = {},
) => {
  const file = `${room}/${name}.json`
  await writeFile(file, JSON.stringify({ plan: name, ...plan }))
  const data = `${room}/${more.data ?? 'all.csv'}`
  const register = more.register && `${room}/${more.register}`
  await analyse({ data, plan: file, out: `${room}/${name}`, protection: 'on', register })
  const json = async (part: string) =>
    JSON.parse(await readFile(`${room}/${name}/${part}.json`, 'utf8'))
  return { results: await json('results'), account: await json('disclosure') }
}
const estimate = (made: Awaited<ReturnType<typeof run>>, id: string, key: string) =>
  made.results.analyses.find((one: { id: string }) => one.id === id).estimates[key]

const TOGETHER = {
  analyses: [
    { id: 'f', method: 'frequencies', variables: ['v', 'town'] },
    { id: 'c', method: 'crosstab', rows: 'v', columns: 'town' },
  ],
}

describe('a run under disclosure control', () => {
  it('withstands the audit, from the files alone and with the data', async () => {
    const { account } = await run('whole', TOGETHER)
    expect(account.attacked.length).toBeGreaterThan(0)
    expect(await auditFolder({ folder: `${room}/whole` })).toMatchObject({ leaks: [] })
    expect(
      await auditFolder({
        folder: `${room}/whole`,
        data: `${room}/all.csv`,
        plan: `${room}/whole.json`,
      }),
    ).toMatchObject({ leaks: [] })
  }, 60_000)

  it('fails the audit when any secondary cell is shown again', async () => {
    const { results } = await run('mutant', TOGETHER)
    const truth = await analyse({
      data: `${room}/all.csv`,
      plan: `${room}/mutant.json`,
      out: `${room}/truth`,
      protection: 'off',
    })
    const exact = truth.results.analyses[1]?.tables?.table as { counts: number[][] }
    const { cells } = results.analyses[1].tables.table
    let shown = 0
    for (const [r, line] of cells.entries())
      for (const [c, cell] of line.entries()) {
        if (cell.hidden !== 'secondary') continue
        shown += 1
        line[c] = exact.counts[r]?.[c]
        await writeFile(`${room}/mutant/results.json`, JSON.stringify(results))
        const { leaks } = await auditFolder({ folder: `${room}/mutant` })
        expect(leaks.length, `${r},${c}`).toBeGreaterThan(0)
        expect(leaks[0]?.how).toMatch(/sums|printed/)
        line[c] = cell
      }
    expect(shown).toBeGreaterThan(0)
  })

  it('fails the audit when a document was changed by hand', async () => {
    await run('touched', { analyses: [{ id: 'm', method: 'weighted-means', variables: ['v'] }] })
    const file = `${room}/touched/results.json`
    await writeFile(file, (await readFile(file, 'utf8')).replace('"omitted": 0', '"omitted": 7'))
    const { leaks } = await auditFolder({ folder: `${room}/touched` })
    expect(leaks).toMatchObject([{ counts: 'results.json', how: expect.stringMatching('changed') }])
  })

  it('leaves no hidden count in any byte of the account', async () => {
    const { account } = await run('bytes', TOGETHER)
    for (const { cells } of account.attacked)
      for (const cell of cells) if (cell.state === 'hidden') expect(cell.value).toBeUndefined()
  })

  it('refuses the county without one small place once the county is out', async () => {
    const register = 'county.jsonl'
    await run(
      'county',
      { analyses: [{ id: 'm', method: 'weighted-means', variables: ['v'] }] },
      { register },
    )
    const without = await run(
      'without',
      {
        derive: [{ name: 'rest', expression: 'if(town == 2, none, v)' }],
        analyses: [{ id: 'm', method: 'weighted-means', variables: ['rest'] }],
      },
      { register },
    )
    expect(estimate(without, 'm', 'rest')).toEqual({ hidden: 'difference' })
    expect(without.account.register).toMatchObject([{ hidden: ['m rest'] }])
    expect(await readRegister(`${room}/${register}`)).toHaveLength(2)
  })

  it('refuses a second cut with three answers more, and allows the same again', async () => {
    const register = 'waves.jsonl'
    const plan = { analyses: [{ id: 'm', method: 'weighted-means', variables: ['v'] }] }
    const first = await run('first', plan, { register })
    const again = await run('first', plan, { register })
    expect(again).toEqual(first)
    expect(await readRegister(`${room}/${register}`)).toHaveLength(1)
    const grown = await run('grown', plan, { register, data: 'grown.csv' })
    expect(estimate(grown, 'm', 'v')).toEqual({ hidden: 'difference' })
  })

  it('finds in the audit what two publications tell together, if the second did not ask the register', async () => {
    const plan = (name: string) => ({
      derive: [{ name: 'rest', expression: 'if(town == 2, none, v)' }],
      analyses: [{ id: 'f', method: 'frequencies', variables: [name] }],
    })
    const register = 'apart.jsonl'
    await run('alone', plan('v'), { register })
    await run('aside', plan('rest'), { register: 'other.jsonl' })
    const order = (name: string) => ({
      folder: `${room}/${name}`,
      data: `${room}/all.csv`,
      plan: `${room}/${name}.json`,
    })
    expect((await auditFolder(order('aside'))).leaks).toEqual([])
    const { leaks } = await auditFolder({ ...order('aside'), register: `${room}/${register}` })
    expect(leaks.length).toBeGreaterThan(0)
    expect(leaks[0]?.how).toContain('everything published of these data')
    await run('asked', plan('rest'), { register })
    expect(
      (await auditFolder({ ...order('asked'), register: `${room}/${register}` })).leaks,
    ).toEqual([])
  })

  it('finds in the audit that publications on two cuts tell of three', async () => {
    const plan = { analyses: [{ id: 'm', method: 'weighted-means', variables: ['v'] }] }
    const register = `${room}/cuts.jsonl`
    await run('cut-1', plan, { register: 'cuts.jsonl' })
    await run('cut-2', plan, { data: 'grown.csv', register: 'cuts-2.jsonl' })
    const [line] = await readRegister(`${room}/cuts-2.jsonl`)
    if (line === undefined) throw new Error('nothing was registered')
    const { previous: _, version: __, ...publication } = line
    await addToRegister(register, publication)
    const { leaks } = await auditFolder({ folder: `${room}/cut-2`, register })
    expect(leaks).toMatchObject([{ possible: [3, 3] }])
  })

  it('refuses a register in which a line was changed', async () => {
    const file = `${room}/broken.jsonl`
    const plan = { analyses: [{ id: 'm', method: 'weighted-means', variables: ['v'] }] }
    await run('one', plan, { register: 'broken.jsonl' })
    await run('two', TOGETHER, { register: 'broken.jsonl' })
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('"plan":"one"', '"plan":"won"'))
    await expect(readRegister(file)).rejects.toMatchObject({ type: 'register-damaged' })
  })

  it('counts households, not persons', async () => {
    const plan = (units: object) => ({
      data: { units },
      derive: [{ name: 'last', expression: 'if(bg >= 100, v, none)' }],
      analyses: [{ id: 'm', method: 'weighted-means', variables: ['last'] }],
    })
    expect(estimate(await run('persons', plan({})), 'm', 'last')).toBeTypeOf('number')
    expect(estimate(await run('households', plan({ household: 'bg' })), 'm', 'last')).toEqual({
      hidden: 'units',
    })
  })

  it('joins neighbouring categories where that tells more, and says so', async () => {
    const made = await run('bands', {
      data: { bands: { v: [[1, 2], [3], [4, 5]] } },
      derive: [{ name: 'few', expression: 'if(town == 1, v, none)' }],
      analyses: [{ id: 'f', method: 'frequencies', variables: ['v', 'few'] }],
    })
    expect(made.account.merged).toEqual([])
    const wide = await run('wide', {
      data: { bands: { few: [[1, 2], [3], [4, 5]] } },
      derive: [{ name: 'few', expression: 'if(town == 1, v, none)' }],
      analyses: [{ id: 'f', method: 'frequencies', variables: ['few'] }],
    })
    expect(wide.account.merged).toEqual([
      { analysis: 'f', variable: 'few', words: '1–2 | 3 | 4–5' },
    ])
  })
})
