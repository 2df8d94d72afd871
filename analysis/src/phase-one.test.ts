import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyse } from './analyse.ts'
import { ANNA_PHASE_ONE_PLAN, phaseOneAnswers } from './phase-one.testing.ts'

let room: string
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/phase-one-`)
})
afterAll(() => rm(room, { recursive: true }))

const analysed = async (made: Parameters<typeof phaseOneAnswers>[0], protection: 'on' | 'off') => {
  await writeFile(`${room}/answers.csv`, phaseOneAnswers(made))
  const { results } = await analyse({
    data: `${room}/answers.csv`,
    plan: ANNA_PHASE_ONE_PLAN,
    out: room,
    protection,
  })
  return Object.fromEntries(results.analyses.map((analysis) => [analysis.id, analysis]))
}
/** Everything below a value, with its place. */
const leaves = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}/${key}`))
    : [[path, value]]

describe('the plan of phase 1, on invented answers of thirty families', () => {
  it('counts the pairs, and who is missing', async () => {
    const { pairs, goal } = await analysed({ seed: 1 }, 'off')
    expect(pairs?.estimates).toMatchObject({
      invited: 30,
      both: 26,
      only_pre: 4,
      only_post: 0,
      neither: 0,
    })
    expect(
      Number(pairs?.estimates['reasons.weggezogen']) +
        Number(pairs?.estimates['reasons.nicht erreicht']),
    ).toBe(4)
    expect(goal).toMatchObject({ n: 26, omitted: 4 })
    // With 26 pairs a change of d = 0.57 is found with 80 % power; with 30 of 0.53.
    expect(goal?.estimates.detectable_d).toBeCloseTo(0.57, 2)
  })

  it('finds the change that was put in', async () => {
    const found = await analysed({ seed: 1 }, 'off')
    expect(found.goal?.estimates['change.low']).toBeGreaterThan(1)
    expect(found.goal?.estimates.change).toBeLessThan(4)
    expect(found['goal-reliable']?.estimates['counts.improved']).toBeGreaterThan(0)
  })

  it('tells readers of no single family', async () => {
    const shown = await analysed({ seed: 1 }, 'on')
    const text = await readFile(`${room}/results.json`, 'utf8')
    expect(text).not.toMatch(/"F\d\d"/)
    for (const [id, { estimates }] of Object.entries(shown))
      for (const [name, value] of Object.entries(estimates)) {
        if (Array.isArray(value)) expect(value.length, `${id}/${name}`).toBeLessThan(5)
        if (/(counts|merged|reasons|only_|neither)/.test(name) && typeof value === 'number')
          expect([1, 2, 3, 4], `${id}/${name}`).not.toContain(value)
      }
    expect(shown['goal-reliable']?.estimates.rci).toEqual({ hidden: 'base' })
  })

  it.each([1, 2, 3, 4, 5, 6])('gives no class away by a merged one: seed %i', async (seed) => {
    for (const [id, { n, estimates }] of Object.entries(await analysed({ seed }, 'on'))) {
      const classes = Object.keys(estimates).filter((name) => name.startsWith('counts.'))
      const of = (name: string) => [estimates[name], estimates[name.replace('counts', 'merged')]]
      const open = classes.filter((name) => !of(name).some((value) => typeof value === 'number'))
      // A single gap is the whole less the others.
      expect(open, `${id} of ${JSON.stringify(n)}`).not.toHaveLength(1)
    }
  })

  it('says “not estimable” instead of a number', async () => {
    const few = await analysed({ seed: 1, families: 1, missing: 9 }, 'off')
    expect(few.goal?.estimates).toEqual({})
    expect(few.goal?.notEstimable).toEqual({ all: 'fewer than two units have both values' })
    for (const [place, value] of leaves(few)) expect(value, place).not.toBeNaN()
  })

  it('shows nothing of eight families', async () => {
    const shown = await analysed({ seed: 2, families: 8, missing: 9 }, 'on')
    for (const id of ['goal', 'life', 'trust', 'hours'])
      for (const [name, value] of Object.entries(shown[id]?.estimates ?? {}))
        if (!/^(n|detectable_d|counts|merged)/.test(name))
          expect(value, `${id}/${name}`).toHaveProperty('hidden')
  })
})
