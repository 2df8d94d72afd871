import { describe, expect, it } from 'vitest'
import { makeLimits } from './limits.ts'

const limitsOf = (guessesPerMinute: number, guessesPerMinuteAll: number) =>
  makeLimits({ guessesPerMinute, guessesPerMinuteAll, savesPerMinute: 600 })

describe('the brakes against guessing', () => {
  it('stops one network that guesses, and no other', async () => {
    const limits = limitsOf(2, 100)
    for (let n = 0; n < 2; n++) {
      await limits.beforeGuess('192.0.2.0/24')
      await limits.afterWrongGuess('192.0.2.0/24')
    }
    await expect(limits.beforeGuess('192.0.2.0/24')).rejects.toMatchObject({
      type: 'too-many-tries',
    })
    await limits.beforeGuess('198.51.100.0/24')
  })

  it('stops many networks that guess together, and lets in those that have not guessed', async () => {
    const limits = limitsOf(10, 6)
    for (let n = 0; n < 6; n++) {
      await limits.beforeGuess(`203.0.${n}.0/24`)
      await limits.afterWrongGuess(`203.0.${n}.0/24`)
    }
    await expect(limits.beforeGuess('203.0.1.0/24')).rejects.toMatchObject({
      type: 'too-many-tries',
    })
    await limits.beforeGuess('198.51.100.0/24')
  })
})
