import type { Instrument } from '@echolot/instrument'
import { useEffect, useState } from 'react'
import type { TaskName, Tasks } from './task.ts'
import { useWork } from './use-work.ts'

export type Told<Name extends TaskName> = {
  readonly state: 'working' | 'done' | 'failed'
  readonly told: Tasks[Name]['told'] | undefined
}

/** Milliseconds of quiet before a changed questionnaire is tried again. */
const QUIET = 250

/**
 * What a task tells of the questionnaire as it is now; while it is under way, the last answer stays. `asked` must be the
 * same object as long as it means the same.
 */
export const useTold = <Name extends TaskName>(
  instrument: Instrument,
  name: Name,
  asked: Tasks[Name]['asked'],
): Told<Name> => {
  const work = useWork()
  const [told, setTold] = useState<Told<Name>>({ state: 'working', told: undefined })
  useEffect(() => {
    if (work === undefined) return
    let wanted = true
    const timer = setTimeout(() => {
      setTold(({ told }) => ({ state: 'working', told }))
      work.ask(instrument, name, asked).then(
        (answer) => {
          if (wanted) setTold({ state: 'done', told: answer })
        },
        () => {
          if (wanted) setTold(({ told }) => ({ state: 'failed', told }))
        },
      )
    }, QUIET)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [work, instrument, name, asked])
  return told
}
