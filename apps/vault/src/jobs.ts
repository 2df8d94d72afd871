import type { Log } from '@echolot/http'

/** Work that goes on after its request was answered. */
export type Jobs = {
  readonly start: (work: Promise<void>) => void
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
}

export const openJobs = ({ trace }: Pick<Log, 'trace'>): Jobs => {
  const running = new Set<Promise<void>>()
  return {
    start: (work) => {
      const watched = work
        .catch((error: unknown) =>
          trace(error instanceof Error ? `${error.name}\n${framesOf(error)}` : 'no Error'),
        )
        .finally(() => running.delete(watched))
      running.add(watched)
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Messages of errors may carry what was worked on; places in our code do not. */
const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n')
