import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Problem } from '@echolot/problem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import type { PlanFault } from '../problems.ts'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/codebook-`)
  await writeFile(
    `${room}/plan.json`,
    JSON.stringify({
      plan: 'x',
      analyses: [
        { id: 'a', method: 'descriptives', variables: ['age', 'town'] },
        { id: 'b', method: 'frequencies', variables: ['town'] },
      ],
    }),
  )
})
afterAll(() => rm(room, { recursive: true }))

const AGE = { name: 'age', measure: 'scale', range: { min: 18, max: 99 }, missing: [-88] }
const TOWN = {
  name: 'town',
  label: { de: 'Ort' },
  measure: 'nominal',
  values: [
    { value: 1, label: 'Ahlen' },
    { value: 2, label: 'Oelde' },
  ],
}
const analysed = async (
  csv: string,
  codebook?: unknown,
  { named = false }: { named?: boolean } = {},
) => {
  await writeFile(`${room}/x.csv`, csv)
  await rm(`${room}/x.codebook.json`, { force: true })
  const file = named ? `${room}/other.json` : `${room}/x.codebook.json`
  if (codebook !== undefined) await writeFile(file, JSON.stringify(codebook))
  const { results } = await analyse({
    data: `${room}/x.csv`,
    plan: `${room}/plan.json`,
    out: room,
    protection: 'off',
    ...(named ? { codebook: file } : {}),
  })
  return results.analyses
}
const faultsOf = async (...order: Parameters<typeof analysed>) => {
  const fault = await analysed(...order).catch((thrown: unknown) => thrown)
  if (!(fault instanceof Problem)) throw fault
  return (fault.details.faults ?? [fault.details]) as readonly PlanFault[]
}
const CSV = 'age,town\n20,1\n30,2\n-88,1\n40,2\n'

describe('a codebook beside a CSV file', () => {
  it('says what is missing, and what a number means', async () => {
    const [described, counted] = await analysed(CSV, { variables: [AGE, TOWN] })
    expect(described?.estimates).toMatchObject({ 'age.n': 3, 'age.missing': 1, 'age.mean': 30 })
    expect(described?.warnings).toContain(
      'town is nominal in the codebook: its codes are no amounts',
    )
    expect(JSON.stringify(counted)).toContain('Oelde')
  })

  it('can have a name of its own, and need not be there', async () => {
    const [named] = await analysed(CSV, { variables: [AGE] }, { named: true })
    expect(named?.estimates['age.n']).toBe(3)
    const [bare] = await analysed(CSV)
    expect(bare?.estimates['age.n']).toBe(4)
  })

  it('names what the data hold beside it', async () => {
    const faults = await faultsOf('age,town\n17,1\n30,3\n130,2\n', { variables: [AGE, TOWN] })
    expect(faults.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'data age: 17, 130 are not in the codebook',
      'data town: 3 is not in the codebook',
    ])
  })

  it('takes texts as values', async () => {
    const town = { name: 'town', values: [{ value: 'Ahlen' }] }
    const faults = await faultsOf('age,town\n20,Ahlen\n30,Oelde\n', { variables: [town] })
    expect(faults[0]?.message).toBe('Oelde is not in the codebook')
  })

  it('is refused by place where it is not understood', async () => {
    const faults = await faultsOf(CSV, { variables: [{ ...AGE, measure: 'ratio' }] })
    expect(faults[0]?.path).toBe('codebook variables[0].measure')
    const missing = await analyse({
      data: `${room}/x.csv`,
      plan: `${room}/plan.json`,
      out: room,
      protection: 'off',
      codebook: `${room}/nowhere.json`,
    }).catch((thrown: unknown) => thrown)
    expect(missing).toMatchObject({ type: 'data-unreadable' })
  })
})
