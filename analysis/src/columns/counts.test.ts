import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { codedValues, recoded, valuesOf } from './coded.ts'
import { ALONE, openCrew } from './crew.ts'
import { jointCounts } from './joint-counts.ts'
import { neighbours } from './neighbours.ts'
import { scaleSums } from './scale-sums.ts'
import { kept, openShelf } from './shelf.ts'
import { twoCounts } from './two-counts.ts'

const crew = openCrew(3)
afterAll(() => crew.dismiss())

const answerFrom = (least: number, most: number) =>
  fc.oneof({ weight: 6, arbitrary: fc.integer({ min: least, max: most }) }, fc.constant(Number.NaN))
/** Of few values, of none or one, and of more than sets are made for. */
const answers = fc.constantFrom(answerFrom(-2, 4), answerFrom(3, 3), answerFrom(-20, 20))
/** Columns of as many respondents, and where they are cut. */
const columns = fc
  .tuple(
    fc.integer({ min: 2, max: 8 }),
    fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }),
  )
  .chain(([k, cuts]) => {
    const n = cuts.reduce((a, b) => a + b, 0)
    return fc.tuple(
      fc.array(
        answers.chain((answer) => fc.array(answer, { minLength: n, maxLength: n })),
        { minLength: k, maxLength: k },
      ),
      fc.constant(cuts),
    )
  })
const codedOf = (values: readonly number[], cuts: readonly number[]) => {
  const coded = codedValues(Float64Array.from(values), cuts)
  if (coded === undefined) throw new Error('too many values')
  return coded
}

describe('jointCounts', () => {
  it('counts what counting one by one counts, in complete respondents and in pairs', () => {
    fc.assert(
      fc.property(columns, ([values, cuts]) => {
        const coded = values.map((own) => codedOf(own, cuts))
        const joint = jointCounts(coded, ALONE)
        const rows = [...(values[0] as number[]).keys()]
        const complete = rows.filter((row) => values.every((own) => !Number.isNaN(own[row])))
        expect(joint.complete).toBe(complete.length)
        for (let i = 0; i < values.length; i++)
          for (let j = 0; j < values.length; j++) {
            if (i === j) continue
            const count = (some: readonly number[]) =>
              [...(coded[i]?.steps ?? [])].flatMap((x) =>
                [...(coded[j]?.steps ?? [])].map(
                  (y) =>
                    some.filter((row) => values[i]?.[row] === x && values[j]?.[row] === y).length,
                ),
              )
            expect([...joint.table(i, j, 'present')]).toEqual(count(rows))
            expect([...joint.table(i, j, 'complete')]).toEqual(count(complete))
          }
      }),
    )
  })

  it('counts the same with many hands, and in many blocks', () => {
    const cuts = [20_000, 1, 15_000, 5000]
    const n = cuts.reduce((a, b) => a + b, 0)
    const coded = Array.from({ length: 7 }, (_, k) =>
      codedOf(
        Array.from({ length: n }, (_, row) =>
          (row * (k + 3)) % 41 === 0 ? Number.NaN : (row * (k + 1)) % (k + 2),
        ),
        cuts,
      ),
    )
    const [one, many] = [jointCounts(coded, ALONE), jointCounts(coded, crew)]
    expect(many.complete).toBe(one.complete)
    for (let i = 0; i < coded.length; i++)
      for (let j = 0; j < i; j++) {
        expect(many.table(i, j, 'complete')).toEqual(one.table(i, j, 'complete'))
        expect(many.table(i, j, 'present')).toEqual(one.table(i, j, 'present'))
        const [x, y] = [coded[i], coded[j]] as [(typeof coded)[0], (typeof coded)[0]]
        expect(twoCounts(x, y, crew)).toEqual(one.table(i, j, 'present'))
      }
  })
})

describe('neighbours', () => {
  it('counts which value follows which, over the ends of portions', () => {
    fc.assert(
      fc.property(columns, ([values, cuts]) => {
        const own = values[0] as number[]
        const coded = codedOf(own, cuts)
        const present = own.filter((value) => !Number.isNaN(value))
        const steps = [...coded.steps]
        const expected = steps.flatMap((before) =>
          steps.map(
            (after) =>
              present.filter((value, i) => value === after && present[i - 1] === before).length,
          ),
        )
        expect([...(neighbours(coded, ALONE) ?? [])]).toEqual(expected)
      }),
    )
  })
})

describe('a shelf', () => {
  it('holds codes for all hands, and everything is counted as in memory', () => {
    const cuts = [3000, 0, 2000, 1]
    const n = cuts.reduce((a, b) => a + b, 0)
    const coded = Array.from({ length: 4 }, (_, k) =>
      codedOf(
        Array.from({ length: n }, (_, row) =>
          (row * (k + 3)) % 7 === 0 ? Number.NaN : (row * row) % (k + 3),
        ),
        cuts,
      ),
    )
    const shelf = openShelf()
    const shelved = coded.map((column) => ({
      ...column,
      portions: column.portions.map((portion) => kept(portion as Uint8Array, shelf)),
    }))
    const own = openCrew(3, shelf)
    expect(shelved.map(valuesOf)).toEqual(coded.map(valuesOf))
    const [memory, stored] = [jointCounts(coded, ALONE), jointCounts(shelved, own)]
    for (const of of ['complete', 'present'] as const)
      expect(stored.table(1, 3, of)).toEqual(memory.table(1, 3, of))
    const mean = (sum: number, answers: number) => sum / answers
    const sums = scaleSums(shelved, own)?.column(mean)
    expect(sums?.portions[0]).toHaveProperty('file')
    expect(sums && valuesOf(sums)).toEqual(
      valuesOf(scaleSums(coded, ALONE)?.column(mean) as (typeof coded)[0]),
    )
    own.dismiss()
  })
})

describe('scaleSums', () => {
  it('gives each respondent the sum and the number of answers', () => {
    fc.assert(
      fc.property(columns, ([values, cuts]) => {
        const sums = scaleSums(
          values.map((own) => codedOf(own, cuts)),
          ALONE,
        )
        if (sums === undefined) return
        const mean = sums.column((sum, answers) => (answers >= 2 ? sum / answers : Number.NaN))
        const expected = Float64Array.from(values[0] as number[], (_, row) => {
          const present = values
            .flatMap((own) => own[row] as number)
            .filter((value) => !Number.isNaN(value))
          return present.length >= 2
            ? present.reduce((a, b) => a + b, 0) / present.length
            : Number.NaN
        })
        expect(valuesOf(mean)).toEqual(expected)
      }),
    )
  })

  it('takes whole numbers only', () => {
    expect(scaleSums([codedOf([1, 2.5], [2]), codedOf([1, 2], [2])], ALONE)).toBeUndefined()
  })
})

describe('recoded', () => {
  it('turns values and keeps who is missing', () => {
    const turned = recoded(codedOf([1, 5, Number.NaN, 4, 5], [3, 2]), (value) => 6 - value)
    expect([...valuesOf(turned)]).toEqual([5, 1, Number.NaN, 2, 1])
    expect([...turned.steps]).toEqual([1, 2, 5])
    expect([...turned.counts]).toEqual([2, 1, 1])
  })

  it('joins what becomes the same', () => {
    const halves = recoded(codedOf([1, 2, 3, 4], [4]), (value) => Math.ceil(value / 2))
    expect([[...halves.steps], [...halves.counts]]).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect([...valuesOf(halves)]).toEqual([1, 1, 2, 2])
  })
})

describe('a crew', () => {
  it('tells the fault of any of its hands', () => {
    const broken = {
      path: '/nowhere',
      from: 0,
      size: 10,
      bytes: 1,
      delimiter: 44,
      lineEnd: 10,
      slots: new Int32Array(2),
    }
    const own = openCrew(2)
    expect(() => own.run('parsePortion', broken, 8)).toThrow('/nowhere')
    own.dismiss()
  })
})
