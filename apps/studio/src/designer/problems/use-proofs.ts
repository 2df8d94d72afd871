import type { Instrument } from '@echolot/instrument'
import type { Proof } from '@echolot/routing/logic'
import { useEffect, useState } from 'react'
import type { Prove } from './worker-prove.ts'

/** What is proved of the instrument's logic; while a newer proof runs, the last one stays. */
export type Proved = {
  readonly state: 'waiting' | 'proving' | 'done' | 'failed'
  readonly proof: Proof | undefined
  /** The instrument the proof is of. */
  readonly of: Instrument | undefined
  /** Milliseconds a proof may take; what is open then stays undecided. */
  readonly limit: number
  readonly onLimit: (limit: number) => void
}

/** Milliseconds of quiet before a changed instrument is proved: the check goes first. */
const QUIET = 1_200
export const LIMITS: readonly number[] = [5_000, 15_000, 60_000]

type State = Pick<Proved, 'state' | 'proof' | 'of'> & {
  /** The instrument that this is said about; of any other nothing is known yet. */
  readonly about: Instrument | undefined
}

/** Proves the instrument as it changes; a proof of an older state is given up. */
export const useProofs = (instrument: Instrument, prove: Prove | undefined): Proved => {
  const [limit, setLimit] = useState(LIMITS[1] ?? 15_000)
  const [{ about, ...known }, setState] = useState<State>({
    state: 'waiting',
    proof: undefined,
    of: undefined,
    about: undefined,
  })
  useEffect(() => {
    if (prove === undefined) return
    const stop = new AbortController()
    const about = instrument
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, state: 'proving', about }))
      prove(instrument, { limit, signal: stop.signal }).then(
        (proof) => {
          if (!stop.signal.aborted) setState({ state: 'done', proof, of: about, about })
        },
        () => {
          if (!stop.signal.aborted)
            setState({ state: 'failed', proof: undefined, of: undefined, about })
        },
      )
    }, QUIET)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [instrument, prove, limit])
  const state = about === instrument ? known.state : 'waiting'
  const onLimit = (next: number) => {
    setLimit(next)
    setState((before) => ({ ...before, about: undefined }))
  }
  return { ...known, state, limit, onLimit }
}
