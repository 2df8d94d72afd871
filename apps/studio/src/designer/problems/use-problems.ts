import type { Instrument } from '@echolot/instrument'
import { useEffect, useState } from 'react'
import type { Check, FoundProblem } from './found-problem.ts'

export type Checked = {
  readonly state: 'checking' | 'done' | 'failed'
  readonly problems: readonly FoundProblem[]
}

/** Milliseconds of quiet before a changed instrument is checked. */
const QUIET = 350

/** What is wrong with the instrument, found as it changes; while a check runs, the last finding stays. */
export const useProblems = (
  instrument: Instrument,
  check: Check,
  published?: Instrument,
): Checked => {
  const [checked, setChecked] = useState<Checked>({ state: 'checking', problems: [] })
  useEffect(() => {
    let wanted = true
    const timer = setTimeout(() => {
      setChecked(({ problems }) => ({ state: 'checking', problems }))
      check(instrument, published).then(
        (problems) => {
          if (wanted) setChecked({ state: 'done', problems })
        },
        () => {
          if (wanted) setChecked({ state: 'failed', problems: [] })
        },
      )
    }, QUIET)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [instrument, published, check])
  return checked
}
