import { describe, expect, it } from 'vitest'
import { annaInstrument } from '../testing/instruments.ts'
import { changedMeasures, forkProblems, unpooledVariables } from './fork-of.ts'
import type { Fork, Instrument } from './instrument.ts'
import { itemsOf } from './items-of.ts'
import { setText } from './set-text.ts'

const main = annaInstrument('main')
const pathOf = (name: string) => itemsOf(main).find((item) => item.name === name)?.path ?? ''
const reworded: Instrument = {
  ...setText(main, { path: `${pathOf('lifesat')}/title`, language: 'de', text: 'Wie geht es?' }),
  version: '9.0.0',
}
const forked = (fork: Partial<Fork>): Instrument => ({
  ...reworded,
  fork: { from: main.version, reason: 'Missverstanden', mapping: [], ...fork },
})
const together = { name: 'lifesat', pool: 'together', note: 'nur ein Tippfehler' } as const
const rules = (after: Instrument) => forkProblems(main, after).map(({ rule }) => rule)

describe('a version that takes the place of one in the field', () => {
  it('says why, and what becomes of each item that measures something else', () => {
    expect(changedMeasures(main, reworded)).toEqual(['lifesat'])
    expect(rules(reworded)).toEqual(['fork-reason', 'fork-mapping'])
    expect(rules(forked({}))).toEqual(['fork-mapping'])
    expect(rules(forked({ mapping: [{ ...together, note: ' ' }] }))).toEqual(['fork-mapping'])
    expect(rules(forked({ mapping: [together] }))).toEqual([])
  })

  it('names the very version it leaves', () => {
    expect(rules(forked({ from: '0.9.0', mapping: [together] }))).toEqual(['fork-reason'])
    expect(rules(forked({ reason: '  ', mapping: [together] }))).toEqual(['fork-reason'])
  })
})

describe('unpooledVariables', () => {
  it('are those that measure something else, unless a version says they may be pooled', () => {
    expect(unpooledVariables([reworded, main])).toMatchObject([
      { variable: 'lifesat', from: main.version, to: '9.0.0' },
    ])
    expect(unpooledVariables([main, forked({ mapping: [together] })])).toEqual([])
    expect(
      unpooledVariables([main, forked({ mapping: [{ ...together, pool: 'apart' }] })]),
    ).toHaveLength(1)
  })

  it('are none in data of one version', () => {
    expect(unpooledVariables([main])).toEqual([])
  })
})
