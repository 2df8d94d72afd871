import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition } from '../result.ts'
import { meets, rowGroups } from './row-groups.ts'

const variables = ['a', 'b', 'c'] as const
const value = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constant(Number.NaN))
const condition: fc.Arbitrary<Condition> = fc
  .record({
    variable: fc.constantFrom(...variables, 'nowhere'),
    codes: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 5 }))),
  })
  .map(({ variable, codes }) => ({ variable, ...(codes === null ? {} : { codes }) }))

describe('rowGroups', () => {
  it('tells apart what looking at each row tells apart, in the same order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value, value), { maxLength: 60 }),
        fc.array(fc.array(condition, { maxLength: 3 }), { maxLength: 5 }),
        (data, populations) => {
          const valuesOf = (name: string) => {
            const place = variables.indexOf(name as 'a')
            return place < 0 ? undefined : Float64Array.from(data, (row) => row[place] as number)
          }
          const rows = Int32Array.from([...data.keys()].filter((row) => row % 3 !== 1))
          const expected = new Map<string, number>()
          const of = [...rows].map((row) => {
            const inside = populations.map((where) =>
              where.every((one) => meets(one, valuesOf(one.variable)?.[row])),
            )
            const key = JSON.stringify(inside)
            if (!expected.has(key)) expected.set(key, expected.size)
            return expected.get(key)
          })
          const found = rowGroups(rows, populations, valuesOf)
          expect([...found.of]).toEqual(of)
          expect(found.groups.map((inside) => JSON.stringify(inside))).toEqual([...expected.keys()])
        },
      ),
    )
  })
})
