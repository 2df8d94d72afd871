import { createContext, useContext, useEffect, useState } from 'react'
import { startWork } from './start-work.ts'
import type { TrialWork } from './task.ts'

/** How work is begun: in a worker, unless something else is put here. */
export const WorkStarter = createContext<() => TrialWork>(startWork)

/** Work as long as this part of the page is open. */
export const useWork = (): TrialWork | undefined => {
  const start = useContext(WorkStarter)
  const [work, setWork] = useState<TrialWork>()
  useEffect(() => {
    const own = start()
    setWork(own)
    return own.stop
  }, [start])
  return work
}
