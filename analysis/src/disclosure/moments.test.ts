import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/moments-`)
  // Three of sixty say 5 to the first question; to the second each answer is given by six or more.
  const common = (i: number) => [1, 2, 2, 3, 3, 3, 3, 4, 4, 4][i % 10]
  const lines = Array.from({ length: 60 }, (_, i) => `${i < 3 ? 5 : common(i)},${common(i)}`)
  await writeFile(`${room}/data.csv`, `rare,common\n${lines.join('\n')}\n`)
})
afterAll(() => rm(room, { recursive: true }))

const shown = async (...analyses: readonly object[]) => {
  const lines = analyses.map((line, i) => ({ id: `a${i}`, ...line }))
  await writeFile(`${room}/plan.json`, JSON.stringify({ plan: 'p', analyses: lines }))
  const order = { data: `${room}/data.csv`, plan: `${room}/plan.json`, out: room }
  return (await analyse({ ...order, protection: 'on' })).results.analyses
}

it('tells no mean and no spread from which a small count follows', async () => {
  const [, described] = await shown(
    { method: 'frequencies', variables: ['rare'] },
    { method: 'descriptives', variables: ['rare'] },
  )
  expect(described).toMatchObject({ estimates: { '*': { hidden: 'secondary' } } })
})

it('tells no shape that only one set of answers has', async () => {
  const [described] = await shown({ method: 'descriptives', variables: ['rare'] })
  expect(described?.estimates).toEqual({ '*': { hidden: 'secondary' } })
})

it('tells them where no small count is, or nothing follows', async () => {
  const [described] = await shown({ method: 'descriptives', variables: ['common'] })
  expect(described?.estimates['common.mean']).toBeTypeOf('number')
  const [reliable] = await shown({ method: 'alpha', items: ['rare', 'common'] })
  expect(reliable?.estimates.alpha).toBeTypeOf('number')
})
