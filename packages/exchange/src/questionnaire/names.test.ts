import { expect, it } from 'vitest'
import { nameMaker, valueMaker } from './names.ts'

it('numbers what comes again, whatever has its number already', () => {
  const make = nameMaker('q')
  expect(['mood', 'mood_3', 'Mood', 'mood', 'mood', 'MOOD_3'].map(make)).toEqual([
    'mood',
    'mood_3',
    'Mood_2',
    'mood_4',
    'mood_5',
    'MOOD_3_2',
  ])
})

it.each([
  ['names', nameMaker('q')],
  ['values', valueMaker()],
])('gives one word a hundred thousand times its own %s in linear time', (_, make) => {
  const began = performance.now()
  const given = Array.from({ length: 100_000 }, () => make('same'))
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(new Set(given).size).toBe(100_000)
})
