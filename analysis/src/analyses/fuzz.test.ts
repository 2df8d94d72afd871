import { Problem } from '@echolot/problem'
import { describe, expect, it } from 'vitest'
import { analyseMade } from '../made.testing.ts'
import { columnsIn } from './fields.ts'
import { METHODS } from './methods.ts'
import { LINE_SCHEMAS } from './schema.ts'

type Cells = readonly (number | string | null)[]
const N = 12
const rows = (of: (row: number) => number | string | null, n = N): Cells =>
  Array.from({ length: n }, (_, row) => of(row))
/** Numbers from 0 to 1 that look like chance and are always the same. */
const noise = (row: number, column: number) => {
  const x = Math.sin(12.9898 * (row + 1) + 78.233 * (column + 1)) * 43_758.5453
  return x - Math.floor(x)
}

/** What can be wrong with data; each says what the `column`th column holds. */
const SHAPES: Readonly<Record<string, (column: number) => Cells>> = {
  'no respondents': () => [],
  'one respondent': (column) => [column],
  'two respondents': (column) => [column, column + 1],
  'three respondents': (column) => [column, column + 1, column],
  'no answers': () => rows(() => null),
  'one answer': (column) => rows((row) => (row === column % N ? 3 : null)),
  'the same answer of all': () => rows(() => 2),
  'nothing but zeros': () => rows(() => 0),
  'two groups that never meet': (column) => rows((row) => Number(row < N / 2) + (column % 2)),
  'everything collinear': (column) => rows((row) => row * (column + 1)),
  'huge numbers': (column) => rows((row) => (noise(row, column) - 0.5) * 1e300),
  'tiny numbers': (column) => rows((row) => (noise(row, column) - 0.5) * 1e-300),
  'numbers far apart': (column) =>
    rows((row) => [1e-300, 1e300, 0, 1, -1e8, 3][(row + column) % 6] as number),
  texts: (column) => rows((row) => 'abcde'[(row * (column + 3)) % 5] as string),
  'texts and numbers': (column) => rows((row) => (row % 3 === 0 ? `t${column}` : row)),
  'a word for infinity': (column) => rows((row) => (row === 2 ? 'Infinity' : row + column)),
  'negative numbers': (column) => rows((row) => -1 - ((row * (column + 1)) % 4)),
  halves: (column) => rows((row) => noise(row, column) + 0.5),
  'holes everywhere': (column) =>
    rows((row) => ((row + column) % 3 === 0 ? null : (row * 7 + column) % 5)),
  'few codes': (column) => rows((row) => Math.floor(noise(row, column) * 3)),
  'likert answers': (column) => rows((row) => 1 + Math.floor(noise(row, column) * 5), 40),
}

const PLAN = {
  scales: [
    { name: 'TRU', items: ['i1', 'i2', 'i3'], reversed: ['i3'], min: 1, max: 5, minValid: 2 },
  ],
}
const LINES = METHODS.map(({ id, example }) => ({ id: 'x', method: id, ...example }))

const undefinedIn = (value: unknown, path = ''): string[] => {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => undefinedIn(part, `${path}/${key}`))
}

describe.each(Object.entries(SHAPES))('with %s', (_, cells) => {
  it.each(LINES.map((line) => [line.method, line] as const))(
    '%s has numbers or reasons',
    (method, line) => {
      const schema = LINE_SCHEMAS.get(method)
      if (schema === undefined) throw new Error(method)
      const named = columnsIn(schema, line).map(([, name]) => name)
      const needed = [...new Set([...named, ...PLAN.scales.flatMap(({ items }) => items)])].filter(
        (name) => !name.startsWith('TRU'),
      )
      const columns = Object.fromEntries(needed.map((name, i) => [name, cells(i)]))
      try {
        const found = analyseMade(columns, line, PLAN)
        expect(undefinedIn(found.estimates)).toEqual([])
        expect(undefinedIn(found.tables)).toEqual([])
        if (Object.keys(found.estimates).length === 0)
          expect(found.warnings.join(), method).toMatch(/.{8}/)
      } catch (fault) {
        // A plan may be refused, by name; nothing else may go wrong.
        if (!(fault instanceof Problem)) throw fault
        expect(fault.type).toBe('plan-refused')
      }
    },
  )
})
