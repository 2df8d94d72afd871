import { newSecret, type Secret } from '@echolot/crypto/keys'
import { addressMark } from '@echolot/crypto/session'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'
import { tooManyTries } from '../problems.ts'

/**
 * Brakes against guessing and flooding. Addresses are known only as HMACs under a key that lives in memory. What
 * succeeds costs nothing; who used up the guesses of a minute waits for the rest of that minute. When all networks
 * together guess too much, those wait which have guessed themselves: sixty guessers must not keep everybody else out.
 */
export type Limits = {
  /** @throws too-many-tries when this network has no guess left, or has guessed while everybody together has none */
  readonly beforeGuess: (network: string) => Promise<void>
  /** A code was wrong. */
  readonly afterWrongGuess: (network: string) => Promise<void>
  /** @throws too-many-tries when pages come faster under one code than anyone can read */
  readonly beforeSave: (pseudonym: string) => Promise<void>
}

const MINUTE = 60
const EVERYWHERE = 'everywhere'

export const makeLimits = (
  { guessesPerMinute, guessesPerMinuteAll, savesPerMinute }: Config['limits'],
  key: Secret = newSecret(),
): Limits => {
  const limiter = (points: number, duration: number) => new RateLimiterMemory({ points, duration })
  const guesses = limiter(guessesPerMinute, MINUTE)
  const guessesAll = limiter(guessesPerMinuteAll, MINUTE)
  const saves = limiter(savesPerMinute, MINUTE)
  return {
    beforeGuess: async (network) => {
      const mark = addressMark(key, network)
      await refuseWhenSpent(guesses, mark, guessesPerMinute)
      if ((await guesses.get(mark))?.consumedPoints)
        await refuseWhenSpent(guessesAll, EVERYWHERE, guessesPerMinuteAll)
    },
    afterWrongGuess: async (network) => {
      await guesses.penalty(addressMark(key, network), 1)
      await guessesAll.penalty(EVERYWHERE, 1)
    },
    beforeSave: (pseudonym) => spend(saves, pseudonym),
  }
}

const refuseWhenSpent = async (limiter: RateLimiterMemory, name: string, points: number) => {
  const spent = await limiter.get(name)
  if (spent && spent.consumedPoints >= points) throw tooManyTries({ retryAfter: wait(spent) })
}

const spend = async (limiter: RateLimiterMemory, name: string) => {
  try {
    await limiter.consume(name)
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw tooManyTries({ retryAfter: wait(refusal) })
    throw refusal
  }
}

const wait = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1_000))
