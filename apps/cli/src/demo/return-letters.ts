import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Progress } from '../progress.ts'
import type { Letter } from './read-letters.ts'
import type { StaffClient } from './staff-client.ts'
import { STUDY } from './study-of-demo.ts'

/** Reason keys of the return desk and how many letters come back with each; invented. */
const RETURNS = [
  { reason: 1, letters: 14 },
  { reason: 2, letters: 17 },
  { reason: 3, letters: 5 },
  { reason: 4, letters: 2 },
  { reason: 5, letters: 3 },
  { reason: 6, letters: 4 },
] as const

/** Some letters nobody could be given come back, and the clerk keys them one by one. */
export const returnLetters = async ({
  clerk,
  letters,
  progress,
  seed,
}: {
  clerk: StaffClient
  letters: readonly Letter[]
  progress: Progress
  seed: number
}) => {
  const random = xoroshiro128plus(seed + 2)
  const pile = [...letters]
  let keyed = 0
  for (const { reason, letters: count } of RETURNS)
    for (let i = 0; i < count; i++) {
      const [letter] = pile.splice(uniformInt(random, 0, pile.length - 1), 1)
      if (!letter) throw new Error('fewer letters are left than come back')
      await clerk.post('/v1/returns', { study: STUDY, letter: letter.number, reason })
      keyed += 1
    }
  progress.say(`${keyed} letters came back and were keyed at the return desk`)
}
