import type { Instrument, Pointer } from '@echolot/instrument'
import type { WordingFinding } from '@echolot/instrument/wording'
import { useEffect, useMemo, useState } from 'react'
import { askWorker } from './ask-worker.ts'
import type { WorkName, Works } from './work.ts'

export type Work<Answer> = {
  readonly state: 'working' | 'done' | 'failed'
  /** The last answer stays while a new one is awaited. */
  readonly answer: Answer | undefined
}

/** Milliseconds of quiet before a changed questionnaire is looked at anew. */
const QUIET = 300

/** A work done beside the page whenever its order changes; `order` must keep its identity while it is the same. */
export const useWork = <Name extends WorkName>(
  name: Name,
  order: Works[Name]['order'],
  quiet = QUIET,
): Work<Works[Name]['answer']> => {
  const [work, setWork] = useState<Work<Works[Name]['answer']>>({
    state: 'working',
    answer: undefined,
  })
  useEffect(() => {
    let wanted = true
    setWork(({ answer }) => ({ state: 'working', answer }))
    const timer = setTimeout(() => {
      askWorker(name, order).then(
        (answer) => {
          if (wanted) setWork({ state: 'done', answer })
        },
        () => {
          if (wanted) setWork(({ answer }) => ({ state: 'failed', answer }))
        },
      )
    }, quiet)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [name, order, quiet])
  return work
}

/** What wants a look in these languages, accepted or not. */
export const useFindings = (
  instrument: Instrument,
  languages: readonly string[],
  unreachable: readonly Pointer[],
): Work<readonly WordingFinding[]> => {
  const order = useMemo(
    () => ({ instrument, languages, unreachable }),
    [instrument, languages, unreachable],
  )
  return useWork('words', order)
}
