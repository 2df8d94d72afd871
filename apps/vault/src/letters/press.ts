import type { LetterRun } from './compose-letters.ts'

/**
 * Letters between drawing and download: in this process's memory and nowhere else. When the process ends or a day is
 * over they are lost, and the mailing is ordered again.
 */
export type Press = {
  readonly lay: (mailing: string, run: LetterRun) => void
  /** How far a running mailing is; undefined when nothing is running. */
  readonly progressOf: (mailing: string) => number | undefined
  readonly tell: (mailing: string, done: number) => void
  /** The letters, for one download at a time; `busy` while another one runs. */
  readonly take: (mailing: string) => LetterRun | 'busy' | undefined
  /** The download broke off: they may be taken again. */
  readonly giveBack: (mailing: string) => void
  readonly forget: (mailing: string) => void
  /** Mailings whose day is over; they are forgotten. */
  readonly expire: (now: Date) => readonly string[]
}

const ONE_DAY = 24 * 60 * 60 * 1_000

export const openPress = (): Press => {
  const laid = new Map<string, { readonly run: LetterRun; busy: boolean }>()
  const progress = new Map<string, number>()
  const forget = (mailing: string) => {
    laid.delete(mailing)
    progress.delete(mailing)
  }
  return {
    lay: (mailing, run) => {
      laid.set(mailing, { run, busy: false })
      progress.delete(mailing)
    },
    progressOf: (mailing) => progress.get(mailing),
    tell: (mailing, done) => {
      progress.set(mailing, done)
    },
    take: (mailing) => {
      const found = laid.get(mailing)
      if (!found) return undefined
      if (found.busy) return 'busy'
      found.busy = true
      return found.run
    },
    giveBack: (mailing) => {
      const found = laid.get(mailing)
      if (found) found.busy = false
    },
    forget,
    expire: (now) => {
      const over = [...laid]
        .filter(([, { run, busy }]) => !busy && now.getTime() - run.createdOn.getTime() >= ONE_DAY)
        .map(([mailing]) => mailing)
      over.forEach(forget)
      return over
    },
  }
}
