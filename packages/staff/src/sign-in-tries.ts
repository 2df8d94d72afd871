import { newSecret } from '@echolot/crypto/keys'
import { addressMark } from '@echolot/crypto/session'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Wrong passwords for one account in a quarter of an hour. */
const TRIES = { points: 10, duration: 15 * 60 }

/** The brake on guessing at one account, wherever the guesses come from. Accounts are known as HMACs, in memory only. */
export type SignInTries = {
  /** Takes one try before the password is looked at, so that guesses sent all at once count too; false when none is left. */
  readonly take: (email: string) => Promise<boolean>
  /** The password was right: what was taken costs nothing. Wrong ones before it still count. */
  readonly giveBack: (email: string) => Promise<void>
}

export const makeSignInTries = (): SignInTries => {
  const tries = new RateLimiterMemory(TRIES)
  const key = newSecret()
  const account = (email: string) => addressMark(key, email.trim().toLowerCase())
  return {
    take: (email) =>
      tries.consume(account(email)).then(
        () => true,
        () => false,
      ),
    giveBack: async (email) => {
      await tries.reward(account(email), 1)
    },
  }
}
