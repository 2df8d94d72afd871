import type { Submission } from '@echolot/contract/responses'

/** What became of one attempt to send. */
export type Sent =
  | { readonly kind: 'saved' }
  /** Not reached, or asked to come back later; `afterMs` when the server said how much later. */
  | { readonly kind: 'later'; readonly afterMs?: number }
  /** The server will never take answers from this code again. */
  | { readonly kind: 'refused'; readonly because: 'finished' | 'closed' | 'unknown' }
  /** The server found answers that cannot be; the same answers will not be sent again. */
  | { readonly kind: 'invalid'; readonly errors: readonly AnswerError[] }

/** One answer that the server did not accept; `path` leads to it, e.g. `answers.hh_children_n`. */
export type AnswerError = { readonly path: string; readonly message: string }

export type SaveState = 'nothing' | 'saving' | 'saved' | 'waiting' | 'invalid' | 'refused'

/** How the last put submission ended. */
export type Settled = Exclude<Sent, { kind: 'later' }>

export type SaveQueue = {
  /** Takes the answers so far. Only the newest are sent: each submission holds all before it. */
  readonly put: (submission: Submission) => void
  /** Resolves once nothing is waiting any more. */
  readonly settled: () => Promise<Settled>
  /** Ends a pause between two attempts, e.g. because the connection is back. */
  readonly retryNow: () => void
  readonly unsent: () => Submission | undefined
  /** Forgets everything, at once. */
  readonly forget: () => void
}

/** A pause which can be ended; the timer is passed in so that tests own the clock. */
export type Schedule = (run: () => void, ms: number) => () => void

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 30_000

/**
 * Keeps the newest submission in memory until the server has acknowledged it. Pauses double from one second to thirty;
 * a pause asked for by the server is kept, and never cut short by `retryNow`.
 */
export const makeSaveQueue = ({
  send,
  schedule,
  onState,
}: {
  readonly send: (submission: Submission) => Promise<Sent>
  readonly schedule: Schedule
  readonly onState: (state: SaveState, sent?: Sent) => void
}): SaveQueue => {
  let waiting: Submission | undefined
  let last: Settled = { kind: 'saved' }
  let sending = false
  let forgotten = false
  let failures = 0
  let pause: { readonly end: () => void; readonly asked: boolean } | undefined
  let listeners: ((settled: Settled) => void)[] = []

  const settle = (settled: Settled) => {
    last = settled
    const told = listeners
    listeners = []
    for (const tell of told) tell(settled)
  }

  const sendNewest = async () => {
    if (sending || waiting === undefined || forgotten) return
    const submission = waiting
    sending = true
    onState('saving')
    const sent = await send(submission)
    sending = false
    if (forgotten) return
    if (sent.kind === 'later') {
      const ms = sent.afterMs ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures)
      failures++
      onState('waiting', sent)
      const end = schedule(() => {
        pause = undefined
        void sendNewest()
      }, ms)
      pause = { end, asked: sent.afterMs !== undefined }
      return
    }
    failures = 0
    const newer = waiting !== submission
    if (sent.kind === 'refused') waiting = undefined
    else if (!newer) waiting = undefined
    onState(sent.kind, sent)
    if (waiting === undefined) settle(sent)
    else void sendNewest()
  }

  const endPause = () => {
    pause?.end()
    pause = undefined
    void sendNewest()
  }

  return {
    put: (submission) => {
      waiting = submission
      if (pause === undefined) void sendNewest()
      else if (!pause.asked) endPause()
    },
    settled: () =>
      waiting === undefined
        ? Promise.resolve(last)
        : new Promise((resolve) => listeners.push(resolve)),
    retryNow: () => {
      if (pause !== undefined && !pause.asked) endPause()
    },
    unsent: () => waiting,
    forget: () => {
      forgotten = true
      waiting = undefined
      pause?.end()
      pause = undefined
      listeners = []
    },
  }
}
