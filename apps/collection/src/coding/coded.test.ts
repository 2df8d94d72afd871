import type { Theme } from '@echolot/contract/coding'
import { describe, expect, it } from 'vitest'
import { agreementOn } from './agreement.ts'
import { codedAnswers, countThemes, disputedAmong } from './coded.ts'
import { deal } from './deal.ts'
import { mergedThemes, themeFaults } from './themes.ts'

const theme = (id: string, mergedInto: string | null = null): Theme => ({
  id,
  label: id,
  definition: 'x',
  example: '',
  counterExample: '',
  mergedInto,
})

describe('deal', () => {
  const answers = Array.from({ length: 50 }, (_, n) => `a${n}`)

  it('gives the share to both and every other answer to one', () => {
    const { first, second } = deal(answers, 30)
    const both = first.filter((answer) => second.includes(answer))
    expect(both).toHaveLength(15)
    expect(new Set([...first, ...second]).size).toBe(50)
    expect(Math.abs(first.length - second.length)).toBeLessThanOrEqual(1)
  })

  it.each([
    [1, 20, 1],
    [3, 20, 1],
    [50, 100, 50],
  ])('of %i answers at %i per cent %i are coded twice', (n, share, twice) => {
    const { first, second } = deal(answers.slice(0, n), share)
    expect(first.filter((answer) => second.includes(answer))).toHaveLength(twice)
  })
})

describe('themes', () => {
  it('are followed through several merges, each once', () => {
    const themes = [theme('a', 'b'), theme('b', 'c'), theme('c')]
    expect(mergedThemes(themes, ['a', 'c', 'b'])).toEqual(['c'])
  })

  it('may not vanish, turn in a circle or be merged into nothing', () => {
    const faults = (themes: readonly Theme[]) =>
      themeFaults(themes, [theme('a')]).map(({ message }) => message)
    expect(faults([theme('b')])).toEqual(['"a" is gone; merge it into another instead'])
    expect(faults([theme('a', 'b'), theme('b', 'a')])).toEqual(['themes are merged in a circle'])
    expect(faults([theme('a', 'z')])).toEqual(['"a" is merged into nothing'])
    expect(faults([theme('a'), { ...theme('b'), label: ' A ' }])).toEqual([
      'two themes are called " A "',
    ])
    expect(faults([theme('a'), theme('b', 'a')])).toEqual([])
  })
})

describe('codedAnswers', () => {
  const task = (answer: string, coder: string, themes: readonly string[] | null) => ({
    answer,
    coder,
    seat: coder === 'bo' ? ('second' as const) : ('first' as const),
    words: answer,
    version: 1,
    themes: themes && JSON.stringify(themes),
  })
  const themes = [theme('bus'), theme('bahn', 'bus'), theme('geld')]
  const tasks = [
    task('alike', 'ana', ['bus']),
    task('alike', 'bo', ['bahn']),
    task('apart', 'ana', ['bus']),
    task('apart', 'bo', ['geld']),
    task('settled', 'ana', ['bus', 'geld']),
    task('settled', 'bo', []),
    task('alone', 'bo', ['geld']),
    task('open', 'ana', null),
    // Cleo sits where Ana sat; who said it makes no difference to the pair.
    task('taken over', 'cleo', ['geld']),
    task('taken over', 'bo', ['bus']),
    task('half', 'cleo', null),
    task('half', 'bo', ['bus']),
  ]
  const coded = codedAnswers(themes, tasks, [
    { answer: 'settled', themes: '["geld"]' },
    { answer: 'alike', themes: '["geld"]' },
  ])

  it('takes what both say, what was settled, or what the only coder says', () => {
    expect(Object.fromEntries(coded.map((one) => [one.answer, one.themes]))).toEqual({
      alike: ['bus'],
      apart: undefined,
      settled: ['geld'],
      alone: ['geld'],
      'taken over': undefined,
      half: ['bus'],
    })
    expect(disputedAmong(coded).map(({ answer }) => answer)).toEqual([
      'apart',
      'settled',
      'taken over',
    ])
    expect([...countThemes(themes, coded)]).toEqual([
      ['bus', 2],
      ['bahn', 0],
      ['geld', 2],
    ])
  })

  it('measures agreement over complete pairs, before anything was settled, and where nobody uses a theme not at all', () => {
    expect(agreementOn('bus', coded)).toMatchObject({ both: 1, first: 2, second: 1, neither: 0 })
    expect(agreementOn('zug', coded)).toMatchObject({ neither: 4, kappa: null, alpha: null })
  })
})
