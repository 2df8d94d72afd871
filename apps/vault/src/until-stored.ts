import { setTimeout as sleep } from 'node:timers/promises'
import { translateDatabaseProblem } from '@echolot/database'
import type { Log } from '@echolot/http'

const PAUSE = 2_000

/** Repeats a write that nobody waits for until the disk takes it; what is no fault of storage is thrown. */
export const untilStored = async <Result>(
  { log }: { readonly log: Log },
  write: () => Promise<Result>,
): Promise<Result> => {
  for (;;) {
    try {
      return await write()
    } catch (error) {
      const problem = translateDatabaseProblem(error)
      if (!problem) throw error
      log.say('writing again in a moment', { problem: problem.type })
      await sleep(PAUSE)
    }
  }
}
