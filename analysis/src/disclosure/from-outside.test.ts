import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { analyse } from '../analyse.ts'
import { PLANTED_PLAN, plantedAnswers } from '../planted.testing.ts'
import type { ResultsFile } from '../results-file.ts'
import { seeded } from '../synthetic.testing.ts'
import { openSolver, programOf, type Rows } from './suppression/solver.ts'

/**
 * An attack that knows nothing of our account: respondents by two of their answers are the unknowns, whatever is printed in
 * `results.json` is an equation with the slack of its rounding.
 */
let room: string
let printed: ResultsFile['analyses']
const rows = plantedAnswers()
  .trim()
  .split('\n')
  .map((line) => line.split(','))
const head = rows[0] as string[]
beforeAll(async () => {
  room = await mkdtemp(`${tmpdir()}/from-outside-`)
  const { report: _, ...plan } = PLANTED_PLAN
  await writeFile(`${room}/plan.json`, JSON.stringify(plan))
  await writeFile(`${room}/data.csv`, plantedAnswers())
  const order = { data: `${room}/data.csv`, plan: `${room}/plan.json`, out: room }
  printed = (await analyse({ ...order, protection: 'on' })).results.analyses
})
afterAll(() => rm(room, { recursive: true }))

type Table = { readonly cells: readonly (readonly unknown[])[] }
const estimate = (id: string, key: string) =>
  printed.find((one) => one.id === id)?.estimates[key] as unknown
const cell = (id: string, name: string, row: number, column = 0) =>
  (printed.find((one) => one.id === id)?.tables?.[name] as Table | undefined)?.cells[row]?.[column]
const codes = (count: number, from = 1) => Array.from({ length: count }, (_, i) => i + from)
const truth = (first: string, second: string, a: number, b: number) =>
  rows.filter((row) => row[head.indexOf(first)] === `${a}` && row[head.indexOf(second)] === `${b}`)
    .length

/** An equation over all pairs of answers that `of` picks. */
type Equation = {
  readonly of: (a: number, b: number) => boolean
  readonly range: readonly [number, number]
}
const exactly = (value: unknown): readonly [number, number] | undefined =>
  typeof value === 'number'
    ? [value, value]
    : JSON.stringify(value) === '{"hidden":"few"}'
      ? [1, 4]
      : undefined
/** A share taken back to respondents. */
const counted = (share: unknown, base: unknown): readonly [number, number] | undefined => {
  if (typeof share !== 'number' || typeof base !== 'number') return undefined
  const half = base < 50 ? 2.5 : 0.5
  return [Math.ceil((base * (share - half)) / 100), Math.floor((base * (share + half)) / 100)]
}
const equation = (of: Equation['of'], range: readonly [number, number] | undefined): Equation[] =>
  range === undefined ? [] : [{ of, range }]

/** The least and the most respondents of each pair of answers, or of all pairs that `goal` picks. */
const attacked = async (
  first: readonly number[],
  second: readonly number[],
  known: readonly Equation[],
  goal?: Equation['of'],
) => {
  const solver = await openSolver()
  const pairs = first.flatMap((a) => second.map((b) => [a, b] as const))
  const rowsOf: Rows = known.map(({ of, range: [least, most] }) => ({
    of: pairs.flatMap(([a, b], i) => (of(a, b) ? [[i, 1] as const] : [])),
    least,
    most,
  }))
  const goals = goal === undefined ? pairs : [[0, 0] as const]
  return goals.map(([a, b]) => {
    const isWanted = goal ?? ((x: number, y: number) => x === a && y === b)
    const bound = (sign: 1 | -1) =>
      solver.withModel(
        programOf(
          pairs.map(([x, y]) => ({ least: 0, most: 400, cost: isWanted(x, y) ? sign : 0 })),
          rowsOf,
          'integer',
        ),
        (model) => {
          model.options.set({ output_flag: false })
          model.run()
          expect(model.getModelStatus()).toBe(solver.constants.modelStatus.optimal)
          const values = model.getSolution().colValue
          return Math.round(
            pairs.reduce((sum, [x, y], i) => sum + (isWanted(x, y) ? (values[i] as number) : 0), 0),
          )
        },
      )
    return { a, b, least: bound(1), most: bound(-1) }
  })
}

it('finds no cell of one to four in a table, with all lists beside it', async () => {
  const [v, g] = [codes(5), codes(3)]
  const found = await attacked(v, g, [
    ...v.flatMap((a) => equation((x) => x === a, exactly(cell('often', 'v', a - 1)))),
    ...g.flatMap((b) => equation((_, y) => y === b, exactly(cell('often', 'g', b - 1)))),
    ...v.flatMap((a) =>
      g.flatMap((b) =>
        equation((x, y) => x === a && y === b, exactly(cell('crossed', 'table', a - 1, b - 1))),
      ),
    ),
  ])
  const few = found.filter(({ a, b }) => [1, 2, 3, 4].includes(truth('v', 'g', a, b)))
  expect(few).toHaveLength(2)
  for (const { a, b, least, most } of few) expect([least, most], `${a} × ${b}`).toEqual([1, 4])
})

it.each(['a', 'b'])('finds nothing of what six in one town said of %s', async (variable) => {
  const [towns, said] = [codes(4), codes(2, 0)]
  const base = estimate('said', `${variable}.n`)
  const found = await attacked(towns, said, [
    ...towns.flatMap((t) => equation((x) => x === t, exactly(cell('often', 'town', t - 1)))),
    ...equation((_, y) => y === 1, counted(estimate('said', variable), base)),
    ...towns.flatMap((t) => {
      const key = `${variable}@${t}`
      const size = estimate('said', `${key}.n`)
      return [
        ...equation((x) => x === t, exactly(size)),
        ...equation((x, y) => x === t && y === 1, counted(estimate('said', key), size)),
      ]
    }),
  ])
  const there = found.filter(({ a }) => a === 4)
  expect(there.map(({ least, most }) => [least, most])).toEqual([
    [0, 6],
    [0, 6],
  ])
})

it('finds nothing of the three who use an offer', async () => {
  const q = codes(5)
  const share = (name: string) =>
    counted(estimate('offers', `q:${name}`), estimate('offers', `q:${name}.n`))
  const found = await attacked(
    q,
    [1],
    [
      { of: () => true, range: [300, 300] },
      ...q.flatMap((a) => equation((x) => x === a, exactly(cell('often', 'q', a - 1)))),
      ...q.flatMap((a) =>
        equation(
          (x) => x === a,
          counted(estimate('often', `q:${a}`), estimate('often', `q:${a}.n`)),
        ),
      ),
      ...equation((x) => x <= 2, share('unknown')),
      ...equation((x) => x === 3 || x === 4, share('known')),
      ...equation((x) => x === 5, share('used')),
    ],
  )
  expect(found.at(-1)).toMatchObject({ least: 1, most: 4 })
})

it('finds no small cell of two tables that stand beside each other', async () => {
  const random = seeded(1)
  const among = (weights: readonly number[]) => {
    let left = random() * weights.reduce((a, b) => a + b, 0)
    const at = weights.findIndex((weight) => {
      left -= weight
      return left < 0
    })
    return 1 + Math.max(at, 0)
  }
  const answers = Array.from({ length: 400 }, () => ({
    v: among([5, 20, 40, 25, 10]),
    town: among([40, 30, 20, 10]),
    half: among([60, 40]),
  }))
  const lines = answers.map(({ v, town, half }) => [v, town, half].join())
  await writeFile(`${room}/two.csv`, `v,town,half\n${lines.join('\n')}\n`)
  const plan = {
    plan: 'two',
    analyses: [
      { id: 'f', method: 'frequencies', variables: ['v', 'town', 'half'] },
      { id: 'town', method: 'crosstab', rows: 'v', columns: 'town' },
      { id: 'half', method: 'crosstab', rows: 'v', columns: 'half' },
    ],
  }
  await writeFile(`${room}/two.json`, JSON.stringify(plan))
  const order = { data: `${room}/two.csv`, plan: `${room}/two.json`, out: room }
  printed = (await analyse({ ...order, protection: 'on' })).results.analyses
  // Town and half together are one group of eight, so that a table of all three has to fit.
  const [v, groups] = [codes(5), codes(8)]
  const townOf = (group: number) => 1 + ((group - 1) >> 1)
  const halfOf = (group: number) => 1 + ((group - 1) & 1)
  const cellsOf = (id: string, of: (group: number) => number, count: number) =>
    v.flatMap((a) =>
      codes(count).map((b) => ({
        pick: (x: number, y: number) => x === a && of(y) === b,
        value: cell(id, 'table', a - 1, b - 1),
      })),
    )
  const tables = [...cellsOf('town', townOf, 4), ...cellsOf('half', halfOf, 2)]
  const known = [
    ...v.flatMap((a) => equation((x) => x === a, exactly(cell('f', 'v', a - 1)))),
    ...codes(4).flatMap((b) =>
      equation((_, y) => townOf(y) === b, exactly(cell('f', 'town', b - 1))),
    ),
    ...codes(2).flatMap((b) =>
      equation((_, y) => halfOf(y) === b, exactly(cell('f', 'half', b - 1))),
    ),
    ...tables.flatMap(({ pick, value }) => equation(pick, exactly(value))),
  ]
  const hidden = tables.filter(({ value }) => JSON.stringify(value) === '{"hidden":"few"}')
  expect(hidden.length).toBeGreaterThan(2)
  for (const { pick } of hidden) {
    const [goal] = await attacked(v, groups, known, pick)
    expect([goal?.least, goal?.most]).toEqual([1, 4])
  }
})
